// Which arrays of a document can be checked item by item: those of which the schema asks nothing that needs two of their items at once.
import { type Descriptor, isDescriptor, isText } from '../schema/descriptor.js'
import { isSchema } from './keywords.js'
import { escapePart } from './pointer.js'

/** A schema and where it stands: the document that `#` means in it, and the pointer from there. */
export interface SchemaNode {
  schema: Descriptor | boolean
  document: string
  pointer: string
}

export interface StreamPlan {
  /** Names of the objects' members that lead to the array; empty: the document is the array. */
  path: readonly string[]
  /** What holds for each item, all together. */
  items: readonly SchemaNode[]
  minItems: number
  maxItems: number
  uniqueItems: boolean
}

export type Resolve = (reference: string, from: SchemaNode) => SchemaNode | undefined

const MOST_LEVELS = 4
/** Keywords that let other schemas have a say about the same value, depending on the value. */
const CHOICES = ['anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', 'dependencies', '$dynamicRef', '$recursiveRef'] as const
/** Keywords that look at the members of an object other than by `properties`. */
const OTHER_MEMBERS = ['patternProperties', 'additionalProperties', 'unevaluatedProperties', 'const', 'enum'] as const
const OTHER_ITEMS = ['prefixItems', 'contains', 'additionalItems', 'unevaluatedItems', 'const', 'enum'] as const
const ARRAY_WORDS = ['items', 'minItems', 'maxItems', 'uniqueItems', ...OTHER_ITEMS] as const

export function planStreams(root: SchemaNode, resolve: Resolve): StreamPlan[] {
  return new Planner(resolve).below([root], [])
}

class Planner {
  readonly #resolve: Resolve

  constructor(resolve: Resolve) {
    this.#resolve = resolve
  }

  below(nodes: readonly SchemaNode[], path: readonly string[]): StreamPlan[] {
    const all = this.#together(nodes)
    if (all === undefined) return []
    const stream = this.#stream(all, path)
    if (stream !== undefined) return [stream]
    if (path.length === MOST_LEVELS) return []
    const names = new Set(
      all.flatMap(({ schema }) => (isDescriptor(schema) && isDescriptor(schema.properties) ? Object.keys(schema.properties) : [])),
    )
    return [...names].flatMap((name) => {
      if (all.some(({ schema }) => asksOf(schema, OTHER_MEMBERS)) || this.#choicesLookInto(all, [name])) return []
      const members = all.flatMap((node) => childOf(node, ['properties', name]) ?? [])
      return this.below(members, [...path, name])
    })
  }

  /** All schemas that hold for the same value whatever it is; undefined: that cannot be told. */
  #together(nodes: readonly SchemaNode[]): SchemaNode[] | undefined {
    const found = new Map<unknown, SchemaNode>()
    const pending = [...nodes]
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const { schema } = node
      if (found.has(schema)) continue
      found.set(schema, node)
      if (!isDescriptor(schema)) continue
      if (schema.$ref !== undefined) {
        const target = isText(schema.$ref) ? this.#resolve(schema.$ref, node) : undefined
        if (target === undefined) return undefined
        pending.push(target)
      }
      if (Array.isArray(schema.allOf)) for (const i of schema.allOf.keys()) pending.push(...(childOf(node, ['allOf', String(i)]) ?? []))
    }
    return [...found.values()]
  }

  #stream(all: readonly SchemaNode[], path: readonly string[]): StreamPlan | undefined {
    const items = all.flatMap((node) => childOf(node, ['items']) ?? [])
    const asked = all.flatMap(({ schema }) => (isDescriptor(schema) ? [schema] : []))
    if (items.length === 0 || asked.some((schema) => Array.isArray(schema.items) || asksOf(schema, OTHER_ITEMS))) return undefined
    // An object may be one of them: of small lists of words nothing is gained.
    const together = this.#together(items)
    if (together?.every(({ schema }) => mayBeObject(schema)) !== true || this.#choicesLookInto(all, [])) return undefined
    const numbers = (keyword: string): number[] => asked.flatMap((schema) => (typeof schema[keyword] === 'number' ? [schema[keyword]] : []))
    return {
      path,
      items,
      minItems: Math.max(0, ...numbers('minItems')),
      maxItems: Math.min(Number.POSITIVE_INFINITY, ...numbers('maxItems')),
      uniqueItems: asked.some(({ uniqueItems }) => uniqueItems === true),
    }
  }

  /** Whether a schema that holds only sometimes could look at what stands at `path`, an array. */
  #choicesLookInto(all: readonly SchemaNode[], path: readonly string[]): boolean {
    return all.some((node) => CHOICES.some((keyword) => this.#choiceLooksInto(node, keyword, path, new Set())))
  }

  #choiceLooksInto(node: SchemaNode, keyword: string, path: readonly string[], seen: Set<unknown>): boolean {
    const { schema } = node
    if (!isDescriptor(schema) || schema[keyword] === undefined) return false
    if (keyword.startsWith('$')) return true
    const value = schema[keyword]
    const keys = isSchema(value) && !keyword.startsWith('depend') ? [[keyword]] : Object.keys(value as object).map((key) => [keyword, key])
    return keys.some((key) => childOf(node, key)?.some((child) => this.#looksInto(child, path, seen)))
  }

  #looksInto(node: SchemaNode, path: readonly string[], seen: Set<unknown>): boolean {
    const { schema } = node
    if (!isDescriptor(schema) || seen.has(schema)) return false
    seen.add(schema)
    const [name, ...rest] = path
    if (schema.$ref !== undefined) {
      const target = isText(schema.$ref) ? this.#resolve(schema.$ref, node) : undefined
      if (target === undefined || this.#looksInto(target, path, seen)) return true
    }
    if (Array.isArray(schema.allOf)) {
      for (const i of schema.allOf.keys()) {
        if (childOf(node, ['allOf', String(i)])?.some((child) => this.#looksInto(child, path, seen))) return true
      }
    }
    if (CHOICES.some((keyword) => this.#choiceLooksInto(node, keyword, path, seen))) return true
    if (name === undefined) return ARRAY_WORDS.some((keyword) => schema[keyword] !== undefined)
    if (asksOf(schema, OTHER_MEMBERS)) return true
    return childOf(node, ['properties', name])?.some((child) => this.#looksInto(child, rest, new Set())) ?? false
  }
}

/** `true` and `false` for what is not named look at nothing but names. */
const asksOf = (schema: unknown, keywords: readonly string[]): boolean =>
  isDescriptor(schema) && keywords.some((keyword) => schema[keyword] !== undefined && typeof schema[keyword] !== 'boolean')

function mayBeObject(schema: Descriptor | boolean): boolean {
  if (!isDescriptor(schema)) return true
  return schema.type === undefined || schema.type === 'object' || (Array.isArray(schema.type) && schema.type.includes('object'))
}

function childOf({ schema, document, pointer }: SchemaNode, path: readonly string[]): SchemaNode[] | undefined {
  let value: unknown = schema
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  if (!isSchema(value)) return undefined
  // Inside a schema with an address of its own, references start from there.
  const inner = isDescriptor(value) && isText(value.$id) && !value.$id.startsWith('#') ? new URL(value.$id, document).href : undefined
  if (inner !== undefined) return [{ schema: value, document: inner, pointer: '' }]
  return [{ schema: value, document, pointer: pointer + path.map((part) => `/${escapePart(part)}`).join('') }]
}
