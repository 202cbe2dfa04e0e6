// Writes a deterministic table: 20 columns, `;`, UTF-8 French text, 4 % of quoted cells. The same arguments give the same bytes.
//   node generate.mjs <file> <megabytes> [good|one-bad|all-bad|one-bad-other|all-bad-other]
import { closeSync, openSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { mulberry32 } from './random.mjs'

const WORDS =
  'association soutien fonctionnement école communale rénovation énergétique équipement sportif fête été théâtre municipal crèche élèves réseau eau forêt patrimoine hôtel département région aide projet culturel événement année bénévoles'.split(
    ' ',
  )
const COMMUNES = ['75056', '2A004', '2B033', '97105', '31555', '35238', '01004', '69123']
const NATURES = ['aide en numéraire', 'aide en nature', 'aide en numéraire;aide en nature']
const CONDITIONS = ['unique', 'échelonné', 'autre']
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const STATUSES = ['voté', 'versé', 'annulé', 'à venir']

/** Columns in the order of the file; `schema.json` beside this file says what each has to be. */
export const COLUMNS = [
  'reference',
  'nom',
  'objet',
  'service',
  'commentaire',
  'siretAttribuant',
  'siretBeneficiaire',
  'dateConvention',
  'montant',
  'part',
  'effectif',
  'solde',
  'nature',
  'condition',
  'statut',
  'commune',
  'libre1',
  'libre2',
  'libre3',
  'libre4',
]

/** Measured over the first million rows. */
const GOOD_ROW_BYTES = 326

function luhn(digits) {
  let sum = 0
  for (let i = digits.length - 1, double = true; i >= 0; i--, double = !double) {
    let digit = digits.charCodeAt(i) - 48
    if (double) digit = digit > 4 ? digit * 2 - 9 : digit * 2
    sum += digit
  }
  return digits + ((10 - (sum % 10)) % 10)
}

function* records(kind) {
  const random = mulberry32(20221121)
  const below = (n) => Math.floor(random() * n)
  const pick = (list) => list[below(list.length)]
  const words = (n) => Array.from({ length: n }, () => pick(WORDS)).join(' ')
  const pad = (value, n) => String(value).padStart(n, '0')
  const siret = () => luhn(luhn(pad(below(1e8), 8)) + pad(below(10000), 4))
  for (let row = 0; ; row++) {
    const day = pad(1 + below(28), 2)
    const month = pad(1 + below(12), 2)
    const year = 2015 + below(10)
    const cells = [
      `${year}-${pad(row, 8)}`,
      words(3),
      words(6),
      words(2),
      words(4),
      siret(),
      siret(),
      `${year}-${month}-${day}`,
      `${below(200000)}.${pad(below(100), 2)}`,
      random() < 0.5 ? '1' : `0.${1 + below(99)}`,
      String(below(500)),
      `-${below(9000)}.${below(10)}`,
      pick(NATURES),
      pick(CONDITIONS),
      pick(STATUSES),
      pick(COMMUNES),
      words(2),
      words(1),
      `${below(1e6)}`,
      words(3),
    ]
    const spoil = [
      [5, (cell) => `${cell.slice(0, 3)} ${cell.slice(3, 6)} ${cell.slice(6, 9)} ${cell.slice(9)}`],
      [6, (cell) => `${cell[0]},${cell.slice(1, 3)}E+13`],
      [7, () => `${day}/${month}/${year}`],
      [8, (cell) => cell.replace('.', ',')],
      [9, () => `${1 + below(99)} %`],
      [10, (cell) => `${cell} pers.`],
      [11, (cell) => cell.replace('.', ',')],
      [12, (cell) => cell.toUpperCase()],
      [13, (cell) => `${cell}s`],
      [14, (cell) => cell.normalize('NFD').replace(/\p{M}/gu, '')],
      [15, (cell) => cell.slice(1)],
    ]
    const other = [
      [5, (cell) => `${cell.slice(0, -1)}${(Number(cell.at(-1)) + 1) % 10}`],
      [6, (cell) => `${cell.slice(0, 3)}\u00a0${cell.slice(3, 6)}\u00a0${cell.slice(6, 9)}\u00a0${cell.slice(9)}`],
      [7, () => `${Number(day)} ${MONTHS[month - 1]} ${year}`],
      [8, (cell) => `${cell.replace('.', ',').replace(/\B(?=(\d{3})+,)/g, ' ')} €`],
      [9, () => 'n.c.'],
      [10, (cell) => `${cell},5`],
      [11, (cell) => `${cell.slice(1).replace('.', ',')}-`],
      [12, (cell) => `${cell.replaceAll('é', 'Ã©')} `],
      [13, (cell) => ` ${cell}`],
      [14, (cell) => `${cell[0].toUpperCase()}${cell.slice(1)}`],
      [15, (cell) => `${cell.slice(0, 2)} ${cell.slice(2)}`],
    ]
    const damages = kind.endsWith('-other') ? other : spoil
    if (kind.startsWith('one-bad')) {
      const [column, damage] = damages[row % damages.length]
      cells[column] = damage(cells[column])
    }
    if (kind.startsWith('all-bad')) for (const [column, damage] of damages) cells[column] = damage(cells[column])
    if (kind === 'all-bad') for (const column of [0, 1, 2, 3, 4]) cells[column] = ''
    yield cells
      .map((cell, column) => {
        const quoted = cell.includes(';') || ((column < 5 || column > 15) && cell !== '' && random() < 0.07)
        return quoted ? `"${column === 2 ? `${cell} ""fin""` : cell}"` : cell
      })
      .join(';')
  }
}

/** As many rows for every kind, so that their times compare: `megabytes` is the size of the good table. */
export function generate(file, megabytes, kind) {
  const output = openSync(file, 'w')
  const rowsWanted = Math.round((megabytes * 1e6) / GOOD_ROW_BYTES)
  let block = `${COLUMNS.join(';')}\n`
  let rows = 0
  for (const record of records(kind)) {
    block += `${record}\n`
    rows++
    if (rows === rowsWanted) break
    if (block.length < 1 << 20) continue
    writeSync(output, block)
    block = ''
  }
  if (block !== '') writeSync(output, block)
  closeSync(output)
  return rows
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, megabytes = '200', kind = 'good'] = process.argv.slice(2)
  console.log(`${file}: ${generate(file, Number(megabytes), kind)} rows`)
}
