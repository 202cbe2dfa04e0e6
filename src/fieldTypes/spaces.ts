// White space as Python's `str` understands it: Unicode's, the ASCII separators U+001C–U+001F too, U+FEFF not.

/** The inside of a character class, for regular expressions. */
export const SPACES = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const SPACE = new RegExp(`[${SPACES}]`)

/** Removes outer white space; linear, whatever the text. */
export function stripSpaces(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && SPACE.test(text.charAt(start))) start++
  while (end > start && SPACE.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
