import type { Repair } from '../core/repair.js'

const COMMA = 0x2c
const decoder = new TextDecoder()
const encoder = new TextEncoder()
const LONGEST = 400

/** `48.85, 2.35` and `[48.85, 2.35]` with the two numbers in each other's place, every sign kept as it was. */
function swapPair(bytes: Uint8Array, start: number, end: number, out: Uint8Array): number {
  let comma = start
  while (comma < end && bytes[comma] !== COMMA) comma++
  if (comma === end) return -1
  const isPart = (byte: number): boolean => (byte >= 0x2b && byte <= 0x39 && byte !== COMMA && byte !== 0x2f) || (byte | 0x20) === 0x65
  const partFrom = (at: number, to: number): [number, number] => {
    let first = at
    while (first < to && !isPart(bytes[first]!)) first++
    let last = first
    while (last < to && isPart(bytes[last]!)) last++
    return [first, last]
  }
  const [a, afterA] = partFrom(start, comma)
  const [b, afterB] = partFrom(comma + 1, end)
  if (a === afterA || b === afterB) return -1
  let length = 0
  for (const [from, to] of [
    [start, a],
    [b, afterB],
    [afterA, b],
    [a, afterA],
    [afterB, end],
  ] as const) {
    out.set(bytes.subarray(from, to), length)
    length += to - from
  }
  return length
}

/** `{"lon": …, "lat": …}` with the two names in each other's place. */
function swapNames(text: string): string {
  return text.replace(/"(lon|lat)"/g, (_, name) => (name === 'lon' ? '"lat"' : '"lon"'))
}

/** Latitude before longitude. The check of the schema confirms the guess: once the two change places, the point is in France. */
export const swappedCoordinates: Repair = {
  certainty: 'verified',
  compile({ format }, checks) {
    if (!checks.includes('french-gps-coordinates')) return undefined
    return {
      propose(bytes, start, end, out) {
        if (end - start > LONGEST) return -1
        if (format !== 'object') return swapPair(bytes, start, end, out)
        const text = decoder.decode(bytes.subarray(start, end))
        const swapped = swapNames(text)
        return swapped === text ? -1 : encoder.encodeInto(swapped, out).written
      },
    }
  },
}
