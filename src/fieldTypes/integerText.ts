// Whole numbers in every shape that Python's `int` takes, from text.
import { foldDigits } from './foldDigits.js'
import { stripSpaces } from './spaces.js'

const INTEGER = /^[-+]?\d+(?:_\d+)*$/

/** The text without outer space, underscores and plus sign, in ASCII digits; undefined when it is not a whole number. */
export function normaliseInteger(text: string): string | undefined {
  const plain = foldDigits(stripSpaces(text))
  // `int` does not take the ASCII separators for white space
  if (!INTEGER.test(plain) || /[\x1c-\x1f]/.test(text)) return undefined
  return plain.replace('+', '').replaceAll('_', '')
}
