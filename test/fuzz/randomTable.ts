// Tables and bytes out of nothing: well-formed, nearly so, and noise.
import type { Chance } from './chance.js'

const MOST_ROWS = 60
const MOST_NOISE = 5000

const LABELS = [
  'id',
  'nom',
  'Nom',
  'montant',
  'date',
  'siret',
  'année',
  ' code ',
  'prix_ht',
  'Prix HT',
  '',
  'a"b',
  'très long libellé de colonne',
  'x\ny',
  '__proto__',
  '2024',
  'constructor',
]

const digits = (chance: Chance, length: number): string => Array.from({ length }, () => chance.below(10)).join('')

/** What French tables hold, and what they should not. */
const CELLS: readonly ((chance: Chance) => string)[] = [
  () => '',
  (chance) => digits(chance, chance.few(18)),
  (chance) => `${chance.below(3000)},${digits(chance, 2)}`,
  (chance) => `-${chance.below(99)} ${digits(chance, 3)}.${digits(chance, 1)}${chance.pick(['', ' €', ' %', 'EUR', 'k€'])}`,
  (chance) => `${chance.below(40)}/${chance.below(14)}/${chance.pick(['24', '2024', '1899', '0001'])}`,
  (chance) => `${1900 + chance.below(200)}-${digits(chance, 2)}-${digits(chance, 2)}${chance.pick(['', 'T00:00:00Z', ' 12:30'])}`,
  (chance) =>
    chance.pick(['217500016 00019', '21750001600019', '356000000 00048', '732829320', '1.5E+13', '2,43E+13', '0', '00000000000000']),
  (chance) => chance.pick(['oui', 'Non', 'VRAI', 'faux', 'true', '1', 'x', 'O', 'TRUE ', '\u00a0oui']),
  (chance) => chance.pick(['1er janvier 2024', '12 févr. 2023', 'mars 2024', '2024', '45292', '01-02-2024', '2024-01-01/2024-12-31']),
  (chance) =>
    chance.pick([
      'Brest',
      'SAINT-ÉTIENNE',
      'Ã‰vreux',
      'Œuvre',
      'e\u0301',
      '\ufffd',
      'Total',
      'Sous-total',
      'N/A',
      'null',
      '#REF!',
      '-',
      '?',
    ]),
  (chance) => chance.pick(['[1,2]', '{"a":[1]}', '[', '{"type":"Point","coordinates":[2,48]}', '2.35, 48.85', '48.85,2.35', 'a,b;c']),
  (chance) =>
    chance.pick(['a@b.fr', 'http://é.fr/?a=b', 'mailto:x', 'x@', 'Mo-Fr 09:00-12:00', '+33 1 23 45 67 89', 'W123456789', '2A004', '97105']),
  (chance) => 'é'.repeat(chance.few(300)),
  (chance) => String.fromCodePoint(chance.below(0xd800)),
  (chance) => Array.from({ length: chance.few(12) }, () => String.fromCharCode(chance.below(256))).join(''),
]

export const randomCell = (chance: Chance): string => chance.pick(CELLS)(chance)

export function randomTable(chance: Chance, labels: readonly string[]): Uint8Array {
  const delimiter = chance.pick([';', ',', '\t', '|'])
  const end = chance.pick(['\n', '\r\n', '\r'])
  const width = Math.max(1, labels.length)
  const makers = Array.from({ length: width }, () => chance.pick(CELLS))
  const write = (cell: string): string =>
    chance.happens(0.1) || /["\r\n;,\t|]/.test(cell) ? `"${cell.replaceAll('"', chance.happens(0.95) ? '""' : '"')}"` : cell
  const row = (cells: readonly string[]): string => cells.map(write).join(delimiter)
  const lines = [row(labels)]
  for (let rows = chance.below(MOST_ROWS); rows > 0; rows--) {
    const cells = makers.map((maker) => (chance.happens(0.1) ? chance.pick(CELLS) : maker)(chance))
    if (chance.happens(0.03)) cells.length = chance.below(width)
    if (chance.happens(0.03)) cells.push('de trop')
    lines.push(chance.happens(0.03) ? '' : row(cells))
  }
  return Buffer.from(lines.join(end) + (chance.happens(0.8) ? end : ''))
}

export const randomLabels = (chance: Chance): string[] => Array.from({ length: chance.few(12) }, () => chance.pick(LABELS))

/** Noise over a few bytes, or over all of them. */
export function randomBytes(chance: Chance): Uint8Array {
  const alphabet = chance.pick(['";\n', '",\r\n a', '\';\n\\" ', 'ab;\n', ';\n', '0123456789.,; \n', '{}[]":,\n', '\0a;\n', ''])
  const length = chance.below(chance.pick([8, 64, MOST_NOISE]))
  return Uint8Array.from({ length }, () => (alphabet === '' ? chance.below(256) : alphabet.charCodeAt(chance.below(alphabet.length))))
}
