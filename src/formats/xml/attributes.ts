// Attributes as text, for the parts of a workbook that are read once.
import { readEntity } from './entities.js'

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/** By local name; of two with the same one, the first. */
export function readAttributes(bytes: Uint8Array, from: number, to: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const text = decoder.decode(bytes.subarray(from, to))
  for (const [, name = '', double, single] of text.matchAll(/(?:[^\s:=/]*:)?([^\s:=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (!found.has(name)) found.set(name, unescapeXml(double ?? single ?? ''))
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
