// The items of an array judged as fields of their own, as frictionless has it: https://framework.frictionlessdata.io/docs/fields/array.html
import { compileField } from '../core/compileField.js'
import { faultBit, TYPE_FAULT } from '../core/faultBits.js'
import type { CellTest } from '../core/fieldType.js'
import { CONSTRAINTS, type ConstraintName, type Constraints, type Field } from '../core/schema.js'
import { decodeText } from './decodeText.js'
import { itemTypes } from './itemTypes.js'
import { isRecord } from './jsonValue.js'

type ItemField = Field & { type: keyof typeof itemTypes }

export interface DeclaredItem {
  field: ItemField
  /** Paths of what could not be understood. */
  ignored: string[]
}

/** undefined: every item will do. */
export function readArrayItem({ name, options: { arrayItem } }: Field): DeclaredItem | undefined {
  if (arrayItem === undefined || arrayItem === null) return undefined
  const ignored: string[] = []
  if (!isRecord(arrayItem)) return { field: anyField(name), ignored: ['arrayItem'] }
  const { type = 'any', format = 'default', constraints = {}, ...options } = arrayItem
  const field: ItemField = { ...anyField(name), options }
  if (typeof type === 'string' && Object.hasOwn(itemTypes, type)) field.type = type as keyof typeof itemTypes
  else ignored.push('arrayItem.type')
  if (typeof format === 'string') field.format = format
  else ignored.push('arrayItem.format')
  // beside the type they have no effect, though authors mean them
  for (const constraint of CONSTRAINTS) if (Object.hasOwn(options, constraint)) ignored.push(`arrayItem.${constraint}`)
  if (isRecord(constraints)) field.constraints = readConstraints(constraints, itemTypes[field.type].constraints, ignored)
  else ignored.push('arrayItem.constraints')
  return { field, ignored }
}

function anyField(name: string): ItemField {
  // an empty text between quotes is a value
  return { name, type: 'any', format: 'default', constraints: {}, missingValues: [], options: {} }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isBound = (value: unknown) => isText(value) || typeof value === 'number'
const isLength = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0

const UNDERSTOOD: Readonly<Record<ConstraintName, (value: unknown) => boolean>> = {
  required: (value) => typeof value === 'boolean',
  minLength: isLength,
  maxLength: isLength,
  minimum: isBound,
  maximum: isBound,
  exclusiveMinimum: isBound,
  exclusiveMaximum: isBound,
  pattern: isText,
  enum: (value) => Array.isArray(value) && value.length > 0,
  jsonSchema: (value) => isRecord(value) || typeof value === 'boolean',
}
const AS_TEXT: readonly string[] = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']

function readConstraints(written: Readonly<Record<string, unknown>>, supported: readonly string[], ignored: string[]): Constraints {
  const constraints: Constraints = {}
  for (const [name, value] of Object.entries(written)) {
    const known = supported.includes(name) && UNDERSTOOD[name as ConstraintName](value)
    if (known) Object.assign(constraints, { [name]: AS_TEXT.includes(name) ? String(value) : value })
    else ignored.push(`arrayItem.constraints.${name}`)
  }
  return constraints
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LOWER_F = 0x66
const LOWER_N = 0x6e
const LOWER_T = 0x74
const OPEN_BRACKET = 0x5b
const OPEN_BRACE = 0x7b
const encoder = new TextEncoder()
const REFUSED: CellTest = () => TYPE_FAULT

/** The test of one JSON value: a text is judged by what its quotes hold, numbers and booleans as those of a workbook. */
export function compileArrayItem({ field, ignored }: DeclaredItem): { test: CellTest; ignored: string[] } {
  const compiled = compileField(field, itemTypes)
  const { test, native = {} } = compiled
  const number = native.number ?? REFUSED
  const boolean = native.boolean ?? REFUSED
  const structure = field.type === 'string' ? REFUSED : test
  const nothing = TYPE_FAULT | (field.constraints.required === true ? faultBit('jsonSchema') : 0)
  return {
    ignored: compiled.faults.length === 0 ? ignored : [...ignored, 'arrayItem'],
    test(bytes, start, end) {
      switch (bytes[start]) {
        case QUOTE:
          return testText(test, bytes, start + 1, end - 1)
        case LOWER_T:
        case LOWER_F:
          return boolean(bytes, start, end)
        case OPEN_BRACKET:
        case OPEN_BRACE:
          return structure(bytes, start, end)
        case LOWER_N:
          return nothing
        default:
          return number(bytes, start, end)
      }
    },
  }
}

function testText(test: CellTest, bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    if (bytes[i] !== BACKSLASH) continue
    const text = encoder.encode(JSON.parse(decodeText(bytes, start - 1, end + 1)) as string)
    return test(text, 0, text.length)
  }
  return test(bytes, start, end)
}
