// What a user expects of some fields beyond their schema.
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import type { Schema } from '../core/schema.js'

/** By field, a text in which `*` stands for any characters. Throws `ScdlError('unknown-field')`. */
export function withExpected(schema: Schema, expected: Readonly<Record<string, string>>): Schema {
  const known = schema.fields.map(({ name }) => name)
  for (const field of Object.keys(expected)) {
    if (known.includes(field)) continue
    const near = nearest(field, known)
    throw new ScdlError('unknown-field', { field, known, ...(near !== undefined && { nearest: near }) })
  }
  const fields = schema.fields.map((field) => {
    const text = Object.hasOwn(expected, field.name) ? expected[field.name] : undefined
    return text === undefined ? field : { ...field, expected: text }
  })
  return { ...schema, fields }
}
