// A JSON Schema as tests of values: of the document as a whole, and of each item of the arrays that need not be held whole.
import type { Ajv as AjvClass, ErrorObject, Options, ValidateFunction } from 'ajv'
import type { FormatsPlugin } from 'ajv-formats'
import { ScdlError } from '../core/error.js'
import { compilePattern } from '../core/pattern/compilePattern.js'
import { type Descriptor, isDescriptor } from '../schema/descriptor.js'
import type { SchemaFault } from '../schema/schemaFault.js'
import { canonicalJson } from './canonicalJson.js'
import { ecmaPattern } from './ecmaPattern.js'
import { formatTests } from './formats.js'
import { geoJsonSchemas } from './geoJsonSchemas.js'
import type { JsonError } from './jsonError.js'
import { planStreams, type StreamPlan } from './planStreams.js'
import { reduceErrors } from './reduceErrors.js'
import { rootAddress } from './references.js'
import { formsFinder, resolverOf } from './resolveReference.js'
import { tidySchema } from './tidySchema.js'

/** What is wrong with a value, which took so many bytes; nothing: it follows the schema. Throws `ScdlError('limit-exceeded')` where that cannot be told in time. */
export type JsonTest = (value: unknown, size: number) => readonly JsonError[]

export interface Stream extends StreamPlan {
  test: JsonTest
}

export interface CompiledJsonSchema {
  /** Of a document whose streamed arrays were emptied. */
  test: JsonTest
  streams: readonly Stream[]
  /** Of the errors of a test, those that say what is wrong. */
  reduce(errors: readonly JsonError[]): JsonError[]
  faults: readonly SchemaFault[]
}

/** By address, without fragment: the documents that the schema refers to. */
export type Documents = ReadonlyMap<string, unknown>

/** Evaluations of references that a value may cost: a schema that refers to itself by several ways asks for as many as it likes. */
const STEPS = 200_000
const STEPS_PER_BYTE = 10

/** Throws `ScdlError`: `json-schema-refused` (reason: ajv's own words), `limit-exceeded`. */
export async function compileJsonSchema(written: Descriptor, documents: Documents, address?: string): Promise<CompiledJsonSchema> {
  const { schema, faults, isRecent } = tidySchema(written)
  const rootUri = rootAddress(written, address)
  const root = isDescriptor(schema) ? { ...schema, $id: rootUri } : schema
  const { ajv, steps } = await makeAjv(isRecent)
  const known = new Map<string, unknown>([[rootUri, root], ...geoJsonSchemas])
  for (const [uri, document] of documents) {
    const tidied = isDescriptor(document) ? tidySchema(document).schema : true
    known.set(uri, isDescriptor(tidied) ? withoutAddress(tidied) : tidied)
  }
  const guarded =
    (validate: ValidateFunction): JsonTest =>
    (value, size) => {
      steps.left = STEPS + STEPS_PER_BYTE * size
      return follows(validate, value) ? [] : [...(validate.errors ?? [])]
    }
  try {
    for (const [uri, document] of known) ajv.addSchema(document as Descriptor, uri)
    const test = guarded(compiled(ajv, { $ref: rootUri }))
    const plans = planStreams({ schema: root, document: rootUri, pointer: '' }, resolverOf(known))
    const streams = plans.map((plan) => ({
      ...plan,
      test: guarded(compiled(ajv, { allOf: plan.items.map(({ document, pointer }) => ({ $ref: `${document}#${encodeURI(pointer)}` })) })),
    }))
    const formsOf = formsFinder(known)
    return { test, streams, faults, reduce: (errors) => reduceErrors(errors, formsOf) }
  } catch (error) {
    if (error instanceof ScdlError) throw error
    throw new ScdlError('json-schema-refused', { reason: error instanceof Error ? error.message : String(error) }, { cause: error })
  }
}

/** ajv compiles what is referred to when it is first met: all of it now, so that a fault of the schema is one of the schema. */
function compiled(ajv: AjvClass, schema: Descriptor): ValidateFunction {
  const validate = ajv.compile(schema)
  if ('$async' in validate) throw new Error('$async')
  return validate
}

