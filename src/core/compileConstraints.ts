// The constraints of a field, each made into a test of the texts that its type accepts.
import { ByteSet } from './byteSet.js'
import type { Details } from './diagnostic.js'
import { faultBit } from './faultBits.js'
import { acceptAnything, type CellTest, type CompiledType } from './fieldType.js'
import { type CompiledPattern, compilePattern, PatternError } from './pattern/compilePattern.js'
import type { Field } from './schema.js'

/** What of a field could not be understood. */
export interface FieldFault {
  code: `schema/${string}`
  details: Details
}

const encoder = new TextEncoder()

/** In the order of their bits; bounds share one test, which reads the value once. */
export function compileConstraints(
  field: Field,
  type: CompiledType,
  categories: readonly unknown[] | undefined,
  pattern: CompiledPattern | undefined,
  faults: FieldFault[],
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

function compileBounds(field: Field, type: CompiledType, faults: FieldFault[]): CellTest | undefined {
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
export function compileFieldPattern(field: Field, faults: FieldFault[]): CompiledPattern | undefined {
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
export function readCategories(field: Field, faults: FieldFault[]): readonly unknown[] | undefined {
  const { categories } = field.options
  if (categories === undefined || categories === null) return undefined
  const values = categoryValues(categories)
  if (values === undefined) faults.push({ code: 'schema/property', details: { field: field.name, property: 'categories' } })
  return values
}

export function categoryValues(categories: unknown): readonly unknown[] | undefined {
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
