// The constraint `jsonSchema` of objects and arrays, judged by ajv, which is loaded only for a schema that has it.
// https://datapackage.org/standard/table-schema/#jsonSchema
import type { Options, ValidateFunction } from 'ajv'
import { faultBit } from '../core/faultBits.js'
import type { CellTest } from '../core/fieldType.js'
import { compilePattern } from '../core/pattern/compilePattern.js'
import type { Field } from '../core/schema.js'
import { decodeText } from './decodeText.js'
import { parseJson } from './jsonText.js'

type AjvClass = typeof import('ajv').Ajv

let Ajv: AjvClass | undefined

export async function prepareJsonSchema({ constraints }: Field): Promise<void> {
  if (constraints.jsonSchema !== undefined) Ajv ??= await loadAjv()
}

/** A bundler gives a CommonJS package by its default export only. */
async function loadAjv(): Promise<AjvClass> {
  const loaded: { Ajv?: AjvClass; default?: { Ajv?: AjvClass } } = await import('ajv')
  const found = loaded.Ajv ?? loaded.default?.Ajv
  if (found === undefined) throw new Error('ajv cannot be loaded')
  return found
}

/** What a type adds for a field with this constraint; a JSON Schema that cannot be understood is said. */
export function compileJsonSchemaTest({ constraints: { jsonSchema } }: Field): { faults?: CellTest; ignored?: readonly string[] } {
  if (jsonSchema === undefined) return {}
  if (Ajv === undefined) throw new Error('prepareJsonSchema comes first')
  const validate = compileSchema(Ajv, jsonSchema)
  if (validate === undefined) return { ignored: ['constraints.jsonSchema'] }
  const bit = faultBit('jsonSchema')
  return { faults: (bytes, start, end) => (follows(validate, parseJson(decodeText(bytes, start, end))) ? 0 : bit) }
}

/** A value for which the JSON Schema asks about the same value without end does not follow it: nothing says that it does. */
function follows(validate: ValidateFunction, value: unknown): boolean {
  try {
    return validate(value) === true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const encoder = new TextEncoder()

/** Ours, so that no pattern of a stranger can hang the run. JSON Schema looks for a pattern anywhere in the text. */
const compileRegExp = (pattern: string) => {
  const { test } = compilePattern(`[\\s\\S]*(?:${pattern})[\\s\\S]*`)
  return {
    test(text: string) {
      const bytes = encoder.encode(text)
      return test(bytes, 0, bytes.length)
    },
  }
}

const OPTIONS: Options = {
  strict: false,
  logger: false,
  // as JSON Schema has it, a format says what a text is and asks nothing
  validateFormats: false,
  code: { regExp: Object.assign(compileRegExp, { code: 'compileRegExp' }) },
}

/** One of each kind: what a JSON Schema that refers to itself for the same value, as `{"$ref": "#"}`, never finishes with. */
const SAMPLES: readonly unknown[] = [null, true, 0, '', [], {}]

/** undefined: not a JSON Schema that ajv understands (a mistake, a reference to another file, or without end to itself). */
function compileSchema(Class: AjvClass, jsonSchema: unknown): ValidateFunction | undefined {
  // the keywords in use mean the same in every draft; ajv refuses the name of a draft that it does not hold
  const { $schema: _draft, ...schema } =
    typeof jsonSchema === 'object' && jsonSchema !== null ? (jsonSchema as Record<string, unknown>) : {}
  try {
    const validate = new Class(OPTIONS).compile(typeof jsonSchema === 'boolean' ? jsonSchema : schema)
    if ('$async' in schema) return undefined
    for (const sample of SAMPLES) validate(sample)
    return validate
  } catch {
    return undefined
  }
}
