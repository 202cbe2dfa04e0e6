// What sentences are tried on: findings with every detail that a code may carry, and requests that could not be carried out.
import { codes } from '../../src/codes.js'
import type { Code, Details, Diagnostic } from '../../src/core/diagnostic.js'

export const everyCode = Object.keys(codes) as Code[]

/** What some codes never go without. */
export const leastDetails: Details = { lowest: 6_000_000, highest: 7_200_000, fields: ['a', 'b'], absent: ['b'] }

export const fullDetails: Details = {
  ...leastDetails,
  type: 'date',
  format: '%d/%m/%Y',
  example: '14/07/2024',
  constraint: '^\\d{14}$',
  values: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
  length: 300,
  firstRow: 12,
  referenced: ['c'],
  column1: 'siret',
  column2: 'rna',
  columns: ['1', '27'],
  codePoints: ['U+0000'],
  before: 'texte',
  bytes: 'e9',
  rows: 3,
  first: 'Titre',
  encoding: 'windows-1252',
  found: 'pdf',
  candidates: ['a', 'b'],
  nearMiss: 'prix ht',
  nearMissColumn: 3,
  nearMissOf: 'prix_ht',
  proof: 'punctuation',
  property: 'contraints',
  nearest: 'constraints',
  check: 'french-siret',
  parameter: 'column',
  field: 'montant',
  value: 'x',
  reason: 'bad-escape',
  pattern: '[',
  key: 'primaryKey',
  name: 'id',
  expected: ['a', 'b'],
}

export const requestDetails: readonly Details[] = [
  {},
  {
    path: 'données/a.csv',
    nearest: 'données/b.csv',
    reason: 'EISDIR',
    folder: 'données',
    ref: 'subvention',
    known: ['a', 'b'],
    limit: 'recordBytes',
    value: 16_777_216,
    row: 3,
    option: '--report',
    expected: 'integer',
    line: 4,
    kind: 'folder',
    extensions: ['.csv', '.tsv'],
    versions: ['2.1.1'],
    name: 'scdl/subventions',
    candidates: ['x/a', 'y/a'],
    command: 'valider',
  },
  { path: '-', reason: 'no-space', kind: 'pattern', option: '--report', value: 'x', known: [] },
  { kind: 'none', limit: 'other', value: 'x', reason: 'ENXIO' },
]

export const finding = (code: Code, details: Details = {}, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code,
  ...codes[code as keyof typeof codes],
  details,
  ...more,
})
