import { describe, expect, it } from 'vitest'
import type { TableReport } from '../../src/core/reportTypes.js'
import { en } from '../../src/messages/en.js'
import { say } from '../../src/messages/index.js'
import { displayWidth } from '../../src/messages/visible.js'
import { human } from '../../src/reporters/human/human.js'
import { plainStyle, type ReporterContext } from '../../src/reporters/reporter.js'
import { frenchIn } from '../messages/foreignWords.js'
import { PAGES } from './pages.js'
import { report } from './reports.js'

const context: ReporterContext = { say: (diagnostic) => say(en, diagnostic), messages: en, style: plainStyle, width: 80 }
const page = (tables: TableReport[], width = 80): string => human(report(...tables), { ...context, width }) as string

/** A cell and what stands in it: in the file's own language. */
const PLACE = /^ {4}[A-Z]{1,3}\d+ .*$/gm

describe('the report for readers, in English', () => {
  it('reads like this', async () => {
    const text = PAGES.map(([name, tables]) => `${'='.repeat(80)}\n${name}\n${'='.repeat(80)}\n\n${page(tables())}`).join('\n')
    await expect(text).toMatchFileSnapshot('./__snapshots__/human.en.txt')
  })

  it.each(PAGES)('%s: has no French of its own', (_name, tables) => {
    const said = page(tables()).replace(PLACE, '').replaceAll(/\s+/g, ' ')
    expect(said).not.toMatch(/[«»\u00a0]/)
    expect(frenchIn(said)).toEqual([])
  })

  it.each(PAGES)('%s: fits its width', (_name, tables) => {
    for (const width of [60, 80, 100]) {
      expect(Math.max(...page(tables(), width).split('\n').map(displayWidth))).toBeLessThanOrEqual(width)
    }
  })
})
