// What a configuration expects of every cell of a field: a text, in which `*` stands for any number of characters.
import type { CompiledCellCheck } from './check.js'

const STAR = 0x2a
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** `canonicals`: the forms in which the checks of the column would write an accepted cell; one that is as expected will do. */
export function compileExpectedText(expected: string, canonicals: readonly ((text: string) => string)[]): CompiledCellCheck {
  const wanted = encoder.encode(expected)
  return {
    test(bytes, start, end) {
      if (isLike(wanted, bytes, start, end)) return 0
      if (canonicals.length === 0) return 1
      const text = decoder.decode(bytes.subarray(start, end))
      return canonicals.some((canonical) => isLikeText(wanted, canonical(text))) ? 0 : 1
    },
    details: { expected },
  }
}

function isLikeText(wanted: Uint8Array, text: string): boolean {
  const bytes = encoder.encode(text)
  return isLike(wanted, bytes, 0, bytes.length)
}

/** Only the last star ever has to take more: the work is bounded by the product of both lengths. */
function isLike(wanted: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  let w = 0
  let i = start
  let star = -1
  let from = start
  while (i < end) {
    if (wanted[w] === STAR) {
      star = w++
      from = i
    } else if (w < wanted.length && wanted[w] === bytes[i]) {
      w++
      i++
    } else if (star >= 0) {
      w = star + 1
      i = ++from
    } else return false
  }
  while (wanted[w] === STAR) w++
  return w === wanted.length
}
