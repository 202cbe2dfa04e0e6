/** What a terminal would obey is written by its number; a reader of JSON sees the same text. */
const UNSAFE = /[\u007f-\u009f]|\p{Cf}|\p{Zl}|\p{Zp}/gu
/** Most texts have none: Latin, Greek, Cyrillic and Hebrew letters without the soft hyphen, dashes and quotation marks. */
const UNUSUAL = /[^\x20-\x7e\xa0-\xac\xae-\u05ff\u2010-\u2027]/

/** JSON on one line, safe to print. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  return UNUSUAL.test(text) ? text.replace(UNSAFE, byNumber) : text
}

const byNumber = (sign: string): string =>
  Array.from({ length: sign.length }, (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')
