import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { canRefuse } from './refusal.js'
import { textEnd, textStart } from './space.js'

const HASH = 0x23
/** The errors of spreadsheets, in English and French; LibreOffice has numbers too (`Err:502`). */
const ERRORS = [
  '#N/A',
  '#REF!',
  '#DIV/0!',
  '#NULL!',
  '#NUL!',
  '#NUM!',
  '#NOMBRE!',
  '#NAME?',
  '#NOM?',
  '#VALUE!',
  '#VALEUR!',
  '#SPILL!',
  '#CALC!',
]
const ERROR_BYTES = ERRORS.map((error) => new TextEncoder().encode(error))

function isError(error: Uint8Array, bytes: Uint8Array, at: number, length: number): boolean {
  if (error.length !== length) return false
  for (let i = 0; i < length; i++) if (error[i] !== bytes[at + i]) return false
  return true
}

const NUMBERED = new TextEncoder().encode('Err:')

function isNumbered(bytes: Uint8Array, at: number, length: number): boolean {
  if (length !== NUMBERED.length + 3 || !isError(NUMBERED, bytes, at, NUMBERED.length)) return false
  for (let i = at + NUMBERED.length; i < at + length; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false
  return true
}

/** `#N/A`, `#REF!`, and the `########` of a column too narrow for its values: the value itself is not in the file. */
export const spreadsheetError: Repair = {
  certainty: 'impossible',
  compile(field, checks) {
    if (!canRefuse(field, checks)) return undefined
    return {
      needs: MARK.hash | MARK.other,
      alike: INDIFFERENT.allFigures,
      propose(bytes, start, end) {
        const from = textStart(bytes, start, end)
        if (from >= end || (bytes[from] !== HASH && bytes[from] !== 0x45)) return -1
        const length = textEnd(bytes, from, end) - from
        let hashes = 0
        while (hashes < length && bytes[from + hashes] === HASH) hashes++
        if (bytes[from] !== HASH) return isNumbered(bytes, from, length) ? 0 : -1
        if (hashes > 1) return hashes === length ? 0 : -1
        for (let i = 0; i < ERROR_BYTES.length; i++) if (isError(ERROR_BYTES[i]!, bytes, from, length)) return 0
        return -1
      },
    }
  },
}
