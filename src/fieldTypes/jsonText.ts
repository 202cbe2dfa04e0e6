// The values of JSON texts, and the keys under which equal ones meet. Only for texts that `isJson` accepts: their depth is bounded.
import { decimalKey } from './decimalText.js'
import { isJson } from './jsonScan.js'

const encoder = new TextEncoder()

/** The value of a text that begins with the byte `first`; undefined when it is not JSON. NaN, which JSON does not have, is null. */
export function readJson(first: number, text: string): unknown {
  const bytes = encoder.encode(text)
  return isJson(first, bytes, 0, bytes.length) ? parseJson(text) : undefined
}

/** The value of an accepted text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const tokens = [...readTokens(text)]
    return JSON.parse(tokens.map((token) => NOT_JSON[token] ?? token).join(''))
  }
}

const NOT_JSON: Readonly<Record<string, string>> = { NaN: 'null', Infinity: '1e999', '-Infinity': '-1e999' }

/** The exponent of a number that is too long to be anything but a mischief. */
const LONGEST_POWER = 15

/**
 * A text that two accepted texts share when, and only when, their values are equal: white space, the order of an object's keys
 * and the writing of numbers and strings set aside. At most twice as long as the text.
 */
export function jsonKey(text: string): string {
  const tokens = [...readTokens(text)]
  let at = 0
  const write = (): string => {
    const token = tokens[at++] ?? ''
    if (token === '[') {
      const items: string[] = []
      for (; tokens[at] !== ']'; at += tokens[at] === ',' ? 1 : 0) items.push(write())
      at++
      return `[${items.join(',')}]`
    }
    if (token === '{') {
      const members = new Map<string, string>()
      for (; tokens[at] !== '}'; at += tokens[at] === ',' ? 1 : 0) {
        const name = writeScalar(tokens[at] ?? '')
        at += 2
        // the last of two members of one name is the one that counts
        members.set(name, write())
      }
      at++
      const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1))
      return `{${sorted.map(([name, value]) => `${name}:${value}`).join(',')}}`
    }
    return writeScalar(token)
  }
  return write()
}

function writeScalar(token: string): string {
  if (token.startsWith('"')) return JSON.stringify(JSON.parse(token))
  const power = /e[-+]?(\d+)$/i.exec(token)?.[1]
  return /\d$/.test(token) && (power === undefined || power.length <= LONGEST_POWER) ? decimalKey(token) : token
}

/** Strings, punctuation, numbers and words, without the white space between them. */
function* readTokens(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const first = at
    if (isOneOf(SPACES, text, at)) {
      at++
      continue
    }
    if (text[at] === '"') at = endOfString(text, at)
    else if (isOneOf(PUNCTUATION, text, at)) at++
    else while (at < text.length && !isOneOf(SPACES, text, at) && !isOneOf(PUNCTUATION, text, at)) at++
    yield text.slice(first, at)
  }
}

const SPACES = ' \t\n\r'
const PUNCTUATION = '[]{},:'

function isOneOf(characters: string, text: string, at: number): boolean {
  return characters.includes(text.charAt(at))
}

function endOfString(text: string, at: number): number {
  for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++
  return at + 1
}
