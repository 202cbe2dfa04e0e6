// Text as paragraphs of OpenDocument: a line each, with the white space that readers would fold. OpenDocument 1.3, part 3, 6.1

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\t': '<text:tab/>' }
const PLAIN = /^[^&<>\p{Cc} \ufffe\uffff]+(?: [^&<>\p{Cc} \ufffe\uffff]+)*$/u
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** undefined: it holds a character that XML does not have, in any form. Line ends of all kinds begin a paragraph. */
export function paragraphs(text: string): string | undefined {
  if (PLAIN.test(text)) return `<text:p>${text}</text:p>`
  if (UNHELD.test(text)) return undefined
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `<text:p>${line.replace(/[&<>\t]|^ +| +$| {2,}/g, escaped)}</text:p>`)
    .join('')
}

const escaped = (found: string): string => MARKUP[found] ?? `<text:s text:c="${found.length}"/>`
