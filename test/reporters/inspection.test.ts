// The two forms of an inspection: for readers, and for programs as src/inspection.schema.json describes it.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Inspection } from '../../src/core/inspectionTypes.js'
import { inspect } from '../../src/inspect.js'
import { inspectionWordsFor, type Language, languageNames, messagesFor } from '../../src/messages/index.js'
import { displayWidth } from '../../src/messages/visible.js'
import { nodePlatform } from '../../src/node/platform.js'
import { schemaCandidates } from '../../src/node/schemaCandidates.js'
import { inspectionJson } from '../../src/reporters/inspection/inspectionJson.js'
import { inspectionText } from '../../src/reporters/inspection/inspectionText.js'
import { plainStyle } from '../../src/reporters/reporter.js'
import { memorySource } from '../formats/memorySource.js'
import { englishIn, frenchIn } from '../messages/foreignWords.js'
import { writeWorkbook } from '../writeWorkbook.js'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const published: unknown = JSON.parse(readFileSync(new URL('../../src/inspection.schema.json', import.meta.url), 'utf8'))

/** The schema that is published leaves room for members to come; here every member has to be described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (schema === null || typeof schema !== 'object') return schema
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]))
  return 'properties' in schema && !('additionalProperties' in schema) ? { ...parts, additionalProperties: false } : parts
}

let inspections: Inspection[]
beforeAll(async () => {
  const candidates = await schemaCandidates()
  const paths = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('data.csv'))
  inspections = await Promise.all(
    paths.map((path) => inspect(memorySource(readFileSync(fixtures + path), path), { candidates, platform: nodePlatform })),
  )
})

const written = async (inspection: Inspection, language: Language, quiet = false): Promise<string> => {
  const [words, messages] = await Promise.all([inspectionWordsFor(language), messagesFor(language)])
  return inspectionText(inspection, { words, messages, style: plainStyle, width: 80, quiet })
}

describe('for programs', () => {
  test('every fixture is what the schema says, with nothing that it does not describe', async () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true })
    const isOpen = ajv.compile(published as object)
    const isClosed = ajv.compile(closed(published) as object)
    const [words, messages] = await Promise.all([inspectionWordsFor('fr'), messagesFor('fr')])
    for (const inspection of inspections) {
      const value: unknown = JSON.parse(inspectionJson(inspection, messages, words))
      expect([inspection.source, isClosed(value), isClosed.errors]).toEqual([inspection.source, true, null])
      expect(isOpen(value)).toBe(true)
    }
  })

  test('the schema refuses something else', () => {
    expect(new Ajv2020({ strict: true }).compile(published as object)({ scdl: '1', columns: [] })).toBe(false)
  })
})

describe('for readers', () => {
  test('fits 80 columns, has no control character and nothing left unsaid', async () => {
    for (const inspection of inspections) {
      for (const language of languageNames) {
        const text = await written(inspection, language)
        expect(text).not.toMatch(/undefined|NaN|null\b|\[object/)
        expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
        const long = text
          .split('\n')
          .filter((line) => displayWidth(line) > 80 && !line.includes('"version"') && !/scdl (?:inspect|validate)/.test(line))
        expect([inspection.source, long]).toEqual([inspection.source, []])
      }
    }
  })

  test('speaks one language', async () => {
    const said = (inspection: Inspection): Inspection => ({
      ...inspection,
      source: 'x',
      columns: [],
      schemas: inspection.schemas.map(({ title, ...match }) => ({ ...match, matched: [], missing: [] })),
    })
    for (const inspection of inspections) {
      expect(frenchIn(await written(said(inspection), 'en'))).toEqual([])
      expect(englishIn((await written(said(inspection), 'fr')).replace(/scdl (?:inspect|validate|convert).*/g, ''))).toEqual([])
    }
  })

  test('one line when it has to be short', async () => {
    for (const inspection of inspections) expect((await written(inspection, 'fr', true)).trimEnd()).not.toContain('\n')
  })

  test('the columns of a workbook that hides things are described as they are', async () => {
    const [model] = inspections
    const text = await written(
      {
        ...model!,
        source: 'classeur\u001b[31m.xlsx',
        readable: true,
        format: { name: 'xlsx', sheet: 'A' },
        sheets: [
          { name: 'A', hidden: false, rows: 3, columns: 2, inspected: true },
          { name: 'B', hidden: true, rows: 90, columns: 2, inspected: false },
        ],
        publishing: {
          remarks: [
            { code: 'too-large', details: { limit: 12_500_000, bytes: 20_000_000 } },
            { code: 'largest-sheet', details: { taken: 'B', sheet: 'A' } },
          ],
        },
      },
      'fr',
    )
    expect(text).toContain('␛')
    expect(text).toContain('B : 90 lignes, 2 colonnes, masquée')
    expect(text).toContain('20 Mo')
    expect(text.replace(/\s+/g, ' ')).toContain('La plus grande feuille y est lue, « B », et non « A ».')
  })

  test('dates of a workbook are dates, whatever they look like there', async () => {
    const shown = { date: 44901, format: 'dd/mm/yyyy' }
    const rows = [
      ['le', 'vu'],
      [shown, '2022-12-06'],
      [shown, '2022-12-07'],
    ]
    const inspection = await inspect(memorySource(writeWorkbook([{ name: 'Feuil1', rows }]), 'a.xlsx'), { platform: nodePlatform })
    expect(await written(inspection, 'fr')).toMatch(/A {3}le {2,}dates\n/)
    expect(await written(inspection, 'fr')).toMatch(/B {3}vu {2,}dates écrites aaaa-mm-jj\n/)
    expect(await written(inspection, 'en')).toMatch(/A {3}le {2,}dates\n/)
  })

  test.each([
    ['html', 'Page web', 'Web page'],
    ['xlsb', 'Classeur Excel binaire (XLSB)', 'Binary Excel workbook (XLSB)'],
    ['spreadsheetml', 'Classeur Excel 2003 (XML)', 'Excel 2003 workbook (XML)'],
  ])('%s has a name', async (name, french, english) => {
    const inspection = { ...inspections[0]!, readable: true, format: { name } }
    expect(await written(inspection, 'fr')).toContain(`\n  ${french}, `)
    expect(await written(inspection, 'en')).toContain(`\n  ${english}, `)
  })

  test('a long path keeps the name of the file', async () => {
    const source = `${'dossier/'.repeat(20)}subventions.csv`
    const [title] = (await written({ ...inspections[0]!, readable: true, source }, 'fr')).split('\n')
    expect(title).toMatch(/^….*\/subventions\.csv$/)
  })
})
