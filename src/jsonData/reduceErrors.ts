// A schema that offers several forms is told of by ajv form by form: what is kept is what is wrong with the form that was meant.
import { isDescriptor } from '../schema/descriptor.js'
import type { JsonError } from './jsonError.js'

/** The schemas below each form of a list of forms, references followed. */
export type FormsOf = (forms: readonly unknown[]) => readonly ReadonlySet<unknown>[]

export function reduceErrors(errors: readonly JsonError[], formsOf: FormsOf): JsonError[] {
  const kept: JsonError[] = []
  for (const error of errors) {
    // What `then` and `else` ask is told by itself; of a name, `propertyNames` tells.
    if (error.keyword === 'if' || error.propertyName !== undefined) continue
    const forms: unknown = error.parentSchema?.[error.keyword]
    if ((error.keyword !== 'anyOf' && error.keyword !== 'oneOf') || !Array.isArray(forms)) kept.push(error)
    else if (Array.isArray(error.params.passingSchemas)) kept.push(error)
    else kept.push(...chosen(error, takeFormErrors(kept, error, formsOf(forms))))
  }
  return kept
}

/** The errors of each form, taken from the end of `kept`, where they stand right before the error of the whole. */
function takeFormErrors(kept: JsonError[], { instancePath }: JsonError, forms: readonly ReadonlySet<unknown>[]): JsonError[][] {
  const byForm: JsonError[][] = forms.map(() => [])
  for (let last = kept.at(-1); last?.instancePath.startsWith(instancePath); last = kept.at(-1)) {
    const { parentSchema } = last
    const owners = forms.flatMap((schemas, i) => (schemas.has(parentSchema) ? [i] : []))
    if (owners.length === 0) break
    for (const i of owners) byForm[i]!.unshift(last)
    kept.pop()
  }
  return byForm
}

function chosen(error: JsonError, byForm: readonly (readonly JsonError[])[]): readonly JsonError[] {
  const told = byForm.filter((errors) => errors.length > 0)
  const isOtherType = ({ keyword, instancePath }: JsonError): boolean => keyword === 'type' && instancePath === error.instancePath
  // An object says by its `type` which of several it means to be.
  const isOtherKind = ({ keyword, instancePath }: JsonError): boolean =>
    (keyword === 'enum' || keyword === 'const') && instancePath === `${error.instancePath}/type`
  const ofType = told.filter((errors) => !errors.some(isOtherType))
  const meant = ofType.filter((errors) => !errors.some(isOtherKind))
  if (told.length < byForm.length) return [error]
  if (meant.length === 1) return meant[0]!
  if (ofType.length === 1) return ofType[0]!
  if (meant.length > 1) return [error]
  if (ofType.length > 1) return [unionOf(ofType.flatMap((errors) => errors.find(isOtherKind) ?? []))]
  return [unionOf(told.flatMap((errors) => errors.find(isOtherType) ?? []))]
}

/** One error for several that ask for other values, or other types, of the same value. */
function unionOf(errors: readonly JsonError[]): JsonError {
  const [first] = errors
  if (first === undefined) throw new Error('a form without its error')
  const types = errors.flatMap(({ params }) => (params.type as string | readonly string[] | undefined) ?? [])
  const values = errors.flatMap(
    ({ params }) => (params.allowedValues as readonly unknown[] | undefined) ?? ('allowedValue' in params ? [params.allowedValue] : []),
  )
  const params = first.keyword === 'type' ? { type: [...new Set(types)] } : { allowedValues: [...new Set(values)] }
  return { ...first, keyword: first.keyword === 'const' ? 'enum' : first.keyword, params }
}

/** The names that an object may have by this schema, and no other. */
export const namesIn = (schema: unknown): string[] =>
  isDescriptor(schema) && isDescriptor(schema.properties) ? Object.keys(schema.properties) : []
