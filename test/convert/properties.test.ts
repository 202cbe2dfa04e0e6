// Generated tables: what a spreadsheet does to a canonical table is undone byte for byte, and every conversion is sound.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertText, schemaOf } from './convertText.js'
import { expectSound } from './expectSound.js'

/** Of each property. */
const seconds = Number(process.env.SCDL_FUZZ_SECONDS ?? '3')
const runs = { seed: 2026, numRuns: 100_000, interruptAfterTimeLimit: seconds * 1000, endOnFailure: true }
const timeout = (seconds + 20) * 1000

const schema = schemaOf(
  {
    nom: { constraints: { required: true } },
    siret: { constraints: { pattern: '^\\d{14}$' } },
    date: { type: 'date' },
    jour: { type: 'date', format: '%d/%m/%Y' },
    montant: { type: 'number' },
    part: { type: 'number', constraints: { minimum: 0, maximum: 1 } },
    nombre: { type: 'integer' },
    public: { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
    statut: { constraints: { enum: ['Versé', 'En attente'] } },
    annee: { type: 'year' },
  },
  { custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }] },
)
const labels = schema.schema.fields.map(({ name }) => name)

const two = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'))
const day = fc
  .tuple(fc.integer({ min: 1990, max: 2030 }), two(12), fc.integer({ min: 13, max: 28 }))
  .map((parts) => parts.map(String) as [string, string, string])
/** Nine digits and five, their keys right. */
const siret = fc.tuple(fc.integer({ min: 10_000_000, max: 99_999_999 }), fc.integer({ min: 0, max: 9999 })).map(([siren, nic]) => {
  const withKey = (digits: string) => [...'0123456789'].map((key) => digits + key).find(passesLuhn)!
  return withKey(withKey(String(siren)) + String(nic).padStart(4, '0'))
})
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
const amount = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([units, cents]) => `${units}.${String(cents).padStart(2, '0')}`)

