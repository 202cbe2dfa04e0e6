// Data packages with one mistake: its rule and its place.
import type { LintRule } from '../../../src/schema/lint/finding.js'

const fields = [{ name: 'id', type: 'string' }]
const table = { name: 'equipements', path: 'equipements.csv', schema: { fields } }
const withTables = (...resources: unknown[]) => ({ name: 'lot', title: 'Lot', description: 'Un lot', resources })
const refersTo = (resource: string, name: string) => ({
  ...table,
  name: 'horaires',
  schema: { fields, foreignKeys: [{ fields: 'id', reference: { resource, fields: name } }] },
})

export const rightPackage = withTables(table, refersTo('equipements', 'id'))

export const packageCases: readonly (readonly [rule: LintRule, pointer: string, descriptor: object])[] = [
  ['no-resources', '', { name: 'lot', resources: [] }],
  ['missing-property', '', { ...rightPackage, title: undefined }],
  ['resource-not-an-object', '/resources/1', withTables(table, 'horaires')],
  ['resource-name-missing', '/resources/0', withTables({ ...table, name: undefined })],
  ['resource-name-duplicate', '/resources/1/name', withTables(table, table)],
  ['name-form', '/resources/0/name', withTables({ ...table, name: 'Équipements' })],
  ['resource-path-missing', '/resources/0', withTables({ ...table, path: undefined })],
  ['resource-schema-missing', '/resources/0', withTables({ ...table, schema: undefined })],
  ['useless-property', '/resources/0/foreignKeys', withTables({ ...table, foreignKeys: [] })],
  ['key-resource', '/resources/1/schema/foreignKeys/0', withTables(table, refersTo('bancs', 'id'))],
  ['key-reference', '/resources/1/schema/foreignKeys/0', withTables(table, refersTo('equipements', 'code'))],
]

/** What only the command can see. */
export const packageFiles: readonly LintRule[] = ['resource-file', 'resource-schema']
