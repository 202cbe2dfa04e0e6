// Attributes as text, for the parts of a workbook that are read once.
import { readEntity } from './entities.js'

const decoder = new TextDecoder()
const encoder = new TextEncoder()

const [SPACE, QUOTE, APOSTROPHE, COLON, EQUALS] = [32, 34, 39, 58, 61] as const

/** By local name; of two with the same one, the first. Linear in the length of the tag, whatever it holds. */
export function readAttributes(bytes: Uint8Array, from: number, to: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (let at = from; at < to; ) {
    while (at < to && bytes[at]! <= SPACE) at++
    let nameFrom = at
    let nameTo = at
    for (; at < to && bytes[at] !== EQUALS; at++) {
      if (bytes[at] === COLON) nameFrom = at + 1
      if (bytes[at]! > SPACE) nameTo = at + 1
    }
    while (at < to && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++
    const quote = bytes[at]
    const valueFrom = ++at
    while (at < to && bytes[at] !== quote) at++
    if (at >= to) break
    const name = decoder.decode(bytes.subarray(nameFrom, nameTo))
    if (!found.has(name)) found.set(name, unescapeXml(decoder.decode(bytes.subarray(valueFrom, at))))
    at++
  }
  return found
}

export function unescapeXml(text: string): string {
  return text.replace(/&([^;\s&]{1,10});|[\t\r\n]/g, (whole, name: string | undefined) => {
    if (name === undefined) return ' '
    const bytes = encoder.encode(name)
    const point = readEntity(bytes, 0, bytes.length)
    return point < 0 ? whole : String.fromCodePoint(point)
  })
}
