// A file damaged the ways files get damaged, and some that nobody would think of.
import type { Chance } from './chance.js'

type Mutation = (bytes: Buffer, chance: Chance) => Buffer

const MOST_MUTATIONS = 6
const LARGEST_RUN = 3000
const DELIMITERS = [';', ',', '\t', '|']
const LINE_ENDS = ['\n', '\r\n', '\r', '\n\r', '\n\n', '\u2028', '\x85', '\v', '\f']
const SIGNS = [
  '"',
  '""',
  '"""',
  "'",
  '\\"',
  '\\',
  ';',
  ',',
  '\t',
  '|',
  '\0',
  '\x1b[31m',
  '\x7f',
  '\ufeff',
  '\u200b',
  '\u202e',
  ' ',
  '\u00a0',
]
const WORDS = [
  '0',
  '-1',
  '1e400',
  'NaN',
  'Infinity',
  '2,43E+13',
  '#N/A',
  'TOTAL',
  'sep=;\n',
  '=1+1',
  '1 234,5',
  '31/12/2024',
  '2024-02-30',
  'Ã©',
  '\ufffd',
]
/** Lone continuation bytes, cut characters, overlong forms, surrogates, beyond U+10FFFF, the marks of UTF-16, windows-1252. */
const BAD_UTF8 = ['80', 'c3', 'e282', 'f09f98', 'c0af', 'e080af', 'eda080', 'f4908080', 'ff', 'fffe', 'feff', 'e9', '93', 'efbbbf', 'efbb']

export function mutate(bytes: Uint8Array, chance: Chance): Uint8Array {
  let mutated: Buffer = Buffer.from(bytes)
  for (let i = chance.few(MOST_MUTATIONS); i > 0; i--) mutated = chance.pick(MUTATIONS)(mutated, chance)
  return mutated
}

/** A stretch of the file: short ones more often. */
function stretch(bytes: Buffer, chance: Chance): [from: number, to: number] {
  const from = chance.below(bytes.length + 1)
  return [from, Math.min(bytes.length, from + chance.few(bytes.length + 1))]
}

const replace = (bytes: Buffer, from: number, to: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)])

/** Puts texts in several places, often where a cell or a line begins or ends. */
const insert =
  (pick: (chance: Chance) => Uint8Array): Mutation =>
  (bytes, chance) => {
    let inserted = bytes
    for (let i = chance.few(8); i > 0; i--) {
      let at = chance.below(inserted.length + 1)
      if (chance.happens(0.6)) {
        while (at < inserted.length && !';,\t|\n\r"'.includes(String.fromCharCode(inserted[at] ?? 0))) at++
        if (chance.happens(0.5)) at = Math.min(inserted.length, at + 1)
      }
      inserted = replace(inserted, at, at, pick(chance))
    }
    return inserted
  }

function swapBytes(bytes: Buffer, one: string, other: string): Buffer {
  const [a, b] = [one.charCodeAt(0), other.charCodeAt(0)]
  return Buffer.from(bytes.map((byte) => (byte === a ? b : byte === b ? a : byte)))
}

function swapText(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, Buffer.from(to).toString('latin1')), 'latin1')
}

const MUTATIONS: readonly Mutation[] = [
  // Bits, bytes, stretches.
  (bytes, chance) => {
    const flipped = Buffer.from(bytes)
    for (let i = chance.few(20); i > 0 && flipped.length > 0; i--) {
      const at = chance.below(flipped.length)
      flipped[at] = chance.happens(0.5) ? (flipped[at] ?? 0) ^ (1 << chance.below(8)) : chance.below(256)
    }
    return flipped
  },
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  (bytes, chance) => bytes.subarray(chance.below(Math.min(bytes.length, 200) + 1)),
  (bytes, chance) => replace(bytes, ...stretch(bytes, chance), new Uint8Array(0)),
  (bytes, chance) => {
    const block = bytes.subarray(...stretch(bytes, chance)).subarray(0, 4096)
    const at = chance.below(bytes.length + 1)
    return replace(bytes, at, at, Buffer.concat(Array.from({ length: chance.few(6) }, () => block)))
  },
  (bytes, chance) => {
    const [from, to] = stretch(bytes, chance)
    return replace(bytes, from, to, Buffer.from(bytes.subarray(from, to)).reverse())
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length + 1)
    return replace(
      bytes,
      at,
      at,
      Buffer.alloc(chance.few(LARGEST_RUN), chance.pick(['a', '0', ' ', '"', ';', '\n', '\0', 'é', ',\n', '""'])),
    )
  },
  // Signs and words.
  insert((chance) => Buffer.from(chance.pick(SIGNS))),
  insert((chance) => Buffer.from(chance.pick(LINE_ENDS))),
  insert((chance) => Buffer.from(chance.pick(WORDS))),
  insert((chance) => Buffer.from(chance.pick(BAD_UTF8), 'hex')),
  insert((chance) => Buffer.from([chance.below(256)])),
  // The whole file.
  (bytes, chance) => swapBytes(bytes, chance.pick(DELIMITERS), chance.pick(DELIMITERS)),
  (bytes, chance) => swapText(bytes, '\n', chance.pick(LINE_ENDS)),
  (bytes, chance) => swapText(bytes, '"', chance.pick(['', "'", '\\"', '""'])),
  (bytes, chance) => swapText(bytes, chance.pick(DELIMITERS), chance.pick([' ', '; ', '";"', ';;'])),
  (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
  (bytes, chance) => Buffer.concat([Buffer.from(chance.pick(['Titre du tableau\n', '\n\n;;\n', 'sep=;\r\n', 'a;b\nTitre;;;\n'])), bytes]),
  (bytes, chance) => Buffer.concat([bytes, Buffer.from(chance.pick(['\n\n\n', '\nTotal;12;;', ';;;;;\n', '\x1a', '"', '\n"', '\r']))]),
  // Encodings, right and wrong.
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le').swap16(),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
]
