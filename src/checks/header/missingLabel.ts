import type { HeaderMatch } from '../../core/headerMatch.js'
import type { Field, Schema } from '../../core/schema.js'
import type { HeaderCheck, HeaderFault } from './headerCheck.js'
import { nearMissProof } from './nearMissProof.js'

/**
 * A field that the table cannot do without has no column: an error. A name between spaces is good enough for it.
 * Not said beside duplicate labels: Validata stops at these.
 */
export const missingLabel: HeaderCheck = (match, schema) => {
  if (match.duplicates.length > 0) return []
  const labels = new Set(match.columns.map(({ label }) => label))
  const absent = absentFields(match, schema).filter(({ field, proof }) => isNeeded(field, schema) && proof !== 'spaces')
  const absentKey = schema.unknownKey?.filter((name) => !labels.has(name)) ?? []
  return [
    ...absent.map((one): HeaderFault => ({ code: 'header/missing-label', ...describe(one) })),
    ...absentKey.map((field): HeaderFault => ({ code: 'header/missing-label', field, details: {} })),
  ]
}

/** An optional field has no column with exactly its name: a warning. */
export const missingColumn: HeaderCheck = (match, schema) =>
  absentFields(match, schema)
    // a key column whose name stands between spaces is found, and Validata warns of it all the same
    .filter(({ field, proof }) => !isNeeded(field, schema) || (proof === 'spaces' && field.constraints.required !== true))
    .map((absent) => ({ code: 'header/missing-column', ...describe(absent) }))

interface AbsentField {
  field: Field
  proof?: string
  nearMiss?: { label: string; column: number }
}

function absentFields({ columns, columnOf }: HeaderMatch, { fields }: Schema): AbsentField[] {
  return fields.flatMap((field, index): AbsentField[] => {
    const column = columnOf[index]!
    if (column === -1) return [{ field }]
    const match = columns[column]!
    const proof = nearMissProof(match)
    return proof === undefined ? [] : [{ field, proof, nearMiss: { label: match.label, column: column + 1 } }]
  })
}

/** https://datapackage.org/standard/table-schema/#fieldsMatch: these three ask for a column for each field. */
const EVERY_FIELD: ReadonlySet<string | undefined> = new Set(['exact', 'equal', 'subset'])

function isNeeded({ name, constraints }: Field, { primaryKey, fieldsMatch }: Schema): boolean {
  return constraints.required === true || primaryKey.includes(name) || EVERY_FIELD.has(fieldsMatch)
}

function describe({ field, proof, nearMiss }: AbsentField): Omit<HeaderFault, 'code'> {
  return {
    field: field.name,
    details: nearMiss === undefined ? {} : { nearMiss: nearMiss.label, nearMissColumn: nearMiss.column, proof },
  }
}
