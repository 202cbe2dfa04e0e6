import type { CellCheck } from '../../core/check.js'

const SLASH = 0x2f
const INTERVAL = /^(\p{Nd}{4})\/(\p{Nd}{4})\n?$/u
const YEAR = /^\p{Nd}{4}\n?$/u
const DIGIT = /^\p{Nd}$/u
/** Two years of four-byte digits, a slash and a line break. */
const LONGEST = 34

const decoder = new TextDecoder()

/** The four ASCII digits at `at`, or -1. */
function yearAt(bytes: Uint8Array, at: number): number {
  let year = 0
  for (let p = at; p < at + 4; p++) {
    const digit = bytes[p]! - 0x30
    if (digit < 0 || digit > 9) return -1
    year = year * 10 + digit
  }
  return year
}

/** Digits of any script, which Unicode keeps in runs of ten, as ASCII digits. */
function foldDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    let before = 0
    while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++
    return String(before % 10)
  })
}

const compare = (first: number, second: number): number => (first < second ? 0 : first === second ? 2 : 3)

/** What the fast path does not take: digits of other scripts, a final line break. */
function testText(text: string, allowYear: boolean): number {
  const [, first, second] = INTERVAL.exec(text) ?? []
  if (first !== undefined && second !== undefined) return compare(Number(foldDigits(first)), Number(foldDigits(second)))
  return allowYear && YEAR.test(text) ? 0 : 1
}

/** Two years, the first before the second, with a slash between them; a single year where the schema allows it.
 * Faults: 1 another form, 2 twice the same year, 3 the second year before the first. */
export const yearIntervalValue: CellCheck = {
  type: 'year-interval-value',
  unusable: (params) => {
    const allowed = params['allow-year-only']
    return allowed === undefined || typeof allowed === 'string' ? undefined : 'allow-year-only'
  },
  compile(params) {
    const written = params['allow-year-only']
    const allowYear = written === 'yes' || written === 'true'
    return {
      test(bytes, start, end) {
        const length = end - start
        if (length === 9 && bytes[start + 4] === SLASH) {
          const first = yearAt(bytes, start)
          const second = yearAt(bytes, start + 5)
          if (first >= 0 && second >= 0) return compare(first, second)
        } else if (length === 4 && yearAt(bytes, start) >= 0) return allowYear ? 0 : 1
        return length > LONGEST ? 1 : testText(decoder.decode(bytes.subarray(start, end)), allowYear)
      },
      canonical: (text) => foldDigits(text.replace(/\n$/, '')),
      details: { allowYear },
    }
  },
}
