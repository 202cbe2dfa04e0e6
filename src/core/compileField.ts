// A field, its type and its constraints made into one test of a cell's bytes. Runs once per column; what it returns runs once per cell.
import { ByteSet } from './byteSet.js'
import type { Detail, Details } from './diagnostic.js'
import { acceptAnything, type CellTest, type CompiledType, type FieldType } from './fieldType.js'
import { compilePattern, PatternError } from './pattern/compilePattern.js'
import { CONSTRAINTS, type ConstraintName, type Field } from './schema.js'

export const TYPE_FAULT = 1
export const faultBit = (constraint: ConstraintName): number => 2 << CONSTRAINTS.indexOf(constraint)

export interface CompiledField {
  field: Field
  type: CompiledType
  /** Missing values, type and constraints in one. */
  test: CellTest
  /** The same for the native cells of workbooks, by kind; absent kinds are tested as text. */
  native: CompiledType['native']
  isMissing(bytes: Uint8Array, start: number, end: number): boolean
  /** Nothing can be wrong with a cell of this field. */
  acceptsAll: boolean
  /** What could not be understood. */
  faults: { code: `schema/${string}`; details: Details }[]
}

const encoder = new TextEncoder()

export function compileField(field: Field, types: Readonly<Record<string, FieldType>>): CompiledField {
  const fieldType = types[field.type] ?? types.any
  if (fieldType === undefined) throw new Error(`no type ${field.type}`)
  const type = fieldType.compile(field)
  const faults: CompiledField['faults'] = (type.ignored ?? []).map((property) => ({
    code: property === 'format' ? 'schema/unknown-format' : 'schema/property',
    details: { field: field.name, property, format: field.format },
  }))
  const constraints = CONSTRAINTS.flatMap((name) => compileConstraint(name, field, type, faults) ?? [])
  const isMissing = compileMissing(field.missingValues)
  const required = field.constraints.required === true ? faultBit('required') : 0
  const onlyEmptyIsMissing = field.missingValues.length === 1 && field.missingValues[0] === ''
  const valueTest = allOf(type.test, constraints)
  const test: CellTest = onlyEmptyIsMissing
    ? (bytes, start, end) => (start === end ? required : valueTest(bytes, start, end))
    : (bytes, start, end) => (isMissing(bytes, start, end) ? required : valueTest(bytes, start, end))
  const native: CompiledType['native'] = {}
  for (const [kind, nativeTest] of Object.entries(type.native ?? {})) native[kind as keyof typeof native] = allOf(nativeTest, constraints)
  if (field.example !== undefined && !accepts(test, field.example)) {
    faults.push({ code: 'schema/example', details: { field: field.name, example: field.example } })
  }
  const acceptsAll = required === 0 && constraints.length === 0 && type.test === acceptAnything
  return { field, type, test, native, isMissing, acceptsAll, faults }
}

function accepts(test: CellTest, text: string): boolean {
  const bytes = encoder.encode(text)
  return test(bytes, 0, bytes.length) === 0
}

/** One unreadable value gives one fault; all failing constraints are reported. */
function allOf(type: CellTest, constraints: readonly CellTest[]): CellTest {
  const [first, second] = constraints
  if (first === undefined) return type
  const free = type === acceptAnything
  if (second === undefined) {
    if (free) return first
    return (bytes, start, end) => (type(bytes, start, end) !== 0 ? TYPE_FAULT : first(bytes, start, end))
  }
  if (constraints.length === 2) {
    return (bytes, start, end) =>
      type(bytes, start, end) !== 0 ? TYPE_FAULT : first(bytes, start, end) | second(bytes, start, end)
  }
  return (bytes, start, end) => {
    if (type(bytes, start, end) !== 0) return TYPE_FAULT
    let found = 0
    for (const constraint of constraints) found |= constraint(bytes, start, end)
    return found
  }
}

function compileMissing(texts: readonly string[]): CompiledField['isMissing'] {
  if (texts.length === 0) return () => false
  if (texts.length === 1 && texts[0] === '') return (_bytes, start, end) => start === end
  const set = new ByteSet(texts)
  return (bytes, start, end) => set.has(bytes, start, end)
}

