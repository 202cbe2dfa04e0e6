// JSON objects. https://specs.frictionlessdata.io/table-schema/#object
import { asWritten, type FieldType } from '../core/fieldType.js'
import { decodeText } from './decodeText.js'
import { isJson, OPEN_BRACE } from './jsonScan.js'
import { compileJsonSchemaTest, prepareJsonSchema } from './jsonSchemaTest.js'
import { jsonKey, parseJson, readJson } from './jsonText.js'

const encoder = new TextEncoder()

export const object: FieldType<object> = {
  constraints: ['required', 'minLength', 'maxLength', 'enum', 'jsonSchema'],
  prepare: prepareJsonSchema,
  compile: (field) => ({
    test: (bytes, start, end) => (isJson(OPEN_BRACE, bytes, start, end) ? 0 : 1),
    size: (bytes, start, end) => Object.keys(parseJson(decodeText(bytes, start, end)) as object).length,
    key: (bytes, start, end, out) => encoder.encodeInto(jsonKey(decodeText(bytes, start, end)), out).written,
    read: (text) => readJson(OPEN_BRACE, text) as object | undefined,
    canonical: asWritten,
    ...compileJsonSchemaTest(field),
  }),
}
