// What changes for a producer from one version of a schema to another.
import { enumText } from '../core/compileConstraints.js'
import { nearestSpelling } from '../core/editDistance.js'
import { CONSTRAINTS, type ConstraintName, type Field, type Schema } from '../core/schema.js'

export type ChangeKind =
  /** field, required */
  | 'field-added'
  /** fields */
  | 'fields-removed'
  /** field: its new name, before: its old one */
  | 'field-renamed'
  | 'required'
  | 'optional'
  /** field, before, after */
  | 'type'
  | 'format'
  /** field, values */
  | 'values-added'
  | 'values-removed'
  /** field, values: a list where there was none */
  | 'values-limited'
  | 'values-freed'
  /** field, constraint, before?, after? */
  | 'constraint'
  /** field, property, before?, after?: the words for true and false, the missing values, the decimal sign … */
  | 'option'
  /** property, before, after: names of fields */
  | 'key'
  /** check, fields */
  | 'check-added'
  | 'check-removed'
  /** The same columns in another order. */
  | 'order'
  /** fields: those whose words alone changed */
  | 'words'

export interface SchemaChange {
  kind: ChangeKind
  /** stricter: a file that was right may be wrong now. looser: more is allowed. none: no verdict changes. */
  effect: 'stricter' | 'looser' | 'none'
  field?: string
  required?: boolean
  constraint?: string
  property?: string
  check?: string
  before?: string
  after?: string
  values?: string[]
  fields?: string[]
}

/** Field by field in the order of the new version, then what was removed, then keys and checks. */
export function diffSchemas(before: Schema, after: Schema): SchemaChange[] {
  const old = new Map(before.fields.map((field) => [field.name, field]))
  const names = new Set(after.fields.map(({ name }) => name))
  const removed = before.fields.filter(({ name }) => !names.has(name))
  const renamed = findRenamed(
    removed,
    after.fields.filter(({ name }) => !old.has(name)),
  )
  const changes: SchemaChange[] = []
  for (const field of after.fields) {
    const earlier = old.get(field.name) ?? renamed.get(field.name)
    if (earlier === undefined) changes.push(added(field))
    else {
      if (earlier.name !== field.name) {
        changes.push({ kind: 'field-renamed', effect: 'stricter', field: field.name, before: earlier.name })
      }
      changes.push(...diffField(earlier, field))
    }
  }
  const found = new Set([...renamed.values()].map(({ name }) => name))
  const gone = removed.map(({ name }) => name).filter((name) => !found.has(name))
  if (gone.length > 0) changes.push({ kind: 'fields-removed', effect: 'none', fields: gone })
  return [...changes, ...diffKeys(before, after), ...diffChecks(before, after), ...diffOrder(before, after), ...diffWords(old, after)]
}

const added = ({ name, constraints }: Field): SchemaChange => {
  const required = constraints.required === true
  return { kind: 'field-added', effect: required ? 'stricter' : 'looser', field: name, required }
}

/** By new name, the removed field that it most likely was: spelt alike, of the same type. */
function findRenamed(removed: readonly Field[], fresh: readonly Field[]): ReadonlyMap<string, Field> {
  const renamed = new Map<string, Field>()
  const left = new Map(removed.map((field) => [field.name, field]))
  for (const { name, type } of fresh) {
    const found = nearestSpelling(name, left.keys())
    const field = found === undefined ? undefined : left.get(found)
    if (field === undefined || field.type !== type) continue
    renamed.set(name, field)
    left.delete(field.name)
  }
  return renamed
}

function diffField(before: Field, after: Field): SchemaChange[] {
  const field = after.name
  const changes: SchemaChange[] = []
  const [wasRequired, isRequired] = [before, after].map(({ constraints }) => constraints.required === true)
  if (wasRequired !== isRequired) {
    changes.push(isRequired ? { kind: 'required', effect: 'stricter', field } : { kind: 'optional', effect: 'looser', field })
  }
  if (before.type !== after.type) {
    const isWider = after.type === 'any' || after.type === 'string' || (before.type === 'integer' && after.type === 'number')
    changes.push({ kind: 'type', effect: isWider ? 'looser' : 'stricter', field, before: before.type, after: after.type })
  } else if (before.format !== after.format) {
    const effect = after.format === 'default' && after.type === 'string' ? 'looser' : 'stricter'
    changes.push({ kind: 'format', effect, field, before: before.format, after: after.format })
  }
  return [...changes, ...diffValues(before, after), ...diffConstraints(before, after), ...diffOptions(before, after)]
}

