/** What a terminal would obey is written by its number; a reader of JSON sees the same text. */
const UNSAFE = /[\u007f-\u009f]|\p{Cf}|\p{Zl}|\p{Zp}/gu

/** JSON on one line, safe to print. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(UNSAFE, (sign) =>
    Array.from({ length: sign.length }, (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  )
