// Files as people deposited them: sound conversions, reasons in words, and the same outcome from twins in other encodings, dialects and formats.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type LoadedSchema, readDescriptor } from '../../src/index.js'
import { fr } from '../../src/messages/fr.js'
import { say } from '../../src/messages/index.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import { encodeTwin, type TwinEncoding } from '../fixtureTwins.js'
import { memorySource } from '../formats/memorySource.js'
import * as ods from '../formats/ods/writeOds.js'
import { readTable } from '../formats/readTable.js'
import { hasShared, readShared, SKIP_NOTE, shared } from '../parity/reference.js'
import { writeWorkbook } from '../writeWorkbook.js'
import { convertText } from './convertText.js'
import { expectSound } from './expectSound.js'

const REFERENCE = 'reference/schemas'
/** By standard: folders and files of the shared references. */
const DEPOSITS: Readonly<Record<string, readonly string[]>> = {
  'scdl/subventions@2.1.1': [`${REFERENCE}/scdl/subventions/_fixtures-api-subventions-asso/`, 'reference/real/'],
  'etalab/schema-bal': [`${REFERENCE}/etalab/schema-bal/_fixtures-validateur-bal/`],
  'etalab/schema-irve-statique': [
    `${REFERENCE}/_validata-fixtures/irve_accent_valide.csv`,
    `${REFERENCE}/_validata-fixtures/irve-driveco-201215.csv`,
  ],
  'scdl/menus-collectifs': [`${REFERENCE}/_validata-fixtures/mini-menus-collectifs_invalide.utf-16.csv`],
}
const ENCODINGS: readonly TwinEncoding[] = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850', 'utf-16le', 'utf-16be']
const MOST_TWIN_BYTES = 100_000

const filesAt = (place: string): string[] =>
  !hasShared ? [] : place.endsWith('/') ? readdirSync(new URL(place, shared)).map((name) => place + name) : [place]
const cases = Object.entries(DEPOSITS).flatMap(([ref, places]) =>
  places.flatMap(filesAt).flatMap((path) => (/\.(?:csv|xlsx|ods)$/.test(path) ? [{ ref, path, name: path.split('/').at(-1)! }] : [])),
)

async function load(ref: string): Promise<LoadedSchema> {
  const { descriptor, facts, aliases } = await resolveSchema(ref)
  return readDescriptor(descriptor, facts, aliases)
}

describe.skipIf(!hasShared)(`deposited files ${SKIP_NOTE}`, () => {
  it('are there', () => expect(cases.length).toBeGreaterThan(40))

  it.each(cases)('$name: valid, or each reason has its sentence', async ({ ref, path, name }) => {
    const { conversion } = await expectSound(readShared(path), await load(ref), {}, name)
    const { remaining } = conversion
    if (remaining === undefined || remaining.valid) return
    const wrong = remaining.counts.filter(({ severity }) => severity === 'error')
    expect(wrong.length).toBeGreaterThan(0)
    for (const { code } of wrong) {
      const first = [...remaining.diagnostics, ...(remaining.samples ?? [])].find((found) => found.code === code)
      expect([code, first === undefined ? '' : say(fr, first)]).toEqual([code, expect.stringMatching(/\p{L}{3}.*[.!?]$/su)])
    }
  })

  it.each(cases.filter(({ name }) => name.endsWith('.csv')))('$name: twins of its text', async ({ ref, path, name }) => {
    const schema = await load(ref)
    const bytes = readShared(path)
    if (bytes.length > MOST_TWIN_BYTES) return
    const { text, table } = await convertText(bytes, schema, {}, name)
    const { encoding = 'utf-8', delimiter } = table.format ?? {}
    const plain = new TextDecoder(encoding).decode(bytes)
    for (const twin of twinsOf(plain)) expect((await convertText(twin, schema, {}, name)).text).toBe(text)
    // Ragged rows cannot be written anew without making something up.
    const { rows } = await readTable(memorySource(bytes, name))
    if (delimiter === undefined || rows.some((cells) => cells.length !== rows[0]!.length)) return
    for (const other of [';', ',', '\t', '|']) {
      const format = { delimiter: other }
      expect((await convertText(csv(rows, other), schema, { format }, name)).text).toBe(text)
    }
  })

  it.each(cases.filter(({ name }) => name.endsWith('.csv')))('$name: as a workbook of texts', async ({ ref, path, name }) => {
    const schema = await load(ref)
    const bytes = readShared(path)
    if (bytes.length > MOST_TWIN_BYTES) return
    const { rows, findings } = await readTable(memorySource(bytes, name))
    // Workbooks know no stray quotes, and no rows of one cell more.
    if (findings.length > 0 || rows.some((cells) => cells.length !== rows[0]!.length)) return
    const { text } = await convertText(bytes, schema, {}, name)
    const escaped = rows.map((cells) => cells.map(xmlText))
    const body = ods.table(
      escaped.map((cells) => ods.row(cells.map((cell) => ods.text(cell.replaceAll(' ', '<text:s/>'))).join(''))).join(''),
    )
    expect((await convertText(ods.writeOds({ body }), schema, {}, 'table.ods')).text).toBe(text)
    expect((await convertText(writeWorkbook([{ name: 'Feuille1', rows: escaped }]), schema, {}, 'table.xlsx')).text).toBe(text)
  })
})

function twinsOf(text: string): (Uint8Array | string)[] {
  const encoded = ENCODINGS.flatMap((encoding) => {
    try {
      return [encodeTwin(text, encoding)]
    } catch {
      return []
    }
  })
  const lines = text.replaceAll('\r\n', '\n')
  return [...encoded, `\ufeff${text}`, `\ufeff\ufeff${text}`, lines, lines.replaceAll('\n', '\r\n')]
}

const csv = (rows: readonly string[][], delimiter: string): string =>
  rows
    .map((cells) => `${cells.map((cell) => (/["\n\r;,\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\n`)
    .join('')

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
