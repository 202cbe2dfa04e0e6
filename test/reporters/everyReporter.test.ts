import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/messages/en.js'
import { fr } from '../../src/messages/fr.js'
import { say } from '../../src/messages/index.js'
import { type ReporterName, reporters } from '../../src/reporters/index.js'
import { everyCode, fullDetails, leastDetails } from '../messages/samples.js'
import { finding, report, table } from './reports.js'
import { everyTable, written } from './written.js'

const names = Object.keys(reporters) as ReporterName[]
const guide = readFileSync(new URL('../../docs/reporters.md', import.meta.url), 'utf8')

/** A finding of each code that there is, with what it may say and without, and one of a code to come. */
const everyFinding = table({
  source: 'tout.csv',
  valid: false,
  verdict: 'invalid',
  diagnostics: [
    ...everyCode.flatMap((code) => [fullDetails, leastDetails].map((details) => finding(code, details, { row: 2, column: 1, cell: 'x' }))),
    { code: 'cell/to-come', type: 'to-come', severity: 'error', row: 3, details: {} },
  ],
})

describe.each(names)('%s', (name) => {
  it.each([fr, en].map((messages) => [messages.language, messages] as const))(
    'says nothing that it does not know, in %s',
    async (_language, messages) => {
      const reporter = await reporters[name]()
      const context = { messages, say: (diagnostic: Parameters<typeof say>[1]) => say(messages, diagnostic) }
      for (const of of [
        report(),
        report(everyFinding),
        ...everyTable.map((make) => report(make())),
        report(...everyTable.map((make) => make())),
      ]) {
        expect(await written(reporter, of, context)).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\$\{/)
      }
    },
  )

  it('is the same text each time', async () => {
    const reporter = await reporters[name]()
    const of = report(...everyTable.map((make) => make()))
    expect(await written(reporter, of)).toBe(await written(reporter, of))
  })

  it('is in the guide', () => expect(guide).toContain(`| \`${name}\` |`))
})

describe.each([fr, en].map((messages) => [messages.language, messages] as const))('what codes stand for, in %s', (_language, { rules }) => {
  it.each(Object.entries(rules))('%s', (_code, { title, help }) => {
    expect(title).toMatch(/^[\p{Lu}][^.]{3,59}$/u)
    expect(help).toMatch(/^[\p{L}].*[.…]$/u)
    expect(help.length).toBeLessThan(260)
  })
})
