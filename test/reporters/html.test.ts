import { createHash } from 'node:crypto'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import type { TableReport } from '../../src/core/reportTypes.js'
import { en } from '../../src/messages/en.js'
import { say } from '../../src/messages/index.js'
import { html } from '../../src/reporters/html/html.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { column, count, damagedByASpreadsheet, finding, good, report, table, untidy } from './reports.js'
import { everyTable, written } from './written.js'

const page = (...tables: TableReport[]): Promise<string> => written(html, report(...tables))
const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } })

async function faults(text: string): Promise<string[]> {
  const { results } = await validator.validateString(text)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`))
}

const manyFindings = (): TableReport =>
  table({
    valid: false,
    verdict: 'invalid',
    truncated: true,
    stats: {
      rows: 100_000,
      columns: 1,
      errors: 100_000,
      warnings: 0,
      infos: 0,
      invalidRows: 100_000,
      invalidCells: 100_000,
      repairableCells: 0,
      bytes: 1_234_567,
    },
    columns: [column(1, 'a', { filled: 100_000, invalid: 100_000 })],
    counts: [count('cell/type', 100_000, { field: 'a' })],
    diagnostics: Array.from({ length: 1500 }, (_, i) => finding('cell/type', {}, { row: i + 2, column: 1, field: 'a', cell: 'x' })),
    faultyRows: Array.from({ length: 200 }, (_, i) => ({ row: i + 2, cells: ['x'], faults: [1] })),
  })

describe('the page', () => {
  it.each(everyTable.map((make) => [make.name, make] as const))('%s is valid HTML', async (_name, make) => {
    expect(await faults(await page(make()))).toEqual([])
  })

  it('is valid HTML for several files, in English too', async () => {
    const tables = everyTable.map((make, i) => ({ ...make(), source: `data/${i}.csv` }))
    expect(await faults(await page(...tables))).toEqual([])
    const text = await written(html, report(...tables), { messages: en, say: (diagnostic) => say(en, diagnostic) })
    expect(await faults(text)).toEqual([])
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('Validation report')
  })

  it('loads nothing, and lets nothing else run', async () => {
    const text = await page(...everyTable.map((make) => make()))
    expect(text).not.toMatch(/\ssrc=|@import|url\(|<link|<iframe|<object|<base/)
    for (const [, address] of text.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^#|^https:\/\/schema\.data\.gouv\.fr\//)
    const hash = (part: string): string => `'sha256-${createHash('sha256').update(part).digest('base64')}'`
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? []
    const [, script = ''] = /<script>(.*?)<\/script>/s.exec(text) ?? []
    expect(text).toContain(`style-src ${hash(style)}; script-src ${hash(script)};`)
    expect(text).not.toMatch(/ style=| on[a-z]+=/)
  })

  it('counts all and shows the first thousand', async () => {
    const text = (await page(manyFindings())).replaceAll('\u00a0', ' ')
    expect(text.match(/<tr data-severity/g)).toHaveLength(1000)
    expect(text).toContain('Seuls les 1 000 premiers constats sont détaillés ici, sur 100 000.')
    expect(text).toContain('Les 200 premières sur 100 000')
    expect(text).toContain('1,2 Mo')
    expect(text.length).toBeLessThan(1_000_000)
  })

  it('stays of a size that opens, whatever the number of files', async () => {
    const tables = Array.from({ length: 300 }, (_, i) => ({ ...manyFindings(), source: `data/${i}.csv` }))
    const text = await page(...tables)
    expect(text.match(/<article/g)).toHaveLength(100)
    expect(text.match(/<tr data-severity/g)).toHaveLength(5000)
    expect(text).toContain('data/299.csv')
  })

  it('tells who can mend what', async () => {
    const text = (await page(damagedByASpreadsheet())).replaceAll('\u00a0', ' ')
    const order = [
      'scdl sait corriger',
      'Une seule valeur à donner',
      'À reprendre dans le fichier d&#39;origine',
      'Ensuite',
      'Pour information',
    ]
    const places = order.map((title) => text.indexOf(title))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(text).toContain('rna<wbr>Beneficiaire</span> <span class="aside">absente, facultative</span>')
  })

  it('shows no link to a documentation that the registry does not have', async () => {
    expect(await page(good())).toContain('href="https://schema.data.gouv.fr/scdl/subventions/2.1.1/documentation.html"')
    expect(await page(untidy())).not.toContain('https://')
    const odd = table({ schema: { name: 'a/b"onclick', version: '1/../..', origin: 'registry' } })
    expect(await page(odd)).not.toContain('https://')
  })

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    const found = await page(...poisoned(text))
    expect(found.replaceAll('\n', '').match(CONTROLS)).toBeNull()
    expect(found.match(/<script|<\/script|<style|<\/style/g)).toHaveLength(4)
    expect(found).not.toMatch(/<img|<x|<textarea|<title>[^<]*<(?!\/title>)|-->|[\ufffe\uffff]/)
    expect(found.length).toBeLessThan(400_000)
  })
})
