import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memorySource } from '../memorySource.js'
import { type ReadTable, readTable } from '../readTable.js'

const conformance = new URL('../../../../shared/conformance/', import.meta.url)
const isHere = existsSync(conformance)
const read = (path: string): Promise<ReadTable> => readTable(memorySource(readFileSync(new URL(path, conformance)), path))

describe.skipIf(!isHere)('csv-spectrum (needs the folder shared beside the repository)', () => {
  const names = isHere ? readdirSync(new URL('csv-spectrum/csvs/', conformance)).map((name) => name.replace('.csv', '')) : []

  test.each(names)('%s', async (name) => {
    const [labels = [], ...rows] = (await read(`csv-spectrum/csvs/${name}.csv`)).rows
    const records = rows.map((row) => Object.fromEntries(labels.map((label, i) => [label, row[i]])))
    const json: object | object[] = JSON.parse(readFileSync(new URL(`csv-spectrum/json/${name}.json`, conformance), 'utf8'))
    const expected = Array.isArray(json) ? json : [json]
    // The expected file has another telephone number than the table: everything else must agree.
    if (name === 'location_coordinates') Object.assign(expected[0]!, { 'Contact Phone Number': '2095257564' })
    expect(records).toEqual(expected)
  })
})

interface PollockCase {
  id: string
  file: string
  clean: string
}

/** Polluted files whose twin differs in rows that are well-formed by themselves. */
const EXPLAINED: Readonly<Record<string, string>> = {
  file_double_trailing_newline: 'the last blank line is a row, which the table stage reports as blank',
  file_header_multirow_3: 'which rows are the header is for the structure stage to say; the twin merges them into one',
  file_multitable_less: 'the second table is rows of the first, which the table stage checks; the twin drops it',
  file_quotation_char_0x27: 'inside apostrophes two double quotes are two double quotes; the twin takes the first as an escape',
  file_multitable_same: 'the second table is rows of the first, which the table stage checks; the twin drops it',
}

describe.skipIf(!isHere)('pollock (needs the folder shared beside the repository)', () => {
  const lines = isHere ? readFileSync(new URL('pollock.jsonl', conformance), 'utf8').trim().split('\n') : []
  const cases: [string, PollockCase][] = lines.map((line) => {
    const found: PollockCase = JSON.parse(line)
    return [found.file.replace(/.*\/|\.csv/g, ''), found]
  })

  test.each(cases)('%s', async (name, { file, clean }) => {
    const polluted = await read(file)
    const twin = await read(clean)
    const reported = new Set(polluted.findings.map(({ place }) => place.row))
    const width = twin.rows[0]?.length
    const differing: number[] = []
    for (let row = 1; row <= Math.max(polluted.rows.length, twin.rows.length); row++) {
      const cells = polluted.rows[row - 1]
      if (JSON.stringify(cells) === JSON.stringify(twin.rows[row - 1])) continue
      if (!reported.has(row) && cells?.length === width) differing.push(row)
    }
    const isSame = differing.length === 0 && polluted.rows.length === twin.rows.length
    expect({ isSame, differing }).toEqual(name in EXPLAINED ? { isSame: false, differing } : { isSame: true, differing: [] })
  })
})
