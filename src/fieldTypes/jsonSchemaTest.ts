// The constraint `jsonSchema` of objects and arrays, judged by ajv, which is loaded only for a schema that has it.
// https://datapackage.org/standard/table-schema/#jsonSchema
import type { Options, ValidateFunction } from 'ajv'
import { faultBit } from '../core/compileField.js'
import type { CellTest } from '../core/fieldType.js'
import { compilePattern } from '../core/pattern/compilePattern.js'
import type { Field } from '../core/schema.js'
import { decodeText } from './decodeText.js'
import { parseJson } from './jsonText.js'

let Ajv: typeof import('ajv').Ajv | undefined

export async function prepareJsonSchema({ constraints }: Field): Promise<void> {
  if (constraints.jsonSchema !== undefined) Ajv ??= (await import('ajv')).Ajv
}

/** What a type adds for a field with this constraint; a JSON Schema that cannot be understood is said. */
export function compileJsonSchemaTest({ constraints: { jsonSchema } }: Field): { faults?: CellTest; ignored?: readonly string[] } {
  if (jsonSchema === undefined || Ajv === undefined) return {}
  const validate = compileSchema(Ajv, jsonSchema)
  if (validate === undefined) return { ignored: ['constraints.jsonSchema'] }
  const bit = faultBit('jsonSchema')
  return { faults: (bytes, start, end) => (validate(parseJson(decodeText(bytes, start, end))) === true ? 0 : bit) }
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

/** undefined: not a JSON Schema that ajv understands (a mistake, a reference to another file). */
function compileSchema(AjvClass: NonNullable<typeof Ajv>, jsonSchema: unknown): ValidateFunction | undefined {
  // the keywords in use mean the same in every draft; ajv refuses the name of a draft that it does not hold
  const { $schema: _draft, ...schema } =
    typeof jsonSchema === 'object' && jsonSchema !== null ? (jsonSchema as Record<string, unknown>) : {}
  try {
    const validate = new AjvClass(OPTIONS).compile(typeof jsonSchema === 'boolean' ? jsonSchema : schema)
    return '$async' in schema ? undefined : validate
  } catch {
    return undefined
  }
}
