import { ByteSet } from '../../core/byteSet.js'
import type { CellCheck } from '../../core/check.js'

/** The nine domains of the nomenclature that the State and local governments share to transmit acts. */
const DOMAINS = [
  'Commande publique',
  'Urbanisme',
  'Domaine et patrimoine',
  'Fonction publique',
  'Institutions et vie politique',
  'Libertés publiques et pouvoirs de police',
  'Finances locales',
  'Domaines de compétences par thèmes',
  'Autres domaines de compétences',
]
const SPACE = 0x20
const SLASH = 0x2f
/** No domain, however its letters are written, takes more bytes. */
const LONGEST = 200

const decoder = new TextDecoder()
const exact = new ByteSet(DOMAINS)
const folded = new Set(DOMAINS.map(fold))

/** Without case and accents. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}

function isDomain(bytes: Uint8Array, start: number, end: number): boolean {
  if (exact.has(bytes, start, end)) return true
  return end - start <= LONGEST && folded.has(fold(decoder.decode(bytes.subarray(start, end))))
}

/** A slash with a space after it, from `from` on. A space before any slash but the first is let through, as Validata does. */
function isSpaced(bytes: Uint8Array, from: number, end: number): boolean {
  for (let p = from; p + 1 < end; p++) if (bytes[p] === SLASH && bytes[p + 1] === SPACE) return true
  return false
}

/**
 * A matter of the nomenclature of acts: one of the nine domains, a slash, and what the matter is within it. Case and accents are free.
 * Faults: 1 no slash, 2 a space beside the slash, 3 another domain.
 * https://www.collectivites-locales.gouv.fr/institutions/actes-0
 */
export const nomenclatureActesValue: CellCheck = {
  type: 'nomenclature-actes',
  compile: () => ({
    test(bytes, start, end) {
      let slash = start
      while (slash < end && bytes[slash] !== SLASH) slash++
      if (slash === end) return 1
      if (isDomain(bytes, start, slash)) return isSpaced(bytes, slash, end) ? 2 : 0
      let to = slash
      while (to > start && bytes[to - 1] === SPACE) to--
      return to < slash && isDomain(bytes, start, to) ? 2 : 3
    },
  }),
}