function diffValues(before: Field, after: Field): SchemaChange[] {
  const [old, now] = [before, after].map(({ constraints }) => constraints.enum?.map(enumText))
  const field = after.name
  if (old === undefined || now === undefined) {
    if (now !== undefined) return [{ kind: 'values-limited', effect: 'stricter', field, values: now }]
    return old === undefined ? [] : [{ kind: 'values-freed', effect: 'looser', field }]
  }
  const more = now.filter((value) => !old.includes(value))
  const less = old.filter((value) => !now.includes(value))
  return [
    ...(more.length > 0 ? [{ kind: 'values-added', effect: 'looser', field, values: more } as const] : []),
    ...(less.length > 0 ? [{ kind: 'values-removed', effect: 'stricter', field, values: less } as const] : []),
  ]
}

type Compared = Exclude<ConstraintName, 'required' | 'enum'> | 'unique'
const COMPARED: readonly Compared[] = [...CONSTRAINTS.filter((name) => name !== 'required' && name !== 'enum'), 'unique']
/** A greater value of these asks for more. */
const LOW: readonly string[] = ['minLength', 'minimum', 'exclusiveMinimum']
const HIGH: readonly string[] = ['maxLength', 'maximum', 'exclusiveMaximum']

function diffConstraints(before: Field, after: Field): SchemaChange[] {
  return COMPARED.flatMap((constraint): SchemaChange[] => {
    const [old, now] = [before, after].map(({ constraints }) =>
      textOf(constraints[constraint] === false ? undefined : constraints[constraint]),
    )
    if (old === now) return []
    const change = { kind: 'constraint', field: after.name, constraint, ...(old && { before: old }), ...(now && { after: now }) } as const
    return [{ ...change, effect: effectOf(constraint, old, now) }]
  })
}

function effectOf(constraint: string, before: string | undefined, after: string | undefined): SchemaChange['effect'] {
  if (after === undefined) return 'looser'
  const rise = Number(after) - Number(before)
  return before !== undefined && ((LOW.includes(constraint) && rise < 0) || (HIGH.includes(constraint) && rise > 0)) ? 'looser' : 'stricter'
}

/** What else decides how a cell is read. */
const OPTIONS = ['trueValues', 'falseValues', 'decimalChar', 'groupChar', 'bareNumber', 'arrayItem', 'itemType', 'delimiter', 'categories']

function diffOptions(before: Field, after: Field): SchemaChange[] {
  const all = (field: Field) => ({ ...field.options, missingValues: field.missingValues }) as Record<string, unknown>
  return [...OPTIONS, 'missingValues'].flatMap((property): SchemaChange[] => {
    const [old, now] = [before, after].map((field) => textOf(all(field)[property]))
    if (old === now) return []
    return [{ kind: 'option', effect: 'stricter', field: after.name, property, ...(old && { before: old }), ...(now && { after: now }) }]
  })
}

function diffKeys(before: Schema, after: Schema): SchemaChange[] {
  return (['primaryKey', 'uniqueKeys', 'foreignKeys'] as const).flatMap((property): SchemaChange[] => {
    const [old, now] = [before, after].map((schema) => (schema[property].length === 0 ? undefined : keyText(schema[property])))
    if (old === now) return []
    const effect = now === undefined ? 'looser' : 'stricter'
    return [{ kind: 'key', effect, property, ...(old && { before: old }), ...(now && { after: now }) }]
  })
}

const keyText = (key: Schema['primaryKey'] | Schema['uniqueKeys'] | Schema['foreignKeys']): string =>
  key.map((part) => (typeof part === 'string' ? part : 'fields' in part ? part.fields.join(' + ') : part.join(' + '))).join(', ')

function diffChecks(before: Schema, after: Schema): SchemaChange[] {
  const keyed = ({ checks }: Schema) => new Map(checks.map((call) => [JSON.stringify(call), call]))
  const [old, now] = [keyed(before), keyed(after)]
  const told = (calls: typeof old, others: typeof old, kind: 'check-added' | 'check-removed', effect: SchemaChange['effect']) =>
    [...calls].flatMap(([key, { name, params }]): SchemaChange[] => {
      const fields = Object.values(params).flat().map(String)
      return others.has(key) ? [] : [{ kind, effect, check: name, fields }]
    })
  return [...told(now, old, 'check-added', 'stricter'), ...told(old, now, 'check-removed', 'looser')]
}

function diffOrder(before: Schema, after: Schema): SchemaChange[] {
  const common = (one: Schema, other: Schema): string => {
    const names = new Set(other.fields.map(({ name }) => name))
    return one.fields.flatMap(({ name }) => (names.has(name) ? [name] : [])).join('\n')
  }
  return common(before, after) === common(after, before) ? [] : [{ kind: 'order', effect: 'none' }]
}

function diffWords(old: ReadonlyMap<string, Field>, after: Schema): SchemaChange[] {
  const fields = after.fields.filter((field) => {
    const earlier = old.get(field.name)
    return earlier !== undefined && (['title', 'description', 'example'] as const).some((word) => earlier[word] !== field[word])
  })
  return fields.length === 0 ? [] : [{ kind: 'words', effect: 'none', fields: fields.map(({ name }) => name) }]
}

const textOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value)
