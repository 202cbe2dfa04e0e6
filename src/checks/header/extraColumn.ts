import type { HeaderCheck, HeaderFault } from './headerCheck.js'
import { nearMissProof } from './nearMissProof.js'

/** A column whose label is no field's name: outside the schema, or a near miss. */
export const extraColumn: HeaderCheck = ({ columns }, { fields }) =>
  columns.flatMap((match): HeaderFault[] => {
    const proof = nearMissProof(match)
    if (match.field !== undefined && proof === undefined) return []
    const details = match.field === undefined ? {} : { nearMissOf: fields[match.field]!.name, proof }
    return [{ code: 'header/extra-column', column: match.column + 1, label: match.label, details }]
  })
