// What a number format says of the cells that have it: a date, a time, how many digits at least.
// https://support.microsoft.com/office/review-guidelines-for-customizing-a-number-format-c0a1d1fa-d3f4-4018-96b7-9c9354dd99f5
import { SEEN } from '../../core/batch.js'
import { type SeenDecimals, seenAsDate, seenAsNumber } from './seenByValidata.js'

export interface NumberFormat {
  kind: 'number' | 'date' | 'time' | 'datetime' | 'duration'
  /** Of numbers: digits that are shown at least, where the format shows whole numbers without any mark; else 1. */
  digits: number
  /** Of times: whether fractions of a second are shown. */
  fractions: boolean
  /** What Validata makes of dates and times so shown, one of `SEEN`. */
  seen: number
  /** What Validata makes of numbers so shown; undefined: of every one a number. */
  decimals: SeenDecimals | undefined
}

/** Excel takes 255 characters. */
const LONGEST_CODE = 1000

/** Formats that every workbook has, by number. Those of East Asian calendars are dates and times like others. ECMA-376, 18.8.30 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy"-"m"-"d'])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'h":"mm":"ss'])),
}

/** `custom`: the codes that the workbook declares, by number. */
export function readNumberFormat(id: number, custom: ReadonlyMap<number, string>): NumberFormat {
  return parseNumberFormat(custom.get(id) ?? BUILT_IN[id] ?? 'General')
}

export function parseNumberFormat(whole: string): NumberFormat {
  const code = whole.slice(0, LONGEST_CODE)
  const section = splitSections(code)
    .map(readSection)
    .find(({ showsValue }) => showsValue)
  const kind = section?.kind ?? 'number'
  return {
    kind,
    digits: kind === 'number' ? (section?.digits ?? 1) : 1,
    fractions: section?.fractions ?? false,
    seen: kind === 'number' || kind === 'duration' ? SEEN.value : seenAsDate(code, kind),
    decimals: kind === 'number' ? seenAsNumber(code) : undefined,
  }
}

interface Token {
  type: 'code' | 'literal' | 'elapsed'
  text: string
}

/** Up to four, for numbers above, below and at zero, and for text; colours, locales and conditions left out. */
function splitSections(code: string): Token[][] {
  const sections: Token[][] = [[]]
  const add = (type: Token['type'], text: string): void => void sections.at(-1)!.push({ type, text })
  for (const [whole] of code.matchAll(/"[^"]*"?|\\.?|[_*].?|\[[^\]]*\]?|am\/pm|a\/p|general|standard|([a-z#?])\1*|[\s\S]/giu)) {
    const [mark = ''] = whole
    if (whole === ';') sections.push([])
    else if (mark === '"' || mark === '\\') add('literal', whole.replace(/^[\\"]|"$/g, ''))
    else if (mark === '_' || mark === '*') add('literal', ' ')
    else if (mark !== '[') add('code', whole.toLowerCase())
    else if (/^\[(h+|m+|s+)\]$/i.test(whole)) add('elapsed', whole)
  }
  return sections
}

function readSection(tokens: readonly Token[]): Pick<NumberFormat, 'kind' | 'digits' | 'fractions'> & { showsValue: boolean } {
  const codes = tokens.filter(({ type }) => type !== 'literal')
  const texts = codes.map(({ text }) => text)
  const text = texts.join('')
  if (codes.some(({ type }) => type === 'elapsed')) return { kind: 'duration', digits: 1, fractions: false, showsValue: true }
  // Zeros after the seconds are fractions of them.
  const fractions = /s\.0/.test(text)
  if (text === '' || /general|standard|@|[0#?]/.test(text.replace(/s\.0+/, 's'))) {
    return { kind: 'number', digits: leastDigits(tokens), fractions, showsValue: text !== '' }
  }
  const letters = texts.filter((t) => /^[a-z]/.test(t))
  const isMinutes = (i: number): boolean => letters[i - 1]?.[0] === 'h' || letters[i + 1]?.[0] === 's'
  const minutes = letters.some((t, i) => /^mm?$/.test(t) && isMinutes(i))
  const month = letters.some((t, i) => t[0] === 'm' && (t.length > 2 || !isMinutes(i)))
  const date = month || texts.some((t) => /^([ydegb]+|aaa+)$/.test(t))
  const time = minutes || texts.some((t) => /^[hs]+$|^a(m\/pm|\/p)$/.test(t))
  const kind = date ? (time ? 'datetime' : 'date') : time ? 'time' : 'number'
  return { kind, digits: 1, fractions, showsValue: true }
}

/** From the first zero on every place is shown, as in 00000 or 0# ## ## ## ##. What is between them may only be a separator. */
function leastDigits(tokens: readonly Token[]): number {
  let places = ''
  for (const { type, text } of tokens) {
    if (type === 'code' && /^[0#?]+$/.test(text)) places += text
    else if (!/^[ \u00a0\u202f./-]*$/.test(text) || (type === 'code' && text !== ' ' && text !== '-')) return 1
  }
  const zero = places.indexOf('0')
  return zero < 0 ? 1 : places.length - zero
}
