// Email addresses as Validata takes them: a dotted or quoted name of at most 64 characters, an @, then a domain with a dot,
// `localhost` or an IPv4 address in brackets. Nothing is asked of what follows the first two letters of the last label, not
// even to belong to the domain: `a@b.fr ` passes.
import { decodeText } from './decodeText.js'

const AT = 0x40
const DOT = 0x2e
const HYPHEN = 0x2d
const PLUS = 0x2b
const UNDERSCORE = 0x5f

const DOTTED_NAME = /^[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(?:\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*$/i
const QUOTED_NAME = /^"(?:[\x01-\x08\x0b\x0c\x0e-\x1f!#-[\]-\x7f]|\\[\x01-\x09\x0b\x0c\x0e-\x7f])*"$/
const DOMAIN = /^(?:[A-Z0-9](?:[A-Z0-9-]{0,61}[A-Z0-9])?\.)+(?:[A-Z]{2}|[A-Z0-9-]{2,}\.?\n?$)/i
const ADDRESS = /^\[(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|[01]?\d?\d)){3}\]\n?$/
const ASCII = /^[\x00-\x7f]*$/
const INTERNATIONAL_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,57}[\p{L}\p{M}\p{N}])?$/u

/** Whether the text is an email address. */
export function isEmail(bytes: Uint8Array, start: number, end: number): boolean {
  if (isPlainEmail(bytes, start, end)) return true
  return bytes.subarray(start, end).includes(AT) && readEmail(decodeText(bytes, start, end))
}

/** The slow twin of `isPlainEmail`, with the unusual forms. */
function readEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  const name = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (at < 0 || name.length > 64 || !(DOTTED_NAME.test(name) || QUOTED_NAME.test(name))) return false
  return domain === 'localhost' || DOMAIN.test(domain) || ADDRESS.test(domain) || isInternationalDomain(domain)
}

/** Whether the domain is one once its international labels are written in ASCII (Punycode). */
function isInternationalDomain(domain: string): boolean {
  const labels = domain.split(/[.。．｡]/)
  if (ASCII.test(domain) || labels.some((label) => label.length > 63 || !(ASCII.test(label) || INTERNATIONAL_LABEL.test(label))))
    return false
  return DOMAIN.test(labels.map((label) => (ASCII.test(label) ? label : 'xn--a')).join('.'))
}

/** The common shape: letters, digits and `. _ + -` before the @, plain labels after it. */
function isPlainEmail(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start
  let previous = DOT
  for (; i < end && bytes[i] !== AT; i++) {
    const byte = bytes[i]!
    if (byte === DOT ? previous === DOT : !(isAlphanumeric(byte) || byte === HYPHEN || byte === UNDERSCORE || byte === PLUS)) return false
    previous = byte
  }
  if (i === end || previous === DOT || i - start > 64) return false
  let label = 0
  let labels = 1
  previous = DOT
  for (i++; i < end; i++) {
    const byte = bytes[i]!
    if (byte === DOT) {
      if (label === 0 || label > 63 || previous === HYPHEN) return false
      label = 0
      labels++
    } else if (isAlphanumeric(byte) || (byte === HYPHEN && label > 0)) label++
    else return false
    previous = byte
  }
  return labels > 1 && label >= 2 && label <= 63 && previous !== HYPHEN
}

function isAlphanumeric(byte: number): boolean {
  const lower = byte | 0x20
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x7a)
}