/** A canonical text, and the ways to damage it without losing anything. */
type Way = (text: string) => string
interface Kind {
  texts: fc.Arbitrary<string>
  ways: readonly Way[]
}
const spaced: Way = (text) => ` ${text}\u00a0`
const grouped = (text: string) => text.replace(/\B(?=(?:\d{3})+(?!\d))/g, '\u202f')
const KINDS: readonly Kind[] = [
  { texts: fc.stringMatching(/^[A-Za-zéÉœ][A-Za-zé'’ ,;"-]{0,12}[a-zé]$/), ways: [] },
  { texts: siret, ways: [spaced, (text) => text.replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4'), (text) => `${text}.0`] },
  {
    texts: day.map(([y, m, d]) => `${y}-${m}-${d}`),
    ways: [(text) => text.split('-').reverse().join('/'), (text) => `${text} 00:00:00`, spaced],
  },
  { texts: day.map(([y, m, d]) => `${d}/${m}/${y}`), ways: [spaced, (text) => text.split('/').reverse().join('-')] },
  {
    texts: amount,
    ways: [
      (text) => text.replace('.', ','),
      (text) => `${text.replace('.', ',')} €`,
      (text) => `${grouped(text.split('.')[0]!)},${text.split('.')[1]!}`,
      spaced,
      (text) => `+${text}`,
    ],
  },
  {
    texts: fc.integer({ min: 0, max: 99 }).map((n) => `0.${String(n).padStart(2, '0')}`),
    ways: [(text) => `${Number(text.slice(2))} %`, (text) => text.replace('.', ',')],
  },
  { texts: fc.integer({ min: 0, max: 10_000_000 }).map(String), ways: [grouped, (text) => `${text}.0`, spaced] },
  {
    texts: fc.constantFrom('oui', 'non'),
    ways: [(text) => text.toUpperCase(), (text) => (text === 'oui' ? 'VRAI' : 'FAUX'), (text) => (text === 'oui' ? '1' : '0')],
  },
  {
    texts: fc.constantFrom('Versé', 'En attente'),
    ways: [(text) => text.toLowerCase(), (text) => text.replace('é', 'e').replace(' ', '-'), spaced],
  },
  { texts: fc.integer({ min: 1000, max: 9999 }).map(String), ways: [spaced] },
]

const csv = (rows: readonly (readonly string[])[], delimiter = ',', lineEnd = '\n') =>
  rows
    .map(
      (cells) =>
        cells
          .map((cell) => (new RegExp(`["\r\n${delimiter}]`).test(cell) || cell.startsWith(' ') ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(delimiter) + lineEnd,
    )
    .join('')

const rowOf = (pick: (kind: Kind, index: number) => fc.Arbitrary<string>) => fc.tuple(...KINDS.map((kind, i) => pick(kind, i)))

it('a table under no label of the schema is told as such once written', async () => {
  const schema = schemaOf({ actif: { type: 'boolean', missingValues: ['-'] } })
  const { conversion } = await expectSound('montant\n12\n', schema)
  expect(conversion.remaining?.counts.map(({ code }) => code)).toContain('file/no-header')
})

describe('a damaged table', () => {
  /** By cell: the text, and which of its ways is taken; the first column is always filled. */
  const cell = ({ texts, ways }: Kind, index: number) =>
    fc.tuple(
      index === 0 ? texts : fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 6, arbitrary: texts }),
      fc.nat(ways.length),
    )
  const table = fc.array(fc.tuple(...KINDS.map((kind, i) => cell(kind, i))), { minLength: 1, maxLength: 8 })

  it(
    'gives the canonical one back',
    async () => {
      await fc.assert(
        fc.asyncProperty(table, fc.constantFrom(';', ',', '\t'), fc.constantFrom('\n', '\r\n'), async (rows, delimiter, lineEnd) => {
          const good = csv([labels, ...rows.map((cells) => cells.map(([text]) => text))])
          const damaged = rows.map((cells) =>
            cells.map(([text, way], c) => (text === '' || way === 0 ? text : KINDS[c]!.ways[way - 1]!(text))),
          )
          const { text } = await convertText(csv([labels, ...damaged], delimiter, lineEnd), schema, { format: { delimiter } })
          expect(text).toBe(good)
        }),
        runs,
      )
    },
    timeout,
  )

  it(
    'is sound whatever stands in it',
    async () => {
      const anything = fc.oneof(
        fc.string({ unit: fc.constantFrom(...'01239.,-/ €%"\'\n;éNA=+@|\u00a0\ufffd'), maxLength: 10 }),
        fc.constantFrom(
          '1.234',
          '1.234,50',
          '1,234',
          '12,5',
          '03/04/2021',
          '25/04/2021',
          '04/25/2021',
          '2,43E+13',
          'k€',
          '12 k€',
          'NA',
          'oui',
          'TOTAL',
          '100 %',
        ),
      )
      const wild = fc.array(
        rowOf(({ texts, ways }) => fc.oneof(anything, texts, ...ways.map((way) => texts.map(way)))),
        { minLength: 0, maxLength: 8 },
      )
      const names = fc.shuffledSubarray([...labels, 'NOM', 'Siret', 'montnat', 'autre', ''], { minLength: 10, maxLength: 10 })
      await fc.assert(
        fc.asyncProperty(wild, names, fc.nat(3), async (rows, header, shorter) => {
          const body = rows.map((cells, r) =>
            r % 3 === 1 ? cells.slice(0, 10 - shorter) : r % 5 === 4 ? [...cells, '', 'x'.repeat(shorter)] : cells,
          )
          await expectSound(csv([header, ...body], ';'), schema, { format: { delimiter: ';' } })
        }),
        runs,
      )
    },
    timeout,
  )

  it(
    'is sound however narrow',
    async () => {
      const narrow = schemaOf({ nom: {}, montant: { type: 'number' } })
      const anything = fc.string({ unit: fc.constantFrom(...'ab;,|\t"\'\n 1.é='), maxLength: 6 })
      const tables = fc.constantFrom(['nom'], ['nom', 'montant'], ['montant', 'autre', 'nom']).chain((header) => {
        const row = fc.array(anything, { minLength: header.length, maxLength: header.length })
        return fc.array(row, { maxLength: 5 }).map((rows) => [header, ...rows])
      })
      await fc.assert(
        fc.asyncProperty(tables, async (rows) => {
          await expectSound(csv(rows), narrow, { format: { delimiter: ',' } })
        }),
        runs,
      )
    },
    timeout,
  )
})
