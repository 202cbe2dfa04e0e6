import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/core/format.js'
import { openTable } from '../../src/formats/index.js'
import { readDescriptor } from '../../src/index.js'
import { detectSchemas, type SchemaCandidate } from '../../src/inspect/detectSchemas.js'
import { fileSource } from '../../src/node/fileSource.js'
import { nodePlatform } from '../../src/node/platform.js'
import { schemaCandidates } from '../../src/node/schemaCandidates.js'

let shipped: SchemaCandidate[]
beforeAll(async () => {
  shipped = await schemaCandidates()
})

const namesOf = (candidate: SchemaCandidate): string[] => candidate.schema.fields.map(({ name }) => name)

describe('the schema of a header', () => {
  test('is found for the names of every shipped standard, with all of them as the proof', () => {
    for (const candidate of shipped) {
      const { matches, clear } = detectSchemas(namesOf(candidate), shipped)
      expect(matches[0]?.name).toBe(candidate.facts.name)
      expect(matches[0]?.matched).toHaveLength(candidate.schema.fields.length)
      expect(matches[0]?.missing).toEqual([])
      expect(clear?.name).toBe(candidate.facts.name)
    }
  })

  test('is found under other spellings, which are named', () => {
    const labels = ['Nom attribuant', 'ID_ATTRIBUANT', 'Date convention', 'referenceDecison', 'objet', 'montant', 'nature', 'Commentaire']
    const { clear } = detectSchemas(labels, shipped)
    expect(clear?.name).toBe('scdl/subventions')
    expect(clear?.matched.map(({ column, field, proof }) => `${column} ${field} ${proof}`)).toEqual([
      '1 nomAttribuant punctuation',
      '2 idAttribuant punctuation',
      '3 dateConvention punctuation',
      '4 referenceDecision distance',
      '5 objet exact',
      '6 montant exact',
      '7 nature exact',
    ])
    expect(clear?.missing).toContain('nomBeneficiaire')
  })

  test.each([
    ['labels of nothing in particular', ['id', 'nom', 'adresse', 'date', 'montant']],
    ['no labels', []],
    ['blank labels', ['', '', '']],
    [
      'half of one schema and half of another',
      ['COLL_NOM', 'COLL_SIRET', 'DELIB_ID', 'nomBeneficiaire', 'montant', 'objet', 'idBeneficiaire'],
    ],
    ['two columns', ['nomBeneficiaire', 'montant']],
    ['a paragraph in place of a label', ['x'.repeat(100_000), 'montant']],
  ])('is not taken from %s', (_what, labels) => {
    expect(detectSchemas(labels, shipped).clear).toBeUndefined()
  })

  test('is not taken where two are as near', () => {
    const twin = (name: string): SchemaCandidate =>
      readDescriptor({ fields: ['a1', 'b2', 'c3', 'd4'].map((field) => ({ name: field })) }, { name, origin: 'inline' })
    const { matches, clear } = detectSchemas(['a1', 'b2', 'c3', 'd4'], [twin('un/un'), twin('deux/deux')])
    expect(matches.map(({ name }) => name)).toEqual(['deux/deux', 'un/un'])
    expect(clear).toBeUndefined()
  })

  test('three at the most are named', () => {
    expect(
      detectSchemas(['id', 'nom', 'commune', 'longitude', 'latitude', 'adresse', 'siret'], shipped).matches.length,
    ).toBeLessThanOrEqual(3)
  })
})

const reference = fileURLToPath(new URL('../../../shared/reference/', import.meta.url))
const hasReference = existsSync(`${reference}verdicts.jsonl`)
const linesOf = <T>(name: string): T[] =>
  readFileSync(reference + name, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

async function labelsOf(path: string): Promise<string[]> {
  const { sheets } = await openTable(await fileSource(path), nodePlatform, { limits: DEFAULT_LIMITS })
  for await (const { bytes, first, start, end } of sheets[0]?.batches(() => {}) ?? []) {
    return Array.from({ length: first[1]! }, (_, cell) => new TextDecoder().decode(bytes.subarray(start[cell]!, end[cell]!)))
  }
  return []
}

describe.skipIf(!hasReference)('on real files (skipped without ../shared)', () => {
  test('of 252 headers of subventions, half are clear and none is taken for something else', () => {
    const headers = linesOf<{ labels: string[] }>('headers-subventions.jsonl')
    const found = headers.map(({ labels }) => detectSchemas(labels, shipped))
    const clear = found.flatMap((detection) => detection.clear?.name ?? [])
    expect(new Set(clear)).toEqual(new Set(['scdl/subventions']))
    expect(clear.length).toBeGreaterThanOrEqual(135)
    expect(found.filter(({ matches }) => matches[0]?.name === 'scdl/subventions').length).toBeGreaterThanOrEqual(194)
  })

  test('files published with a standard are given to it, and files of another schema to none but its successor', async () => {
    const files = new Map(linesOf<{ schema: string; file: string }>('verdicts.jsonl').map(({ schema, file }) => [file, schema]))
    const names = new Set(shipped.map(({ facts }) => facts.name))
    let [known, clear] = [0, 0]
    const wrong: string[] = []
    for (const [file, schema] of files) {
      const name = schema.split('/').slice(0, 2).join('/')
      const path = `${reference}schemas/${file}`
      if (!/\.csv$/i.test(file) || file.startsWith('_') || !existsSync(path)) continue
      const found = detectSchemas(await labelsOf(path), shipped).clear?.name
      if (names.has(name)) known++
      if (found === name) clear++
      else if (found !== undefined) wrong.push(`${name} → ${found}`)
    }
    // The same standards under the names that they had before.
    expect(new Set(wrong)).toEqual(
      new Set(['etalab/lieux-covoiturage → etalab/schema-lieux-covoiturage', 'etalab/schema-irve → etalab/schema-irve-statique']),
    )
    expect(clear / known).toBeGreaterThan(0.95)
  })
})
