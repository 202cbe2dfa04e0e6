// JSON arrays, whatever they hold: the type `array` without its items, and what arrays of arrays hold.
// https://specs.frictionlessdata.io/table-schema/#array
import { asWritten, type CompiledType, type FieldType } from '../core/fieldType.js'
import type { Field } from '../core/schema.js'
import { decodeText } from './decodeText.js'
import { CLOSE_BRACKET, isJson, OPEN_BRACKET, skipJsonSpaces, skipJsonValue } from './jsonScan.js'
import { compileJsonSchemaTest, prepareJsonSchema } from './jsonSchemaTest.js'
import { jsonKey, readJson } from './jsonText.js'

const encoder = new TextEncoder()

export const jsonArray: FieldType<unknown[]> = {
  constraints: ['required', 'minLength', 'maxLength', 'enum', 'jsonSchema'],
  prepare: prepareJsonSchema,
  compile: compileJsonArray,
}

function compileJsonArray(field: Field): CompiledType<unknown[]> {
  return {
    test: (bytes, start, end) => (isJson(OPEN_BRACKET, bytes, start, end) ? 0 : 1),
    size(bytes, start, end) {
      let items = 0
      for (let at = firstItem(bytes, start, end); at >= 0; at = nextItem(bytes, skipJsonValue(bytes, at, end, 1), end)) items++
      return items
    },
    key: (bytes, start, end, out) => encoder.encodeInto(jsonKey(decodeText(bytes, start, end)), out).written,
    read: (text) => readJson(OPEN_BRACKET, text) as unknown[] | undefined,
    canonical: asWritten,
    ...compileJsonSchemaTest(field),
  }
}

/** Where the first item of an accepted array begins; -1 when it has none. */
export function firstItem(bytes: Uint8Array, start: number, end: number): number {
  const at = skipJsonSpaces(bytes, skipJsonSpaces(bytes, start, end) + 1, end)
  return bytes[at] === CLOSE_BRACKET ? -1 : at
}

/** Where the next item begins, `after` being the place after an item; -1 when there is none. */
export function nextItem(bytes: Uint8Array, after: number, end: number): number {
  const at = skipJsonSpaces(bytes, after, end)
  return bytes[at] === CLOSE_BRACKET ? -1 : skipJsonSpaces(bytes, at + 1, end)
}
