// Text that a spreadsheet would take for something else when it opens a CSV: a formula, a date, a number to round.

const SMALL_NUMBER = /^(?:0|[1-9]\d{0,9})$/
/** Shown as they are written, but for words that spreadsheets translate. */
const WORDS = /^(?!(?:true|false|vrai|faux)$)\p{L}[^\t\r]*$/iu
/** `mars 2024`, `dec-12`: dates would be made of them. */
const MONTH = /^(?:jan|f[eé]v|feb|mar|a[pv]r|mai|may|juin|jun|juil|jul|ao[uû]|aug|sep|oct|nov|d[eé]c)[\p{L}.]*[\s/.-]*\d/iu

/**
 * An apostrophe in front of what is not plain, and of every text that begins with one, as when it is typed in a spreadsheet: taking the
 * apostrophe away gives the text back.
 */
export function spreadsheetText(text: string): string {
  if (text === '') return text
  const isPlain = startsWithFigure(text) ? SMALL_NUMBER.test(text) : WORDS.test(text) && !MONTH.test(text)
  return isPlain ? text : `'${text}`
}

function startsWithFigure(text: string): boolean {
  const first = text.charCodeAt(0)
  return first >= 0x30 && first <= 0x39
}
