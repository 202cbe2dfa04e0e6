// What was built judges as the sources do: bundling must not lose a package that is loaded on demand, nor a registry.
import { describe, expect, test } from 'vitest'
import * as sources from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'
import { readCorpus } from '../fuzz/corpus.js'
import { type FuzzCase, makeCase } from '../fuzz/fuzzCase.js'

type Library = Pick<typeof sources, 'readDescriptor' | 'validate'>

const CASES = 150

async function judge({ readDescriptor, validate }: Library, { bytes, schema, options }: FuzzCase): Promise<string> {
  try {
    const loaded = readDescriptor(schema.descriptor, schema.facts, schema.aliases)
    return JSON.stringify(await validate(memorySource(bytes), { ...options, schema: loaded }))
  } catch (error) {
    return String(error)
  }
}

describe.each(['node.js', 'index.js'])('dist/%s', async (file) => {
  const built = (await import(new URL(`../../dist/${file}`, import.meta.url).href)) as Library

  test('gives each of many cases the report that the sources give', { timeout: 120_000 }, async () => {
    const corpus = await readCorpus()
    for (let seed = 1; seed <= CASES; seed++) {
      const made = makeCase(seed, corpus)
      expect(await judge(built, made), `seed ${seed}`).toBe(await judge(sources, made))
    }
  })

  test('knows the packages that are loaded on demand', async () => {
    const descriptor = {
      fields: [
        { name: 'mots', type: 'array', constraints: { jsonSchema: { items: { type: 'string' } } } },
        { name: 'téléphone', type: 'string' },
      ],
      custom_checks: [{ name: 'phone-number-value', params: { column: 'téléphone' } }],
    }
    const schema = built.readDescriptor(descriptor)
    const { counts } = await built.validate(memorySource('mots;téléphone\n[1];rien\n'), { schema })
    expect(counts.map(({ code }) => code)).toEqual(['cell/jsonSchema', 'row/phone-number-value'])
  })
})
