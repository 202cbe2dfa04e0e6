// Every fixture, read by the reporters: whole sentences, nothing wider than the page, nothing that the published schema does not know.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { buildReport, readDescriptor, validate } from '../../src/index.js'
import { en } from '../../src/messages/en.js'
import { fr } from '../../src/messages/fr.js'
import { type Messages, say } from '../../src/messages/index.js'
import { displayWidth } from '../../src/messages/visible.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import { human } from '../../src/reporters/human/human.js'
import { json } from '../../src/reporters/json.js'
import { plainStyle, type ReporterContext } from '../../src/reporters/reporter.js'
import { memorySource } from '../formats/memorySource.js'
import { englishIn, frenchIn } from '../messages/foreignWords.js'

const fixtures = new URL('../../fixtures/', import.meta.url)
const contextIn = (messages: Messages): ReporterContext => ({
  say: (diagnostic) => say(messages, diagnostic),
  messages,
  style: plainStyle,
  width: 80,
})
const languages = [
  { messages: fr, foreignIn: englishIn },
  { messages: en, foreignIn: frenchIn },
]
const folders = (parent: URL): URL[] =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => new URL(`${name}/`, parent))
const readJson = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'))
const isReport = new Ajv2020().compile(readJson(new URL('../../src/report.schema.json', import.meta.url)) as object)

async function loadSchema(theme: URL, folder: URL) {
  const url = [new URL('schema.json', folder), new URL('schema.json', theme)].find((candidate) => existsSync(candidate))
  const descriptor = url === undefined ? { use: 'subventions' } : (readJson(url) as { use?: string })
  if (descriptor.use === undefined) return readDescriptor(descriptor)
  const shipped = await resolveSchema(descriptor.use)
  return readDescriptor(shipped.descriptor, shipped.facts, shipped.aliases)
}

describe.each(folders(fixtures).map((theme) => [theme.pathname.split('/').at(-2) ?? '', theme] as const))('%s', (_theme, theme) => {
  const cases = folders(theme).filter((folder) => existsSync(new URL('data.csv', folder)))
  it.each(cases.map((folder) => [folder.pathname.split('/').at(-2) ?? '', folder] as const))('%s', async (_name, folder) => {
    const schema = await loadSchema(theme, folder)
    const table = await validate(memorySource(readFileSync(new URL('data.csv', folder)), 'data.csv'), { schema })
    const report = buildReport([table], 0)
    for (const { messages, foreignIn } of languages) {
      const context = contextIn(messages)
      const page = human(report, context) as string
      expect(page.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([])
      expect(page).not.toMatch(/undefined|NaN \p{L}|\[object|\$\{/u)
      let text = ''
      for await (const part of json(report, context)) text += part
      expect([isReport(JSON.parse(text)), isReport.errors]).toEqual([true, null])
      for (const { message } of (JSON.parse(text) as { files: { diagnostics: { message: string }[] }[] }).files[0]?.diagnostics ?? []) {
        expect(message).toMatch(/^[\p{Lu}«“0-9].*[.?)]$/su)
        expect([message, foreignIn(message)]).toEqual([message, []])
      }
    }
  })
})
