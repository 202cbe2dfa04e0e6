// “scdl/subventions 2.1.1”
import type { SchemaName } from '../reportWords.js'

/** What a table conforms to. */
export function toSchema({ schema, title, version, resource }: SchemaName): string {
  const edition = version === undefined ? '' : ` ${version}`
  const table = resource === undefined ? '' : `table “${resource.name}” of ${resource.package}`
  if (title !== undefined) return `the schema “${title}”${edition}${table === '' ? '' : `, ${table}`}`
  if (schema === '') return `the schema${edition}`
  if (schema === `${resource?.package}#${resource?.name}`) return `the ${table}${edition}`
  return `${schema}${edition}${table === '' ? '' : `, ${table}`}`
}
