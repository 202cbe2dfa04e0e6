const DIGITS = /\p{Nd}+/gu

/**
 * What `bareNumber: false` keeps of a text: from the first digit to the last one, and a minus sign that touches the first.
 * Empty when there is no digit.
 */
export function stripNonDigits(text: string): string {
  let first = -1
  let end = -1
  for (const run of text.matchAll(DIGITS)) {
    if (first < 0) first = run.index
    end = run.index + run[0].length
  }
  if (first < 0) return ''
  return text.slice(text[first - 1] === '-' ? first - 1 : first, end)
}
