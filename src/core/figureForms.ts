// Texts that differ in figures other than 0 alone, made one: most damaged amounts, counts and percentages are then a few texts.
import { type CellTexts, ROOM } from './verdictCache.js'

/** As many as are written at a time: near enough to be read again at once. */
export const MOST_FORMS = 128

const forms: CellTexts = {
  bytes: new Uint8Array(MOST_FORMS * ROOM),
  start: Int32Array.from({ length: MOST_FORMS }, (_, i) => i * ROOM),
  end: new Int32Array(MOST_FORMS),
}
const formPairs = new Int32Array(2 * MOST_FORMS)

/**
 * The forms of the cells of the pairs `[from, to)`, with pairs of their own: valid until this is called again. A longer text is
 * no number: its form only tells that it is not to be kept.
 */
export function writeForms(
  { bytes, start, end }: CellTexts,
  pairs: Int32Array,
  from: number,
  to: number,
): { texts: CellTexts; pairs: Int32Array } {
  for (let place = 0; place < to - from; place++) {
    const cell = pairs[(from + place) * 2]!
    const first = start[cell]!
    const length = end[cell]! - first
    const at = place * ROOM
    forms.end[place] = at + length
    formPairs[place * 2] = place
    formPairs[place * 2 + 1] = pairs[(from + place) * 2 + 1]!
    if (length <= ROOM) writeForm(bytes, first, length, at)
  }
  return written
}

/** Figures other than 0 as 1, all else as it is. */
function writeForm(bytes: Uint8Array, first: number, length: number, at: number): void {
  const { bytes: out } = forms
  for (let i = 0; i < length; i++) {
    const byte = bytes[first + i]!
    out[at + i] = byte > 0x31 && byte <= 0x39 ? 0x31 : byte
  }
}

const written = { texts: forms, pairs: formPairs }