function compileConstraint(
  name: ConstraintName,
  field: Field,
  type: CompiledType,
  faults: CompiledField['faults'],
): CellTest | undefined {
  const bit = faultBit(name)
  const { constraints } = field
  switch (name) {
    case 'required':
      return undefined
    case 'minLength': {
      const limit = constraints.minLength
      const size = type.size
      if (limit === undefined || size === undefined) return undefined
      return (bytes, start, end) => (size(bytes, start, end) < limit ? bit : 0)
    }
    case 'maxLength': {
      const limit = constraints.maxLength
      const size = type.size
      if (limit === undefined || size === undefined) return undefined
      // No text has more characters, and no list more items, than bytes.
      return (bytes, start, end) => (end - start > limit && size(bytes, start, end) > limit ? bit : 0)
    }
    case 'minimum':
      return compileBound(name, field, type, faults, (bound, order) => (b, s, e) => (order(b, s, e) >= bound ? 0 : bit))
    case 'maximum':
      return compileBound(name, field, type, faults, (bound, order) => (b, s, e) => (order(b, s, e) <= bound ? 0 : bit))
    case 'exclusiveMinimum':
      return compileBound(name, field, type, faults, (bound, order) => (b, s, e) => (order(b, s, e) > bound ? 0 : bit))
    case 'exclusiveMaximum':
      return compileBound(name, field, type, faults, (bound, order) => (b, s, e) => (order(b, s, e) < bound ? 0 : bit))
    case 'pattern':
      return compilePatternConstraint(field, bit, faults)
    case 'enum':
      return constraints.enum === undefined ? undefined : compileEnum(constraints.enum, type, bit)
    case 'jsonSchema':
      return undefined
  }
}

type Order = NonNullable<CompiledType['order']>

function compileBound(
  name: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum',
  field: Field,
  type: CompiledType,
  faults: CompiledField['faults'],
  build: (bound: number, order: Order) => CellTest,
): CellTest | undefined {
  const text = field.constraints[name]
  const { order } = type
  if (text === undefined || order === undefined) return undefined
  const bytes = encoder.encode(text)
  if (type.test(bytes, 0, bytes.length) !== 0) {
    faults.push({ code: 'schema/property', details: { field: field.name, property: name, value: text } })
    return undefined
  }
  return build(order(bytes, 0, bytes.length), order)
}

function compilePatternConstraint(field: Field, bit: number, faults: CompiledField['faults']): CellTest | undefined {
  const { pattern } = field.constraints
  if (pattern === undefined) return undefined
  try {
    const compiled = compilePattern(pattern)
    return (bytes, start, end) => (compiled.test(bytes, start, end) ? 0 : bit)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    faults.push({ code: 'schema/pattern', details: { field: field.name, pattern, reason: error.message } })
    return undefined
  }
}

/** By value: a text of the list is accepted at once; another spelling of the same value is found through `read`. */
function compileEnum(values: readonly unknown[], type: CompiledType, bit: number): CellTest {
  const set = new ByteSet(values.map(enumText))
  if (type.test === acceptAnything) return (bytes, start, end) => (set.has(bytes, start, end) ? 0 : bit)
  const allowed = new Set(values.map((value) => identity(typeof value === 'string' ? type.read(value) : value)))
  const decoder = new TextDecoder()
  return (bytes, start, end) => {
    if (set.has(bytes, start, end)) return 0
    return allowed.has(identity(type.read(decoder.decode(bytes.subarray(start, end))))) ? 0 : bit
  }
}

export const enumText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Equal for equal values: objects whatever the order of their keys. */
function identity(value: unknown): string {
  if (value instanceof Date) return `d${value.getTime()}`
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : typeof part === 'bigint'
        ? `n${part}`
        : part,
  )
}

/** What a sentence about a fault of this field needs: what was expected, in the schema's own words. */
export function expectation(field: Field, constraint?: ConstraintName): Details {
  const details: Record<string, Detail> = { type: field.type, format: field.format }
  if (field.example !== undefined) details.example = field.example
  for (const [option, value] of Object.entries(field.options)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') details[option] = value
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) details[option] = value
  }
  if (constraint === 'enum') details.values = (field.constraints.enum ?? []).map(enumText)
  else if (constraint !== undefined) {
    const value = field.constraints[constraint]
    details.constraint = typeof value === 'object' ? JSON.stringify(value) : (value as Detail)
  }
  return details
}
