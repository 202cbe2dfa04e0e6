// The checks of a text against a closed list.
import { ByteSet } from '../../core/byteSet.js'
import type { CellCheck } from '../../core/check.js'

/** Accepts the listed texts as they are written. Fault 1: any other. */
export function listedText(texts: Iterable<string>): CellCheck {
  let listed: ByteSet | undefined
  return {
    type: 'custom-check-error',
    compile() {
      // Sorted on first use: most schemas name none of these checks.
      listed ??= new ByteSet(texts)
      const known = listed
      return { test: (bytes, start, end) => (known.has(bytes, start, end) ? 0 : 1) }
    },
  }
}
