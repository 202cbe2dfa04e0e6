// What is remembered of a cell is used for others: a table must be told as its rows are, one by one.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { INDIFFERENT } from '../../src/core/alike.js'
import { CellRemedies } from '../../src/core/cellRemedies.js'
import { FIRST_CHECK_BIT, faultBit } from '../../src/core/faultBits.js'
import type { CompiledRepair } from '../../src/core/repair.js'
import type { Rules } from '../../src/core/report.js'
import { type LoadedSchema, readDescriptor, validate } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'

const schema = readDescriptor({
  fields: [
    { name: 'siret', type: 'string', constraints: { pattern: '^\\d{14}$' } },
    { name: 'siren', type: 'string', constraints: { required: true } },
    { name: 'code', type: 'string', constraints: { pattern: '\\d{3}-\\d{2}' } },
    { name: 'du', type: 'number' },
    { name: 'au', type: 'number' },
    { name: 'le', type: 'date' },
  ],
  custom_checks: [
    { name: 'french-siret-value', params: { column: 'siret' } },
    { name: 'french-siren-value', params: { column: 'siren' } },
    { name: 'compare-columns-value', params: { column: 'du', op: '<=', column2: 'au' } },
  ],
})

function luhn(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + (i % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][+digit]! : +digit), 0)
  return digits + ((10 - (sum % 10)) % 10)
}

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const siren = digits(8).map(luhn)
const siret = fc.tuple(siren, digits(4)).map(([company, office]) => luhn(company + office))
const grouped = (text: string, mark: string): string => text.replace(/(?<=^\d{3}|^\d{6}|^\d{9})(?=\d)/g, mark)
/** As they are typed: rightly, with a wrong key, with what should not be there, or not whole. */
const typed = (identifier: fc.Arbitrary<string>) =>
  fc
    .tuple(
      identifier,
      fc.constantFrom('', ' ', ' ', '.', '-', '\u00a0'),
      fc.constantFrom('right', 'right', 'wrong', 'cut', 'dotZero', 'prefix'),
    )
    .map(([text, mark, kind]) => {
      if (kind === 'wrong') return grouped(`${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}`, mark)
      if (kind === 'cut') return grouped(text.slice(1), mark)
      if (kind === 'dotZero') return `${text}.0`
      return kind === 'prefix' ? `SIRET ${grouped(text, mark)}` : grouped(text, mark)
    })
const code = fc.tuple(digits(3), fc.constantFrom('-', ' - ', ' ', ''), digits(2)).map((parts) => parts.join(''))
const amount = fc.constantFrom('1', '2', '12,5', '1 234,50 €', '7 ans', '3.5')
/** Each proves by itself that its day comes first, or is in no calendar: what the other rows say changes nothing. */
const date = fc
  .tuple(
    fc.integer({ min: 13, max: 31 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1896, max: 2108 }),
    fc.constantFrom('/', '.', '-'),
  )
  .chain(([day, month, year, mark]) => fc.constantFrom(`${day}${mark}${month}${mark}${year}`, `29${mark}02${mark}${year}`))
const row = fc.tuple(typed(siret), typed(siren), code, amount, amount, date).map((cells) => cells.join(';'))

/** How many findings of each code and field there are, and how many of them can be mended. */
async function count(rows: readonly string[], of: LoadedSchema, rules: Rules) {
  const text = `siret;siren;code;du;au;le\n${rows.join('\n')}\n`
  const report = await validate(memorySource(text, 'a.csv'), { schema: of, maxDiagnostics: 1, rules })
  return report.counts.map(({ code, field, count, repairable }) => [`${code} ${field ?? ''}`, count, repairable] as const)
}

const RULES: readonly Rules[] = [{}, { 'row/french-siret-value': 'off', 'row/french-siren-value': 'warning' }]

test.each(RULES)('a table is told as its rows are, one by one: %o', { timeout: 60_000 }, async (rules) => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 150, maxLength: 250, size: 'max' }), async (rows) => {
      const sums = new Map<string, [number, number]>()
      for (const each of rows) {
        for (const [key, count_, repairable] of await count([each], schema, rules)) {
          const [counted, mended] = sums.get(key) ?? [0, 0]
          sums.set(key, [counted + count_, mended + repairable])
        }
      }
      const whole = await count(rows, schema, rules)
      expect(new Map(whole.map(([key, ...numbers]) => [key, numbers]))).toEqual(sums)
    }),
    { seed: 11, numRuns: 20, endOnFailure: true },
  )
})

