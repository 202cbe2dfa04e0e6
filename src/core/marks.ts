// What a text holds, seen byte by byte: what most repairs look for is not there, and one look tells it for all of them.

/** Bits: a text may have several. */
export const MARK = {
  figure: 1,
  letter: 2,
  /** Spaces and controls of ASCII. */
  space: 4,
  /** A byte beyond ASCII: accents, no-break spaces, the euro sign. */
  beyondAscii: 8,
  /** `"`, `'` and `=`. */
  quote: 16,
  /** `,` and `.` */
  decimal: 32,
  percent: 64,
  hash: 128,
  other: 256,
} as const

export const ANY_MARK = 511

/** By byte. */
export const MARKS: Uint16Array = Uint16Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80) return MARK.beyondAscii
  if (byte <= 0x20) return MARK.space
  const character = String.fromCharCode(byte)
  if (/\d/.test(character)) return MARK.figure
  if (/[A-Za-z]/.test(character)) return MARK.letter
  if (/["'=]/.test(character)) return MARK.quote
  if (/[.,]/.test(character)) return MARK.decimal
  if (character === '%') return MARK.percent
  return character === '#' ? MARK.hash : MARK.other
})

/** The marks that the text has, as bits of `MARK`. */
export function marksOf(bytes: Uint8Array, start: number, end: number): number {
  let marks = 0
  for (let i = start; i < end; i++) marks |= MARKS[bytes[i]!]!
  return marks
}
