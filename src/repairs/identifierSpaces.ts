import { INDIFFERENT } from '../core/alike.js'
import { ANY_MARK, MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { dashLength, fold, wordEnd } from './fold.js'
import { identifierShape } from './identifierShape.js'
import { spaceLength, textEnd, textStart } from './space.js'
import { unlessSame } from './unlessSame.js'

const DASH = 0x2d
const DOT = 0x2e
/** What people write before an identifier, as `fold` leaves it. */
const PREFIXES = [
  'siret',
  'siren',
  'rna',
  'insee',
  'code',
  'postal',
  'commune',
  'cp',
  'numero',
  'num',
  'no',
  'n',
  'id',
  'identifiant',
  'tel',
]
const PREFIX_WORDS = PREFIXES.map((word) => new TextEncoder().encode(word))

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39
const isLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)

const folded = new Uint8Array(16)

function isPrefix(length: number): boolean {
  for (let i = 0; i < PREFIX_WORDS.length; i++) {
    const word = PREFIX_WORDS[i]!
    if (word.length !== length) continue
    let at = 0
    while (at < length && word[at] === folded[at]) at++
    if (at === length) return true
  }
  return false
}

/** Passes over `SIRET :`, `n°`, `Numéro SIREN` and the like. */
function skipPrefix(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  for (;;) {
    let to = wordEnd(bytes, at, end)
    if (to === at || to === end || !isPrefix(fold(bytes, at, to, folded))) return at
    for (;;) {
      const byte = bytes[to]
      const mark = to >= end ? 0 : byte === 0x3a || byte === DOT || byte === 0x23 ? 1 : byte === 0xc2 ? 2 : spaceLength(bytes, to, end)
      if (mark === 0) break
      to += mark
    }
    at = to
  }
}

/**
 * Identifiers of figures without the spaces, dots and dashes that group them, nor the words before them. Dots and dashes go only where nine
 * figures or more remain and what follows the last one is no fraction: `12.50` is no code.
 */
export const identifierSpaces: Repair = {
  certainty: 'lossless',
  compile(field, checks) {
    const shape = identifierShape(field, checks)
    if (shape === undefined || !Number.isFinite(shape.max)) return undefined
    const { allowed, min, max } = shape
    return {
      needs: ANY_MARK & ~MARK.figure,
      alike: INDIFFERENT.allFigures,
      keepsDigits: true,
      propose(bytes, start, end, out) {
        let from = textStart(bytes, start, end)
        const to = textEnd(bytes, from, end)
        // A letter that the identifier itself can hold begins no word before it.
        if (from < to && isLetter(bytes[from]!) && allowed[bytes[from]!] === 0) from = skipPrefix(bytes, from, to)
        if (to - from > 4 * max) return -1
        let length = 0
        let letters = 0
        let marks = 0
        let sinceMark = 0
        let i = from
        // Figures between spaces: most of them are nothing else.
        for (; i < to; i++) {
          const byte = bytes[i]!
          if (isDigit(byte) && allowed[byte] === 1) out[length++] = byte
          else if (byte !== 0x20) break
        }
        sinceMark = length
        while (i < to) {
          const byte = bytes[i]!
          if (byte < 0x80 && allowed[byte] === 1 && byte > 0x20) {
            if (isLetter(byte) && ++letters > 3) return -1
            out[length++] = byte
            sinceMark++
            i++
            continue
          }
          let skip = spaceLength(bytes, i, to)
          if (skip === 0) {
            skip = byte === DOT ? 1 : dashLength(bytes, i, to)
            if (skip === 0) return -1
            if (skip > 1 && allowed[DASH] === 1) out[length++] = DASH
            else {
              marks++
              sinceMark = 0
            }
          }
          i += skip
        }
        if (length - letters < 2 || length < min || length > max) return -1
        if (marks > 0 && (length < 9 || (marks === 1 && sinceMark < 3) || !isDigit(out[length - 1]!))) return -1
        return unlessSame(bytes, start, end, out, length)
      },
    }
  },
}
