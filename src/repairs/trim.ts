import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { canRefuse, hasForm } from './refusal.js'
import { textEnd, textStart } from './space.js'

const QUOTE = 0x22
const APOSTROPHE = 0x27
const EQUALS = 0x3d

/** Whether the text ends with `Ã`, the first half of an accent that was read as two characters. */
const endsMisread = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start >= 2 && bytes[end - 2] === 0xc3 && bytes[end - 1] === 0x83

/** Length in bytes of the mark without width at `at` inside a text (U+00AD, U+200B, U+2060, U+FEFF); 0: there is none. */
function innerMarkLength(bytes: Uint8Array, start: number, at: number, end: number): number {
  const byte = bytes[at]!
  if (byte !== 0xc2 && byte !== 0xe2 && byte !== 0xef) return 0
  if (at + 1 >= end) return 0
  const second = bytes[at + 1]
  if (byte === 0xc2) return second === 0xad && !endsMisread(bytes, start, at) ? 2 : 0
  if (at + 2 >= end) return 0
  const third = bytes[at + 2]
  if (byte === 0xef) return second === 0xbb && third === 0xbf ? 3 : 0
  return (second === 0x80 && third === 0x8b) || (second === 0x81 && third === 0xa0) ? 3 : 0
}

/**
 * Spaces and invisible marks around a cell, and what spreadsheets put around a text: `'12`, `"12"`, `="12"`.
 * Free text keeps its quotes: there they may be part of it.
 */
export const trim: Repair = {
  certainty: 'lossless',
  compile(field, checks) {
    if (!canRefuse(field, checks)) return undefined
    const unquotes = hasForm(field, checks)
    const emptyIsMissing = field.missingValues.includes('')
    return {
      needs: MARK.edge | MARK.beyondAscii,
      alike: INDIFFERENT.allFigures,
      keepsDigits: true,
      propose(bytes, start, end, out) {
        let from = textStart(bytes, start, end)
        let to = textEnd(bytes, from, end)
        while (unquotes && to - from > 1) {
          const first = bytes[from]!
          const last = bytes[to - 1]!
          if ((first === QUOTE || first === APOSTROPHE) && first === last) {
            from++
            to--
          } else if (first === APOSTROPHE) from++
          else if (first === EQUALS && last === QUOTE && bytes[from + 1] === QUOTE && to - from > 3) {
            from += 2
            to--
          } else break
          from = textStart(bytes, from, to)
          to = textEnd(bytes, from, to)
        }
        // The no-break space after `Ã` is the second half of a misread `à`.
        if (to < end && endsMisread(bytes, from, to)) return -1
        let at = from
        while (at < to && (bytes[at]! < 0x80 || innerMarkLength(bytes, from, at, to) === 0)) at++
        if (at === to && to - from === end - start) return -1
        let length = 0
        for (let i = from; i < to; ) {
          const mark = i < at ? 0 : innerMarkLength(bytes, from, i, to)
          if (mark === 0) out[length++] = bytes[i++]!
          else i += mark
        }
        return length === 0 && !emptyIsMissing ? -1 : length
      },
    }
  },
}
