// Four bytes at a time. Typed arrays of words would ask for their alignment; a view does not.

let last: Uint8Array | undefined
let lastView: DataView = new DataView(new ArrayBuffer(0))
let former: Uint8Array | undefined
let formerView = lastView

/** The bytes as a view, where offsets are those of the array. The two asked for last are at hand: a cell of a file, and what is proposed for it. */
export function viewOf(bytes: Uint8Array): DataView {
  if (bytes === last) return lastView
  if (bytes === former) return formerView
  former = last
  formerView = lastView
  last = bytes
  lastView = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return lastView
}

/** Whether `[start, end)`, four bytes at least, holds ASCII digits alone. */
export function areDigits(bytes: Uint8Array, start: number, end: number): boolean {
  const view = viewOf(bytes)
  const lastWord = end - 4
  let strange = beyondDigits(view.getInt32(lastWord, true))
  for (let at = start; at < lastWord; at += 4) strange |= beyondDigits(view.getInt32(at, true))
  return strange === 0
}

/** Whether `[start, end)` holds ASCII alone. */
export function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  const view = viewOf(bytes)
  let at = start
  let all = 0
  for (; at + 4 <= end; at += 4) all |= view.getInt32(at, true)
  for (; at < end; at++) all |= bytes[at]!
  return (all & 0x80808080) === 0
}

/** Two digits; far below 0 when they are not. */
export function readPair(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30
  const units = bytes[at + 1]! - 0x30
  return tens >>> 0 > 9 || units >>> 0 > 9 ? -1_000_000 : tens * 10 + units
}

/** Whether the four bytes of a word are ASCII digits. */
export const areFigures = (word: number): boolean => beyondDigits(word) === 0

/** 0: digits. They are 0 to 9 once their high four bits are gone, and six more do not give these back. */
function beyondDigits(word: number): number {
  const low = word ^ 0x30303030
  return (low | (low + 0x06060606)) & 0xf0f0f0f0
}

/** With 1 for figures other than 0, or for all: high bits tell which bytes are 2 to 9, or 0 to 9, and make masks of them. */
export function withFiguresAlike(word: number, zerosToo: boolean): number {
  const figures = word ^ 0x30303030
  const low = figures & 0x7f7f7f7f
  const changed = (zerosToo ? -1 : low + 0x7e7e7e7e) & ~((low + 0x76767676) | figures) & 0x80808080
  const mask = Math.imul(changed >>> 7, 255)
  return (word & ~mask) | (0x31313131 & mask)
}
