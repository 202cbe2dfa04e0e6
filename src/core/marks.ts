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
  /** The text begins or ends with none of figure, letter and `beyondAscii`: it may have to be trimmed. */
  edge: 512,
} as const

export const ANY_MARK = 1023

const PLAIN = MARK.figure | MARK.letter | MARK.beyondAscii

/** By byte. */
export const MARKS = markTable()

function markTable(): Uint16Array {
  const marks = new Uint16Array(256).fill(MARK.other)
  marks.fill(MARK.beyondAscii, 0x80)
  marks.fill(MARK.space, 0, 0x21)
  marks.fill(MARK.figure, 0x30, 0x3a)
  marks.fill(MARK.letter, 0x41, 0x5b)
  marks.fill(MARK.letter, 0x61, 0x7b)
  for (const byte of [0x22, 0x27, 0x3d]) marks[byte] = MARK.quote
  for (const byte of [0x2c, 0x2e]) marks[byte] = MARK.decimal
  marks[0x25] = MARK.percent
  marks[0x23] = MARK.hash
  return marks
}

/** The marks that the text has, as bits of `MARK`. */
export function marksOf(bytes: Uint8Array, start: number, end: number): number {
  let marks = 0
  for (let i = start; i < end; i++) marks |= MARKS[bytes[i]!]!
  const edges = end > start ? MARKS[bytes[start]!]! | MARKS[bytes[end - 1]!]! : 0
  return (edges & ~PLAIN) === 0 ? marks : marks | MARK.edge
}
