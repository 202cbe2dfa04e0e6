// A field, its type and its constraints made into one test of a cell's bytes. Runs once per column; what it returns runs once per cell.
import { INDIFFERENT } from './alike.js'
import { ByteSet } from './byteSet.js'
import { categoryValues, compileConstraints, compileFieldPattern, enumText, type FieldFault, readCategories } from './compileConstraints.js'
import type { Detail, Details } from './diagnostic.js'
import { faultBit, TYPE_FAULT } from './faultBits.js'
import { acceptAnything, type CellTest, type CompiledType, type FieldType } from './fieldType.js'
import type { CompiledPattern } from './pattern/compilePattern.js'
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
  alike: number
  faults: FieldFault[]
}

const encoder = new TextEncoder()

/** Of a cell: offsets are integers of 32 bits. */
export const MOST_BYTES = 0x7fffffff

export function compileField(field: Field, types: Readonly<Record<string, FieldType>>): CompiledField {
  const fieldType = types[field.type] ?? types.any
  if (fieldType === undefined) throw new Error(`no type ${field.type}`)
  const type = fieldType.compile(field)
  const faults: FieldFault[] = (type.ignored ?? []).map((property) => ({
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
  const isPlain = type.faults === undefined && categories === undefined
  const alike = isPlain ? (type.alike ?? INDIFFERENT.none) & alikeFor(field, pattern) : INDIFFERENT.none
  return { field, type, test, filledTest, freeBytes, native, isMissing, alike, faults }
}

/** Of missing values and constraints. */
function alikeFor({ constraints, missingValues }: Field, pattern: CompiledPattern | undefined): number {
  const { required: _, minLength: __, maxLength: ___, pattern: asked, ...others } = constraints
  if (Object.keys(others).length > 0 || missingValues.some((text) => /[1-9]/.test(text))) return INDIFFERENT.none
  const ofPattern = asked === undefined ? INDIFFERENT.allFigures : (pattern?.alike ?? INDIFFERENT.none)
  return missingValues.some((text) => text.includes('0')) ? ofPattern & INDIFFERENT.figures : ofPattern
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
