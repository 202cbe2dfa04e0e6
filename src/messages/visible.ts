// Text that comes from a file or a request, made safe and short enough to stand inside a sentence or on a terminal.

/** Everything that moves the cursor, colours, reverses or hides text: controls, bidirectional marks, zero-width signs, lone surrogates. */
const HIDDEN = /\r\n|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
/** Marks that pile up on one letter and run over the lines around it. */
const PILE = /(\p{M}{3})\p{M}+/gu

/** Nothing hides in ASCII and Latin letters; U+00AD is the soft hyphen. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff]*$/

/** The same text with its control and invisible characters shown: `⏎` for a line break, `␛`, `\u202e`. */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(HIDDEN, show).replace(PILE, '$1')
}

function show(sign: string): string {
  if (sign === '\n' || sign === '\r' || sign === '\r\n' || sign === '\u2028' || sign === '\u2029') return '⏎'
  if (sign === '\t') return '⇥'
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** Marks keep their letter's place, Chinese and the like take two, and so do emoji. */
const ZERO = /^\p{M}$/u
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u
const NARROW = /^[\x20-\u02ff]*$/

function widthOf(sign: string): number {
  if (ZERO.test(sign)) return 0
  return WIDE.test(sign) ? 2 : 1
}

/** Columns that a visible text takes on a terminal. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const sign of text) width += widthOf(sign)
  return width
}

/** The start of a text of any length, made visible, in at most `width` columns; `…` says that it goes on. */
export function shorten(text: string, width: number): string {
  // A sign takes at most one column less than it has code units, marks apart: what lies further on cannot be needed.
  const shown = visible(text.slice(0, width * 8 + 8))
  if (displayWidth(shown) <= width && text.length <= width * 8 + 8) return shown
  let taken = ''
  let left = width - 1
  for (const sign of shown) {
    left -= widthOf(sign)
    if (left < 0) break
    taken += sign
  }
  return `${taken.trimEnd()}…`
}

/** As `shorten`, of a path or an address: its end is what tells it from others. */
export function shortenPath(path: string, width: number): string {
  const shown = visible(path.slice(-width * 8 - 8))
  if (displayWidth(shown) <= width && path.length <= width * 8 + 8) return shown
  const signs = [...shown]
  let left = width - 1
  let from = signs.length
  while (from > 0 && left >= widthOf(signs[from - 1]!)) left -= widthOf(signs[--from]!)
  return `…${signs.slice(from).join('')}`
}
