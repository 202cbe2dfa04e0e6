// A field, its type and its constraints made into one test of a cell's bytes. Runs once per column; what it returns runs once per cell.
import { ByteSet } from './byteSet.js'
import type { Detail, Details } from './diagnostic.js'
import { faultBit, TYPE_FAULT } from './faultBits.js'
import { acceptAnything, type CellTest, type CompiledType, type FieldType } from './fieldType.js'
import { type CompiledPattern, compilePattern, PatternError } from './pattern/compilePattern.js'
import type { ConstraintName, Field } from './schema.js'

export interface CompiledField {
  field: Field
  type: CompiledType
  /** Missing values, type and constraints in one. */
  test: CellTest
  /** The same, for cells known to hold a byte at least. undefined: no such cell can be wrong. */
  filledTest: CellTest | undefined
  /** No text of as many bytes, or fewer, can be wrong, save the empty one: such a cell need not be offered to the test. */
  freeBytes: number
  /** The same for the native cells of workbooks, by kind; absent kinds are tested as text. */
  native: CompiledType['native']
  isMissing(bytes: Uint8Array, start: number, end: number): boolean
  /** See `CompiledType`; constraints and missing values included. */
  figuresAlike: boolean
  /** What could not be understood. */
  faults: { code: `schema/${string}`; details: Details }[]
}

const encoder = new TextEncoder()

/** Of a cell: offsets are integers of 32 bits. */
export const MOST_BYTES = 0x7fffffff

export function compileField(field: Field, types: Readonly<Record<string, FieldType>>): CompiledField {
  const fieldType = types[field.type] ?? types.any
  if (fieldType === undefined) throw new Error(`no type ${field.type}`)
  const type = fieldType.compile(field)
  const faults: CompiledField['faults'] = (type.ignored ?? []).map((property) => ({
    code: property === 'format' ? 'schema/unknown-format' : 'schema/property',
    details: { field: field.name, property, format: field.format },
  }))
  const categories = fieldType.categories === true ? readCategories(field, faults) : undefined
  const pattern = compileFieldPattern(field, faults)
  const constraints = compileConstraints(field, type, categories, pattern, faults)
  const isMissing = compileMissing(field.missingValues)
  const required = field.constraints.required === true ? faultBit('required') : 0
  const onlyEmptyIsMissing = field.missingValues.length === 1 && field.missingValues[0] === ''
  const valueTest = allOf(type.test, constraints)
  const test: CellTest = (bytes, start, end) => (isMissing(bytes, start, end) ? required : valueTest(bytes, start, end))
  const free = type.test === acceptAnything && (onlyEmptyIsMissing || required === 0)
  const cannotFail = free && constraints.length === 0
  const filledTest = cannotFail ? undefined : onlyEmptyIsMissing ? valueTest : test
  const onlyMaxLength = constraints.length === 1 && field.constraints.maxLength !== undefined
  const freeBytes = cannotFail ? MOST_BYTES : free && onlyMaxLength ? Math.min(field.constraints.maxLength ?? 0, MOST_BYTES) : 0
  const native: CompiledType['native'] = {}
  for (const [kind, nativeTest] of Object.entries(type.native ?? {})) native[kind as keyof typeof native] = allOf(nativeTest, constraints)
  if (field.example !== undefined && !accepts(test, field.example)) {
    faults.push({ code: 'schema/example', details: { field: field.name, example: field.example } })
  }
  const figuresAlike =
    type.figuresAlike === true && areFiguresAlike(field, pattern) && type.faults === undefined && categories === undefined
  return { field, type, test, filledTest, freeBytes, native, isMissing, figuresAlike, faults }
}

