// Checks a value against a JSON Schema of the few words that configuration.schema.json uses, and says the first thing that is wrong.
import { nearest } from '../../core/editDistance.js'

export interface ShapeSchema {
  $ref?: string
  type?: string
  enum?: readonly unknown[]
  properties?: Readonly<Record<string, ShapeSchema>>
  additionalProperties?: false | ShapeSchema
  required?: readonly string[]
  items?: ShapeSchema
  minimum?: number
  minLength?: number
  pattern?: string
  $defs?: Readonly<Record<string, ShapeSchema>>
}

export type ShapeFault = { keys: readonly (string | number)[] } & (
  | { reason: 'unknown-key'; nearest?: string; known: readonly string[] }
  | { reason: 'missing'; missing: string }
  | { reason: 'value'; value: unknown; known: readonly string[]; nearest?: string }
  | { reason: 'type'; value: unknown; expected: string }
)

type Keys = readonly (string | number)[]

/** `keys`: where the fault is. undefined: the value is as the schema says. Throws `RangeError` where it holds more than `most` values. */
export function checkShape(value: unknown, schema: ShapeSchema, most: number): ShapeFault | undefined {
  let seen = 0
  return check(value, schema, [])

  function check(value: unknown, given: ShapeSchema, keys: Keys): ShapeFault | undefined {
    // A short YAML text can name the same value again and again.
    if (++seen > most) throw new RangeError('too many values')
    const part = given.$ref === undefined ? given : schema.$defs?.[given.$ref.slice('#/$defs/'.length)]
    if (part === undefined) throw new Error(`no ${given.$ref}`)
    if (part.enum !== undefined) return checkEnum(value, part.enum, keys)
    if (part.type !== undefined && !isOfType(value, part)) return { keys, reason: 'type', value, expected: part.type }
    if (Array.isArray(value)) return first(value.entries(), (i, item) => check(item, part.items ?? {}, [...keys, i]))
    return isObject(value) ? checkObject(value, part, keys) : undefined
  }

  function checkObject(value: object, part: ShapeSchema, keys: Keys): ShapeFault | undefined {
    const { properties = {}, additionalProperties, required = [] } = part
    const missing = required.find((key) => !Object.hasOwn(value, key))
    return (
      first(Object.entries(value), (key, item) => {
        const own = Object.hasOwn(properties, key) ? properties[key] : additionalProperties
        if (own !== false) return own && check(item, own, [...keys, key])
        const known = Object.keys(properties).filter((name) => !Object.hasOwn(value, name) && !name.startsWith('$'))
        const near = nearest(key, known)
        return { keys: [...keys, key], reason: 'unknown-key', known, ...(near !== undefined && { nearest: near }) }
      }) ?? (missing === undefined ? undefined : { keys, reason: 'missing', missing })
    )
  }
}

function first<K>(entries: Iterable<[K, unknown]>, find: (key: K, item: unknown) => ShapeFault | undefined): ShapeFault | undefined {
  for (const [key, item] of entries) {
    const fault = find(key, item)
    if (fault !== undefined) return fault
  }
  return undefined
}

function checkEnum(value: unknown, values: readonly unknown[], keys: Keys): ShapeFault | undefined {
  if (values.includes(value)) return undefined
  const known = values.map(String)
  const near = typeof value === 'string' ? nearest(value, known) : undefined
  return { keys, reason: 'value', value, known, ...(near !== undefined && { nearest: near }) }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

function isOfType(value: unknown, { type, minimum = 0, minLength = 0, pattern }: ShapeSchema): boolean {
  switch (type) {
    case 'object':
      return isObject(value)
    case 'array':
      return Array.isArray(value)
    case 'string':
      return typeof value === 'string' && value.length >= minLength && (pattern === undefined || new RegExp(pattern).test(value))
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= minimum
    default:
      return typeof value === type
  }
}