test('what is accepted for now proves nothing of the digits of a cell', async () => {
  const sirets = fc.sample(siret, { seed: 3, numRuns: 200 }).map((text, i) => {
    const typedAs = i % 2 === 0 ? text : `${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}`
    return grouped(typedAs, ' ')
  })
  const faults = sirets.flatMap((value, i) =>
    i % 2 === 0 ? [] : [{ code: 'row/french-siret-value' as const, field: 'siret', value, count: 1 }],
  )
  const text = `siret;siren;code;du;au;le\n${sirets.map((each) => `${each};552081317;123-45;1;2;`).join('\n')}\n`
  const { counts } = await validate(memorySource(text, 'a.csv'), { schema, known: { faults } })
  expect(counts.map(({ code, count, repairable }) => [code, count, repairable])).toEqual([['cell/pattern', 200, 100]])
})

/** Two that take a figure for another: what holds of one text of a shape does not hold of all. */
const UNSHARED: Record<string, CompiledRepair> = {
  'changes the order of digits': {
    alike: INDIFFERENT.figures,
    propose(bytes, start, end, out) {
      out.set(bytes.subarray(start, end))
      out.set([bytes[end - 1]!, bytes[end - 2]!], end - start - 2)
      return end - start
    },
  },
  'asks which digit stands there': {
    keepsDigits: true,
    propose(bytes, start, end, out) {
      out.set(bytes.subarray(start, end))
      return bytes[end - 2]! % 2 === 0 ? end - start : -1
    },
  },
}

test.each(Object.entries(UNSHARED))('a repair that %s shares no verdict', (name, compiled) => {
  const remedies = new CellRemedies({
    repairs: [{ name, certainty: 'lossless', compiled }],
    alike: INDIFFERENT.figures,
    checkFaults: 1 << FIRST_CHECK_BIT,
    checksReadDigits: true,
    columns: 1,
    accepts: (bytes, _start, end) => compiled.keepsDigits === true || bytes[end - 1]! % 2 === 0,
    nameFault: (bit) => ({ code: 'cell/pattern', details: { bit } }),
  })
  const encoder = new TextEncoder()
  const figure = (i: number, place: number): number => 1 + (Math.floor(i / place) % 9)
  for (let i = 0; i < 1000; i++) {
    // Beside other cells, as in a file: at the end of a buffer nothing is remembered.
    const bytes = encoder.encode(`111 ${figure(i, 9)}${figure(i, 1)};another cell\n`)
    remedies.add(bytes, 0, 6, i + 2, faultBit('pattern'), 'cell')
  }
  remedies.settle()
  const even = Array.from({ length: 1000 }, (_, i) => figure(i, 9)).filter((last) => last % 2 === 0)
  expect(remedies.repairable()).toBe(even.length)
})

test('a text that comes again and again is looked at a few times', () => {
  let looks = 0
  const remedies = new CellRemedies({
    repairs: [
      {
        name: 'counted',
        certainty: 'lossless',
        compiled: {
          alike: INDIFFERENT.figures,
          propose() {
            looks++
            return -1
          },
        },
      },
    ],
    alike: INDIFFERENT.figures,
    checkFaults: 0,
    checksReadDigits: true,
    columns: 1,
    accepts: () => true,
    nameFault: (bit) => ({ code: 'cell/pattern', details: { bit } }),
  })
  const bytes = new TextEncoder().encode('213 101 173 00010;213 101 173 00011;another cell\n')
  for (let i = 0; i < 2000; i++) remedies.add(bytes, (i % 2) * 18, (i % 2) * 18 + 17, i + 2, faultBit('pattern'), 'cell')
  remedies.settle()
  expect(looks).toBeLessThan(10)
  expect(remedies.groups()[0]?.values?.map(({ cells }) => cells)).toEqual([1000, 1000])
})