/** Of missing values and constraints. */
function areFiguresAlike({ constraints, missingValues }: Field, pattern: CompiledPattern | undefined): boolean {
  const { required: _, minLength: __, maxLength: ___, pattern: asked, ...others } = constraints
  const isPatternAlike = asked === undefined || pattern?.figuresAlike === true
  return isPatternAlike && Object.keys(others).length === 0 && !missingValues.some((text) => /[1-9]/.test(text))
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
    return (bytes, start, end) => (type(bytes, start, end) !== 0 ? TYPE_FAULT : first(bytes, start, end) | second(bytes, start, end))
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

/** In the order of their bits; bounds share one test, which reads the value once. */
function compileConstraints(
  field: Field,
  type: CompiledType,
  categories: readonly unknown[] | undefined,
  pattern: CompiledPattern | undefined,
  faults: CompiledField['faults'],
): CellTest[] {
  const { enum: values } = field.constraints
  const tests = [
    ...compileLengths(field, type),
    compileBounds(field, type, faults),
    pattern && compilePatternConstraint(pattern),
    values === undefined ? undefined : compileEnum(values, type, faultBit('enum')),
    categories === undefined ? undefined : compileEnum(categories, type, faultBit('enum')),
    type.faults,
  ]
  return tests.filter((test) => test !== undefined)
}

function compileLengths({ constraints }: Field, { size }: CompiledType): CellTest[] {
  const { minLength, maxLength } = constraints
  const tests: CellTest[] = []
  if (size === undefined) return tests
  if (minLength !== undefined) {
    const bit = faultBit('minLength')
    tests.push((bytes, start, end) => (size(bytes, start, end) < minLength ? bit : 0))
  }
  if (maxLength !== undefined) {
    const bit = faultBit('maxLength')
    // No text has more characters, and no list more items, than bytes.
    tests.push((bytes, start, end) => (end - start > maxLength && size(bytes, start, end) > maxLength ? bit : 0))
  }
  return tests
}

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const

function compileBounds(field: Field, type: CompiledType, faults: CompiledField['faults']): CellTest | undefined {
  const { order } = type
  if (order === undefined) return undefined
  const [minimum, maximum, above, below] = BOUNDS.map((name) => {
    const text = field.constraints[name]
    if (text === undefined) return { value: Number.NaN, bit: 0 }
    const bytes = encoder.encode(text)
    if (type.test(bytes, 0, bytes.length) === 0) return { value: order(bytes, 0, bytes.length), bit: faultBit(name) }
    faults.push({ code: 'schema/property', details: { field: field.name, property: name, value: text } })
    return { value: Number.NaN, bit: 0 }
  }) as [Bound, Bound, Bound, Bound]
  const declared = minimum.bit | maximum.bit
  if ((above.bit | below.bit) !== 0) {
    return (bytes, start, end) => {
      const value = order(bytes, start, end)
      return (
        (value >= minimum.value ? 0 : minimum.bit) |
        (value <= maximum.value ? 0 : maximum.bit) |
        (value > above.value ? 0 : above.bit) |
        (value < below.value ? 0 : below.bit)
      )
    }
  }
  if (declared === 0) return undefined
  return (bytes, start, end) => {
    const value = order(bytes, start, end)
    return (value >= minimum.value ? 0 : minimum.bit) | (value <= maximum.value ? 0 : maximum.bit)
  }
}

/** A bound that is not declared has no bit, so that failing it says nothing. */
interface Bound {
  value: number
  bit: number
}

/** undefined: there is no pattern, or it cannot be understood. */
function compileFieldPattern(field: Field, faults: CompiledField['faults']): CompiledPattern | undefined {
  const { pattern } = field.constraints
  if (pattern === undefined) return undefined
  try {
    return compilePattern(pattern)
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    faults.push({ code: 'schema/pattern', details: { field: field.name, pattern, reason: error.message } })
    return undefined
  }
}

function compilePatternConstraint({ test }: CompiledPattern): CellTest {
  const bit = faultBit('pattern')
  return (bytes, start, end) => (test(bytes, start, end) ? 0 : bit)
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

/** The values of `categories`, which says them alone or with labels. https://datapackage.org/standard/table-schema/#categories */
function readCategories(field: Field, faults: CompiledField['faults']): readonly unknown[] | undefined {
  const { categories } = field.options
  if (categories === undefined || categories === null) return undefined
  const values = categoryValues(categories)
  if (values === undefined) faults.push({ code: 'schema/property', details: { field: field.name, property: 'categories' } })
  return values
}

function categoryValues(categories: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(categories) || categories.length === 0) return undefined
  const values = categories.map((category: unknown) =>
    typeof category === 'object' && category !== null && 'value' in category ? category.value : category,
  )
  return values.every((value) => typeof value === 'string' || typeof value === 'number') ? values : undefined
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

/** Allowed values that a finding repeats: a schema may list thousands, and a file break it in as many cells. */
const MOST_VALUES_TOLD = 20

/**
 * What a sentence about a fault of this field needs: what was expected, in the schema's own words. Of many allowed values the first,
 * and `valuesTotal`: how many there are.
 */
export function expectation(field: Field, constraint?: ConstraintName): Details {
  const details: Record<string, Detail> = { type: field.type, format: field.format }
  if (field.example !== undefined) details.example = field.example
  for (const [option, value] of Object.entries(field.options)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') details[option] = value
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) details[option] = value
  }
  const item = itemOf(field)
  if (typeof item.type === 'string') details.itemType = item.type
  if (constraint === undefined) return details
  const value = field.constraints[constraint] ?? item.constraints?.[constraint]
  if (constraint !== 'enum') details.constraint = typeof value === 'object' ? JSON.stringify(value) : (value as Detail)
  else {
    const values: readonly unknown[] = Array.isArray(value) ? value : (categoryValues(field.options.categories) ?? [])
    details.values = values.slice(0, MOST_VALUES_TOLD).map(enumText)
    if (values.length > MOST_VALUES_TOLD) details.valuesTotal = values.length
  }
  return details
}

/** What the field asks of the items of an array, as written. */
function itemOf({ options: { arrayItem } }: Field): { type?: unknown; constraints?: Readonly<Record<string, unknown>> } {
  return typeof arrayItem === 'object' && arrayItem !== null ? arrayItem : {}
}
