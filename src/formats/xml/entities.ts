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
