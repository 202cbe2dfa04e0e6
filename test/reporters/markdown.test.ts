import { describe, expect, it } from 'vitest'
import type { TableReport } from '../../src/core/reportTypes.js'
import { markdown } from '../../src/reporters/markdown.js'
import { escapeMarkdown } from '../../src/reporters/markdownText.js'
import { CONTROLS, HOSTILE, poisoned } from './hostile.js'
import { damagedByASpreadsheet, good, goodWithRemarks, notATable, report, untidy } from './reports.js'
import { everyTable, written } from './written.js'

const page = (...tables: TableReport[]): Promise<string> => written(markdown, report(...tables))
const MAX_LENGTH = 60_000

/** What a reader of Markdown may take for more than text: code, escaped signs and our own tags aside. */
const loose = (text: string): string =>
  text
    .replace(/^<!-- scdl -->/, '')
    .replace(/^<details><summary>(.*)<\/summary>$/gm, (_line, summary: string) => summary.replace(/[`[\]~*]/g, ' '))
    .replace(/^<\/details>$/gm, '')
    .replace(/^ {3}```sh\n.*\n {3}```$/gm, '')
    .replace(/\\[!-/:-@[-`{-~]|(`+)(?!`)(?:[^`]|(?!\1(?!`))`+)*?\1(?!`)/g, ' ')

describe('the report as Markdown', () => {
  it('reads like this', async () => {
    const text = await page(damagedByASpreadsheet(), untidy(), good(), goodWithRemarks(), notATable())
    await expect(`${await page(untidy())}\n${'='.repeat(80)}\n\n${text}`.replaceAll('\u00a0', ' ')).toMatchFileSnapshot(
      './__snapshots__/markdown.fr.md.txt',
    )
  })

  it.each([1, 30, 500])('%i files fit a comment', async (times) => {
    const tables = Array.from({ length: times }, (_, i) => ({ ...untidy(), source: `data/collectivité-${i}/points-apport.csv` }))
    const text = await page(...tables)
    expect(text.length).toBeLessThanOrEqual(MAX_LENGTH)
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length)
    expect(text.includes("le rapport s'arrête là")).toBe(times > 1)
  })

  it('does not fold a single file, save what its codes stand for', async () => {
    expect((await page(untidy())).match(/<summary>.*<\/summary>/g)).toEqual(['<summary>Les constats expliqués</summary>'])
    expect(await page(good())).not.toContain('<details>')
  })

  it.each([
    ['date_maj', 'date_maj'],
    ['_x_', '\\_x\\_'],
    ['1. a', '1\\. a'],
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['a - b, 2.1.1', 'a - b, 2.1.1'],
    ['@tous, #12', '@\u2060tous, #\u206012'],
    ['<b>&amp; & c', '\\<b\\>\\&amp; & c'],
    ['un\ndeux', 'un⏎deux'],
  ])('%j is written %j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped))

  it.each(HOSTILE)('%s: inert', async (_name, text) => {
    for (const found of [await page(...poisoned(text)), ...(await Promise.all(poisoned(text).map((table) => page(table))))]) {
      expect(found.length).toBeLessThanOrEqual(MAX_LENGTH)
      expect(found.replaceAll('\n', '').replaceAll('\u2060', '').match(CONTROLS)).toBeNull()
      expect(loose(found)).not.toMatch(/[<>`[\]~]|(?<!&)[@#!](?=[\p{L}\p{N}])|\*\*gras/u)
      const rows = found.split('\n').filter((line) => line.startsWith('|'))
      for (const row of rows) expect(row.replace(/\\\|/g, '').endsWith('|')).toBe(true)
    }
  })

  it('keeps the width of its tables', async () => {
    for (const [, text] of HOSTILE) {
      const blocks = (await page(...poisoned(text))).split('\n\n').filter((block) => block.startsWith('|'))
      for (const block of blocks) {
        const widths = block.split('\n').map((line) => line.replace(/\\\|/g, '').split('|').length)
        expect(new Set(widths).size).toBe(1)
      }
    }
    expect(everyTable.length).toBeGreaterThan(0)
  })
})
