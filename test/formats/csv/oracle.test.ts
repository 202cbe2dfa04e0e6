// The tokeniser against csv-parse on generated tables, and against itself wherever the bytes are cut.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/core/format.js'
import { readRows } from '../../../src/formats/csv/readRows.js'
import { createTokeniser, type Dialect } from '../../../src/formats/csv/tokenise.js'
import { memorySource } from '../memorySource.js'
import { readTable } from '../readTable.js'

const plain: Dialect = { delimiter: 59, quote: 34, escaper: -1, skipSpaces: false }
const seed = 20_260_101

/** Rows and findings as text, read through a buffer of `capacity` bytes at the start. */
async function tokenise(text: string, capacity: number, dialect = plain): Promise<{ rows: string[][]; notes: string[] }> {
  const rows: string[][] = []
  const notes: string[] = []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const emit = (code: string, place: object): void => void notes.push(`${code} ${JSON.stringify(place)}`)
  for await (const batch of readRows(memorySource(text, 'a.csv', 3).open(), createTokeniser(dialect, DEFAULT_LIMITS), emit, { capacity })) {
    for (let row = 0; row < batch.rows; row++) {
      const cells: string[] = [`${batch.rowNumber[row]}:${batch.line![row]}`]
      for (let cell = batch.first[row]!; cell < batch.first[row + 1]!; cell++) {
        cells.push(decoder.decode(batch.bytes.subarray(batch.start[cell], batch.end[cell])))
      }
      rows.push(cells)
    }
  }
  return { rows, notes }
}

const cell = fc.string({ unit: fc.constantFrom('"', '"', ';', ',', '\n', '\r', '\r\n', 'a', 'é', '€', '𝄞', ' ', '\t'), maxLength: 6 })
const eol = fc.constantFrom('\n', '\r\n', '\r')
const table = fc.record({
  rows: fc.array(fc.array(fc.record({ text: cell, quoted: fc.boolean() }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  eol,
  finalEol: fc.boolean(),
})

describe('well-formed tables', () => {
  test('read as csv-parse reads them', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, delimiter, eol, finalEol }) => {
        const write = ({ text, quoted }: { text: string; quoted: boolean }): string =>
          quoted || /[";,\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
        const text = rows.map((row) => row.map(write).join(delimiter)).join(eol) + (finalEol ? eol : '')
        const expected: string[][] = parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })
        const { rows: read, notes } = await tokenise(text, 4096, { ...plain, delimiter: delimiter.charCodeAt(0) })
        expect(read.map((row) => row.slice(1))).toEqual(expected)
        expect(notes).toEqual([])
      }),
      { seed, numRuns: 1000 },
    )
  })
})

describe('cut anywhere', () => {
  const junk = fc.string({ unit: fc.constantFrom('"', '"', '"', ';', ';', '\n', '\r', 'a', 'é', ' ', '\\', '\u0001'), maxLength: 40 })

  test('any text reads the same, with the same findings', async () => {
    await fc.assert(
      fc.asyncProperty(junk, fc.constantFrom(-1, 92), fc.boolean(), async (text, escaper, skipSpaces) => {
        const dialect = { ...plain, escaper, skipSpaces }
        const whole = await tokenise(text, 4096, dialect)
        for (let capacity = 1; capacity <= 24; capacity++) expect(await tokenise(text, capacity, dialect)).toEqual(whole)
      }),
      { seed, numRuns: 300 },
    )
  })

  test('nothing is lost: the cells and what stands between them are the text', async () => {
    await fc.assert(
      fc.asyncProperty(junk, async (text) => {
        const { rows } = await tokenise(text, 16, { ...plain, quote: -1 })
        const lines = text.split(/\r\n|\r|\n/)
        if (lines.at(-1) === '') lines.pop()
        expect(rows.map((row) => row.slice(1).join(';'))).toEqual(lines)
      }),
      { seed, numRuns: 500 },
    )
  })

  test('sources of one and two bytes a time', async () => {
    const text = '\ufeff\ufeffnom;"montant ""brut"""\r\n"Été, l’""œuvre""\r\nsuite";12\r\n'
    const rows = [
      ['nom', 'montant "brut"'],
      ['Été, l’"œuvre"\r\nsuite', '12'],
    ]
    for (const size of [1, 2, 3, 5, 7, 1000]) expect((await readTable(memorySource(text, 'a.csv', size))).rows).toEqual(rows)
  })
})
