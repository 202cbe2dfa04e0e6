// Character references and the five entities that XML defines; without a document type there are no others.

const NAMED: Readonly<Record<string, number>> = { lt: 60, gt: 62, amp: 38, apos: 39, quot: 34 }
const REPLACEMENT = 0xfffd

/** The code point of what stands between `&` and `;`, -1 when it means nothing. */
export function readEntity(bytes: Uint8Array, from: number, to: number): number {
  const text = String.fromCharCode(...bytes.subarray(from, to))
  if (text[0] !== '#') return Object.hasOwn(NAMED, text) ? NAMED[text]! : -1
  const point = /^#x[0-9a-f]+$/i.test(text) ? Number.parseInt(text.slice(2), 16) : /^#[0-9]+$/.test(text) ? Number(text.slice(1)) : -1
  return point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? REPLACEMENT : point
}

/** Writes a code point as UTF-8 and gives back where it ends. */
export function writeUtf8(point: number, out: Uint8Array, at: number): number {
  if (point < 0x80) {
    out[at] = point
    return at + 1
  }
  if (point < 0x800) {
    out[at] = 0xc0 | (point >> 6)
    out[at + 1] = 0x80 | (point & 63)
    return at + 2
  }
  if (point < 0x10000) {
    out[at] = 0xe0 | (point >> 12)
    out[at + 1] = 0x80 | ((point >> 6) & 63)
    out[at + 2] = 0x80 | (point & 63)
    return at + 3
  }
  out[at] = 0xf0 | (point >> 18)
  out[at + 1] = 0x80 | ((point >> 12) & 63)
  out[at + 2] = 0x80 | ((point >> 6) & 63)
  out[at + 3] = 0x80 | (point & 63)
  return at + 4
}
