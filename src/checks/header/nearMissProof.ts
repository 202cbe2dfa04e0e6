// Why a column that stands for a field does not bear the field's name.
import type { ColumnMatch } from '../../core/headerMatch.js'

/** undefined: it does bear the name, or stands for no field. `spaces`: the name stands between spaces. */
export function nearMissProof({ proof, padded }: ColumnMatch): string | undefined {
  if (proof !== 'exact' && proof !== 'ignored-case') return proof
  return padded === true ? 'spaces' : undefined
}
