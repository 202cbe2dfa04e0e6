// Where the references of a JSON Schema lead, among documents that are at hand.
import { isDescriptor, isText } from '../schema/descriptor.js'
import { subschemasOf } from './keywords.js'
import type { Resolve } from './planStreams.js'
import { partsOf } from './pointer.js'
import type { FormsOf } from './reduceErrors.js'

/** By address, without fragment. */
type Documents = ReadonlyMap<string, unknown>

/** Where a reference leads; undefined: to what this does not understand, an anchor for instance. */
export function resolverOf(known: Documents): Resolve {
  const resources = new Map<string, unknown>(known)
  for (const [uri, document] of known) addResources(document, uri, resources)
  return (reference, { document }) => {
    if (!URL.canParse(reference, document)) return undefined
    const url = new URL(reference, document)
    const fragment = decodeURI(url.hash.slice(1))
    url.hash = ''
    let schema = resources.get(url.href)
    if (schema === undefined || (fragment !== '' && !fragment.startsWith('/'))) return undefined
    for (const part of partsOf(fragment)) {
      if (typeof schema !== 'object' || schema === null || !Object.hasOwn(schema, part)) return undefined
      schema = (schema as Record<string, unknown>)[part]
      // Beyond an address of its own, references would start from there.
      if (isDescriptor(schema) && isText(schema.$id)) return { schema, document: new URL(schema.$id, url).href, pointer: '' }
    }
    return isDescriptor(schema) || typeof schema === 'boolean' ? { schema, document: url.href, pointer: fragment } : undefined
  }
}

function addResources(schema: unknown, base: string, found: Map<string, unknown>): void {
  if (!isDescriptor(schema)) return
  const uri = isText(schema.$id) && !schema.$id.startsWith('#') ? new URL(schema.$id, base).href : base
  if (uri !== base) found.set(uri, schema)
  for (const { schema: below } of subschemasOf(schema)) addResources(below, uri, found)
}

/** Tells which schemas stand below each of several forms. */
export function formsFinder(known: Documents): FormsOf {
  const resolve = resolverOf(known)
  const documents = new Map<unknown, string>()
  const visit = (schema: unknown, base: string): void => {
    if (!isDescriptor(schema) || documents.has(schema)) return
    const uri = isText(schema.$id) && URL.canParse(schema.$id, base) ? new URL(schema.$id, base).href : base
    documents.set(schema, uri)
    for (const { schema: below } of subschemasOf(schema)) visit(below, uri)
  }
  for (const [uri, document] of known) visit(document, uri)
  const found = new WeakMap<readonly unknown[], readonly ReadonlySet<unknown>[]>()

  function below(form: unknown): ReadonlySet<unknown> {
    const all = new Set<unknown>()
    const pending = [form]
    for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
      if (!isDescriptor(schema) || all.has(schema)) continue
      all.add(schema)
      for (const { schema: inner } of subschemasOf(schema)) pending.push(inner)
      const document = documents.get(schema)
      if (!isText(schema.$ref) || document === undefined) continue
      const target = resolve(schema.$ref, { schema, document, pointer: '' })
      if (target !== undefined) pending.push(target.schema)
    }
    return all
  }
  return (forms) => {
    const known = found.get(forms) ?? forms.map(below)
    found.set(forms, known)
    return known
  }
}