const withoutAddress = ({ $id: _id, ...others }: Descriptor): Descriptor => others

/** A value for which the schema asks about the same value without end follows nothing. */
function follows(validate: ValidateFunction, value: unknown): boolean {
  try {
    return validate(value) === true
  } catch (error) {
    if (error instanceof RangeError) throw new ScdlError('limit-exceeded', { limit: 'schemaSteps', value: STEPS }, { cause: error })
    throw error
  }
}

async function makeAjv(isRecent: boolean): Promise<{ ajv: AjvClass; steps: { left: number } }> {
  const [Class, { _ }, plugin] = await Promise.all([loadAjv(isRecent), loadCode(), loadFormats()])
  const steps = {
    left: 0,
    exceed(): never {
      throw new ScdlError('limit-exceeded', { limit: 'schemaSteps', value: STEPS })
    },
  }
  const ajv = new Class({ ...OPTIONS, formats: formatTests(plugin) })
  ajv.addKeyword({
    keyword: 'scdlStep',
    code({ gen }) {
      const counter = gen.scopeValue('obj', { ref: steps })
      gen.code(_`if (--${counter}.left < 0) ${counter}.exceed()`)
    },
  })
  // ajv's own compares each item with each other.
  ajv.removeKeyword('uniqueItems')
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', validate: hasNoTwins, errors: 'full' })
  return { ajv, steps }
}

function hasNoTwins(this: unknown, isAsked: boolean, items: readonly unknown[]): boolean {
  if (!isAsked) return true
  const seen = new Map<string, number>()
  for (const [j, item] of items.entries()) {
    const text = canonicalJson(item)
    const i = seen.get(text)
    if (i !== undefined) {
      hasNoTwins.errors = [{ keyword: 'uniqueItems', params: { i, j } }]
      return false
    }
    seen.set(text, j)
  }
  return true
}
hasNoTwins.errors = [] as Partial<ErrorObject>[]

const encoder = new TextEncoder()

/** Ours, so that no pattern of a stranger can hang the run. */
function compileRegExp(pattern: string) {
  const { test } = compilePattern(ecmaPattern(pattern))
  let room = new Uint8Array(256)
  return {
    test(text: string) {
      if (room.length < text.length * 3) room = new Uint8Array(text.length * 3)
      return test(room, 0, encoder.encodeInto(text, room).written)
    },
  }
}

const OPTIONS: Options = {
  strict: false,
  logger: false,
  meta: false,
  // What it refuses was put aside, with a word.
  validateSchema: false,
  allErrors: true,
  verbose: true,
  messages: false,
  ownProperties: true,
  inlineRefs: false,
  code: { regExp: Object.assign(compileRegExp, { code: 'compileRegExp' }) },
}

/** A bundler gives a CommonJS package by its default export only. */
type Loaded<T> = T & { default?: T }

async function loadAjv(isRecent: boolean): Promise<typeof AjvClass> {
  const loaded: Loaded<{ Ajv?: typeof AjvClass; Ajv2020?: typeof AjvClass }> = await (isRecent
    ? (import('ajv/dist/2020.js') as Promise<unknown> as Promise<{ Ajv2020?: typeof AjvClass }>)
    : import('ajv'))
  const found = loaded.Ajv2020 ?? loaded.default?.Ajv2020 ?? loaded.Ajv ?? loaded.default?.Ajv
  if (found === undefined) throw new Error('ajv cannot be loaded')
  return found
}

async function loadCode(): Promise<Pick<typeof import('ajv'), '_'>> {
  const loaded: Loaded<{ _?: typeof import('ajv')['_'] }> = await import('ajv')
  const _ = loaded._ ?? loaded.default?._
  if (_ === undefined) throw new Error('ajv cannot be loaded')
  return { _ }
}

async function loadFormats(): Promise<FormatsPlugin> {
  let found = (await import('ajv-formats')) as unknown as { default?: unknown; get?: unknown }
  while (found.get === undefined && found.default !== undefined) found = found.default as typeof found
  return found as unknown as FormatsPlugin
}
