// Every fixture, converted: what is written is what was reported, twice is as once, and the list of changes leads back.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type LoadedSchema, readDescriptor } from '../../src/index.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'
import { expectSound } from './expectSound.js'

const fixtures = new URL('../../fixtures/', import.meta.url)

async function loadSchema(...candidates: URL[]): Promise<LoadedSchema> {
  const descriptor = JSON.parse(readFileSync(candidates.find((url) => existsSync(url))!, 'utf8')) as { use?: string }
  if (descriptor.use === undefined) return readDescriptor(descriptor)
  const shipped = await resolveSchema(descriptor.use)
  return readDescriptor(shipped.descriptor, shipped.facts, shipped.aliases)
}

const foldersIn = (parent: URL) => readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory())

for (const theme of foldersIn(fixtures)) {
  const themeUrl = new URL(`${theme.name}/`, fixtures)
  describe(theme.name, () => {
    for (const { name } of foldersIn(themeUrl)) {
      const url = new URL(`${name}/`, themeUrl)
      if (!existsSync(new URL('data.csv', url))) continue
      it(name, async () => {
        const schema = await loadSchema(new URL('schema.json', url), new URL('schema.json', themeUrl))
        const { table, conversion } = await expectSound(readFileSync(new URL('data.csv', url)), schema, {}, 'data.csv')
        // What validate calls convertible is made valid; and what is made valid was called so, but for what only reading on can tell.
        if (table.verdict !== 'invalid') expect(conversion.remaining?.verdict).toBe('valid')
      })
    }
  })
}
