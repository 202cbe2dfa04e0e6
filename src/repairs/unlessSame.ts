/** The length of a proposal, or -1 where it is the cell itself: a repair that changes nothing proposes nothing. */
export function unlessSame(bytes: Uint8Array, start: number, end: number, out: Uint8Array, length: number): number {
  if (length !== end - start) return length
  for (let i = 0; i < length; i++) if (out[i] !== bytes[start + i]) return length
  return -1
}
