// Keys: their fields exist, and those of a foreign key go in pairs.
import { type Descriptor, isAbsent, isDescriptor, readNames } from '../descriptor.js'
import { showValue } from '../schemaFault.js'
import type { SayLint } from './finding.js'

type Path = readonly (string | number)[]
type Key = 'primaryKey' | 'uniqueKeys' | 'foreignKeys'

export function lintKeys(descriptor: Descriptor, fields: ReadonlySet<string>, say: SayLint): void {
  /** The names where they are names. */
  function names(written: unknown, key: Key, path: Path): string[] | undefined {
    const found = readNames(written)
    if (found === undefined || found.length === 0) {
      say('key-value', path, { key, value: showValue(written) })
      return undefined
    }
    for (const name of found) if (!fields.has(name)) say('key-field', path, { key, name })
    return found
  }
  const { primaryKey } = descriptor
  if (!isAbsent(primaryKey) && primaryKey !== '' && !(Array.isArray(primaryKey) && primaryKey.length === 0)) {
    names(primaryKey, 'primaryKey', ['primaryKey'])
  }
  forEach(descriptor.uniqueKeys, 'uniqueKeys', say, (item, path) => void names(item, 'uniqueKeys', path))
  forEach(descriptor.foreignKeys, 'foreignKeys', say, (item, path) => {
    if (!isDescriptor(item) || !isDescriptor(item.reference)) {
      say('key-value', path, { key: 'foreignKeys', value: showValue(item) })
      return
    }
    const own = names(item.fields, 'foreignKeys', [...path, 'fields'])
    const { resource, fields: written } = item.reference
    const place = [...path, 'reference', 'fields']
    const isSelf = isAbsent(resource) || resource === '' || resource === 'self'
    const referenced = isSelf && isAbsent(item.reference.datapackage) ? names(written, 'foreignKeys', place) : readNames(written)
    if (own !== undefined && own.length !== (referenced?.length ?? 0)) {
      say('foreign-key-length', place, { fields: own.length, referenced: referenced?.length ?? 0 })
    }
  })
}

function forEach(written: unknown, key: Key, say: SayLint, judge: (item: unknown, path: Path) => void): void {
  if (isAbsent(written)) return
  if (!Array.isArray(written)) say('key-value', [key], { key, value: showValue(written) })
  else for (const [index, item] of written.entries()) judge(item, [key, index])
}
