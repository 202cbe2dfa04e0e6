// The keys of a table. A key that names a field the schema does not have is said and dropped whole.
import type { ForeignKey, Schema } from '../core/schema.js'
import { isAbsent, isDescriptor, isText, readNames } from './descriptor.js'
import { type Say, showValue } from './schemaFault.js'

/** Each is held in memory with every row: more than an honest schema has would exhaust it. */
const MOST_KEYS = 100

type KeyProperty = 'primaryKey' | 'uniqueKeys' | 'foreignKeys'

/** The names where all of them are fields. */
function readKey(written: unknown, key: KeyProperty, fields: ReadonlySet<string>, say: Say): string[] | undefined {
  const names = readNames(written)
  const stranger = names === undefined ? showValue(written) : names.find((name) => !fields.has(name))
  if (names !== undefined && stranger === undefined) return names
  say('schema/key', { key, name: stranger })
  return undefined
}

export function readPrimaryKey(written: unknown, fields: ReadonlySet<string>, say: Say): Pick<Schema, 'primaryKey' | 'unknownKey'> {
  if (isAbsent(written) || written === '') return { primaryKey: [] }
  const primaryKey = readKey(written, 'primaryKey', fields, say)
  if (primaryKey !== undefined) return { primaryKey }
  const unknownKey = readNames(written)?.filter((name) => !fields.has(name))
  return { primaryKey: [], ...(unknownKey === undefined ? {} : { unknownKey }) }
}

export function readUniqueKeys(written: unknown, fields: ReadonlySet<string>, say: Say): string[][] {
  const keys = readList(written, 'uniqueKeys', say).flatMap((item, at) => {
    const names = readKey(item, 'uniqueKeys', fields, say)
    return names === undefined || names.length === 0 ? [] : [{ at, key: names, identity: [...names].sort() }]
  })
  return distinct(keys, 'uniqueKeys', say)
}

/** Keys into other tables of the same package are kept too: who has those tables checks them, others say that they do not. */
export function readForeignKeys(written: unknown, fields: ReadonlySet<string>, say: Say): ForeignKey[] {
  const keys = readList(written, 'foreignKeys', say).flatMap((item, at): Listed<ForeignKey>[] => {
    if (!isDescriptor(item) || !isDescriptor(item.reference)) {
      say('schema/key', { key: 'foreignKeys', name: showValue(item) })
      return []
    }
    const names = readKey(item.fields, 'foreignKeys', fields, say)
    if (names === undefined) return []
    if (names.length === 0 || names.length !== readNames(item.reference.fields)?.length) {
      say('schema/key', { key: 'foreignKeys', name: names.join(', ') })
      return []
    }
    const { resource, datapackage, package: parcel } = item.reference
    const elsewhere = [datapackage, parcel].find((name) => !isAbsent(name) && name !== '')
    if (elsewhere !== undefined || !(isAbsent(resource) || typeof resource === 'string')) {
      say('schema/key', { key: 'foreignKeys', name: showValue(isAbsent(resource) || resource === '' ? elsewhere : resource) })
      return []
    }
    // `""` is the same table, and so was `self` in earlier versions.
    if (isText(resource) && resource !== '' && resource !== 'self') {
      const referenced = readNames(item.reference.fields) ?? []
      return [{ at, key: { fields: names, resource, referenced }, identity: [names, resource, referenced] }]
    }
    const referenced = readKey(item.reference.fields, 'foreignKeys', fields, say)
    if (referenced === undefined) return []
    return [{ at, key: { fields: names, resource: '', referenced }, identity: [names, referenced] }]
  })
  return distinct(keys, 'foreignKeys', say)
}

/** A key, where it stands in its list, and what is the same for the same key. */
interface Listed<K> {
  at: number
  key: K
  identity: unknown
}

/** Each key once, and no more than there may be: the first repetition is said, and so is the first key too many. */
function distinct<K>(listed: readonly Listed<K>[], property: KeyProperty, say: Say): K[] {
  const found = new Map<string, K>()
  let repeated: number | undefined
  let beyond: number | undefined
  for (const { at, key, identity } of listed) {
    const id = JSON.stringify(identity)
    if (found.has(id)) repeated ??= at
    else if (found.size < MOST_KEYS) found.set(id, key)
    else beyond ??= at
  }
  for (const at of [repeated, beyond]) if (at !== undefined) say('schema/property', { property: `${property}[${at}]` })
  return [...found.values()]
}

function readList(written: unknown, key: KeyProperty, say: Say): readonly unknown[] {
  if (isAbsent(written)) return []
  if (Array.isArray(written)) return written
  say('schema/key', { key, name: showValue(written) })
  return []
}
