// Faults beyond those that are shown are counted column by column: of what the report says of them nothing may change.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDescriptor, validate } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'

const schema = readDescriptor({
  name: 's',
  fields: [
    { name: 'date', type: 'date', constraints: { required: true } },
    { name: 'montant', type: 'number', constraints: { minimum: 0 } },
    { name: 'siret', type: 'string', constraints: { pattern: '^\\d{14}$' } },
    { name: 'nature', type: 'string', constraints: { enum: ['aide en nature', 'prêt'] } },
  ],
  custom_checks: [{ name: 'french-siret-value', params: { column: 'siret' } }],
})
const CELLS = [
  ['2024-01-05', '05/03/2024', '25/12/2024', '2024-02-30', ''],
  ['12.5', '12,5', '1 234,50', '-3', 'douze', ''],
  ['21310555400017', '213 105 554 00017', '2,13E+13', '21310555400018', ''],
  ['prêt', 'Pret', 'Aide en nature', 'don', ''],
]
const row = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }))
  .map(([left, picks]) => CELLS.map((cells, column) => cells[picks[column]! % cells.length]!).slice(0, left === 0 ? 3 : 4))

test('the same report, whether faults are shown or only counted', async () => {
  const rows = fc.array(row, { minLength: 40, maxLength: 60, size: 'max' })
  await fc.assert(
    fc.asyncProperty(rows, async (some) => {
      const text = `date;montant;siret;nature\n${Array.from({ length: 60 }, () => some)
        .flat()
        .map((cells) => `${cells.join(';')}\n`)
        .join('')}`
      const [all, few] = await Promise.all(
        [0, 1].map(async (maxDiagnostics) => {
          const {
            diagnostics: _,
            samples: __,
            truncated: ___,
            ...rest
          } = await validate(memorySource(text, 'a.csv'), { schema, maxDiagnostics })
          return rest
        }),
      )
      expect(few).toEqual(all)
    }),
    { seed: 5, numRuns: 25 },
  )
})
