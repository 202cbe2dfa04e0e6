// « à scdl/subventions 2.1.1 »
import type { SchemaName } from '../reportWords.js'

/** What a table conforms to. */
export function toSchema({ schema, title, version, resource }: SchemaName): string {
  const edition = version === undefined ? '' : ` ${version}`
  const table = resource === undefined ? '' : `tableau « ${resource.name} » de ${resource.package}`
  if (title !== undefined) return `au schéma « ${title} »${edition}${table === '' ? '' : `, ${table}`}`
  if (schema === '') return `au schéma${edition}`
  if (schema === `${resource?.package}#${resource?.name}`) return `au ${table}${edition}`
  return `à ${schema}${edition}${table === '' ? '' : `, ${table}`}`
}
