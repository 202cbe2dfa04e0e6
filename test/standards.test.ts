// The standards that ship with the package: readable, consistent, and, where the published ones are at hand, the same facts in other words.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldArticles } from '../src/header/foldLabel.js'
import { readDescriptor, validate } from '../src/index.js'
import { memorySource } from './formats/memorySource.js'

interface Descriptor {
  name: string
  title: string
  description: string
  version: string
  fields: Record<string, unknown>[]
  [property: string]: unknown
}

const standards = new URL('../standards/', import.meta.url)
const published = new URL('../../shared/reference/schemas/', import.meta.url)
const readJson = <T>(url: URL) => JSON.parse(readFileSync(url, 'utf8')) as T
const folders = (url: URL) =>
  readdirSync(url, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

const index = readJson<Record<string, { title: string; versions: string[] }>>(new URL('index.json', standards))
const shipped = folders(standards).flatMap((owner) => folders(new URL(`${owner}/`, standards)).map((name) => `${owner}/${name}`))
const versions = shipped.flatMap((name) => folders(new URL(`${name}/`, standards)).map((version) => ({ name, version })))

/** What decides a verdict, field by field. */
const FIELD_FACTS = [
  'name',
  'type',
  'format',
  'constraints',
  'trueValues',
  'falseValues',
  'decimalChar',
  'groupChar',
  'bareNumber',
  'arrayItem',
  'missingValues',
]
const SCHEMA_FACTS = ['missingValues', 'primaryKey', 'uniqueKeys', 'foreignKeys', 'fieldsMatch', 'custom_checks']
/** Properties of the published fields that decide nothing. */
const FIELD_WORDS = ['title', 'description', 'example', 'examples']

/** A property that says what holds without it says nothing; the words that a published `arrayItem` repeats neither. */
function fact(name: string, value: unknown): unknown {
  if (name === 'format' && value === 'default') return undefined
  if (name === 'missingValues' && JSON.stringify(value) === '[""]') return undefined
  if (name === 'constraints') {
    const said = Object.entries(value as object).filter(([word, given]) => !(given === false && ['required', 'unique'].includes(word)))
    return said.length === 0 ? undefined : Object.fromEntries(said)
  }
  return name === 'arrayItem' ? facts(value as Record<string, unknown>, FIELD_FACTS) : value
}

function facts(object: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const present = names.filter((name) => object[name] !== undefined).map((name) => [name, fact(name, object[name])] as const)
  return Object.fromEntries(present.filter(([, value]) => value !== undefined))
}

const fold = (label: string) =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
const sentences = (text: unknown) =>
  typeof text === 'string'
    ? text
        .split(/(?<=[.:!?])\s+/)
        .map(fold)
        .filter((sentence) => sentence !== '')
    : []

it('the index lists what is there, and no more', () => {
  expect(Object.keys(index).sort()).toEqual(shipped.sort())
  for (const name of shipped) expect([...index[name]!.versions].sort()).toEqual(folders(new URL(`${name}/`, standards)).sort())
})

const catalogue = new URL('_catalogue/schemas.json', published)
it.skipIf(!existsSync(catalogue))(
  'ships the newest catalogued version of each, and its homepage (skipped where the catalogue is absent)',
  () => {
    interface Entry {
      name: string
      homepage: string
      versions: { version_name: string }[]
    }
    const { schemas } = readJson<{ schemas: Entry[] }>(catalogue)
    for (const name of shipped) {
      const entry = schemas.find((one) => one.name === name)
      const newest = String(entry?.versions.at(-1)?.version_name)
      expect(index[name]!.versions, name).toContain(newest)
      const { homepage } = readJson<Descriptor>(new URL(`${name}/${newest}/schema.json`, standards))
      expect(homepage).toBe(entry?.homepage.replace(/\.git$/, ''))
    }
  },
)

describe.each(versions)('$name $version', ({ name, version }) => {
  const descriptor = readJson<Descriptor>(new URL(`${name}/${version}/schema.json`, standards))

  it('is a Table Schema without a fault, named and dated as its folder says', () => {
    expect(readDescriptor(descriptor).faults).toEqual([])
    expect(descriptor.name).toBe(name.split('/')[1])
    expect(descriptor.version).toBe(version)
    expect(descriptor.title).toBe(index[name]!.title)
  })

  it('says what each field is, with an example', () => {
    for (const field of descriptor.fields) {
      for (const property of ['title', 'description', 'example']) expect(field[property], `${field.name} ${property}`).toBeTruthy()
    }
  })

  it('accepts a row made of its own examples', async () => {
    const quoted = (values: unknown[]) => values.map((value) => `"${String(value).replaceAll('"', '""')}"`).join(',')
    const text = `${quoted(descriptor.fields.map((field) => field.name))}\n${quoted(descriptor.fields.map((field) => field.example))}\n`
    const report = await validate(memorySource(text), { schema: readDescriptor(descriptor) })
    expect(report.diagnostics).toEqual([])
    expect(report.stats.rows).toBe(1)
  })

  const original = publishedDescriptor(name, version)
  describe.skipIf(original === undefined)('against the published descriptor (skipped where it is absent)', () => {
    const source = original === undefined ? descriptor : readJson<Descriptor>(original)

    it('has the same facts, in the same order', () => {
      expect(descriptor.fields.map((field) => facts(field, FIELD_FACTS))).toEqual(source.fields.map((field) => facts(field, FIELD_FACTS)))
      expect(facts(descriptor, SCHEMA_FACTS)).toEqual(facts(source, SCHEMA_FACTS))
    })

    it('has no property of a field that decides a verdict and is compared nowhere', () => {
      const known = new Set([...FIELD_WORDS, ...FIELD_FACTS])
      for (const field of [...source.fields, ...descriptor.fields])
        expect(Object.keys(field).filter((property) => !known.has(property))).toEqual([])
    })

    it('says everything in its own words', () => expectOwnWords(descriptor, source))

    it('gives every CSV example of the schema the verdict and the counts of the published descriptor', async () => {
      for (const file of csvFiles(new URL(`${name}/`, published))) {
        const [ours, theirs] = await Promise.all([judge(file, descriptor), judge(file, source)])
        expect(ours, file.pathname).toEqual(theirs)
      }
    })
  })
})

/** By the name that the registry gives the file: `schema.json`, `schema-statique.json` … */
function publishedDescriptor(name: string, version: string): URL | undefined {
  const folder = new URL(`${name}/${version}/`, published)
  const file = existsSync(folder) ? readdirSync(folder).find((entry) => /^schema.*\.json$/.test(entry)) : undefined
  return file === undefined ? undefined : new URL(file, folder)
}

function csvFiles(folder: URL): URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return csvFiles(new URL(`${entry.name}/`, folder))
    return entry.name.endsWith('.csv') ? [new URL(entry.name, folder)] : []
  })
}

/** What is wrong, without what can be mended: that depends on the titles and aliases too. */
async function judge(file: URL, descriptor: Descriptor) {
  const { valid, counts, stats } = await validate(memorySource(readFileSync(file)), { schema: readDescriptor(descriptor) })
  const { rows, columns, errors, warnings, invalidRows, invalidCells } = stats
  return {
    valid,
    stats: { rows, columns, errors, warnings, invalidRows, invalidCells },
    counts: counts.map((count) => ({ ...count, repairable: undefined })),
  }
}

function expectOwnWords(descriptor: Descriptor, source: Descriptor): void {
  const theirs = new Set([source, ...source.fields].flatMap(({ title, description }) => [...sentences(title), ...sentences(description)]))
  for (const { name: where, title, description } of [descriptor, ...descriptor.fields]) {
    const same = [...sentences(title), ...sentences(description)].filter((sentence) => theirs.has(sentence))
    expect(same, String(where)).toEqual([])
  }
  const examples = new Map(source.fields.map((field) => [field.name, field.example ?? field.examples]))
  const free = descriptor.fields.filter(
    ({ type, constraints }) => type === 'string' && (constraints as { enum?: unknown } | undefined)?.enum === undefined,
  )
  for (const field of free.filter(({ name: where }) => where !== 'conditionsVersement'))
    expect(field.example, String(field.name)).not.toBe(examples.get(field.name))
}

// The registry has no Table Schema under this name: the table is that of the AITF, with the obligations of the Base Adresse Nationale,
// which alone decides whether such a file is taken.
describe('etalab/schema-bal', () => {
  const folder = new URL('etalab/schema-bal/', published)
  const names = ({ fields }: Descriptor) => fields.map(({ name }) => name)
  const bal = (version: string) => readJson<Descriptor>(new URL(`etalab/schema-bal/${version}/schema.json`, standards))

  it.skipIf(!existsSync(folder)).each([
    ['1.4.0', '1.5.0/bal_schema_v1.4.json'],
    ['1.5.0', '1.5.0/bal_schema_v1.5.json'],
  ])('%s has the columns of the AITF, in its own words (skipped where they are absent)', (version, file) => {
    const source = readJson<Descriptor>(new URL(file, folder))
    expect(names(bal(version))).toEqual(names(source))
    expectOwnWords(bal(version), source)
    const values = ({ fields }: Descriptor) => fields.map(({ constraints }) => (constraints as { enum?: unknown } | undefined)?.enum)
    expect(values(bal(version))).toEqual(values(source))
  })

  const fixtures = new URL('_fixtures-validateur-bal/', folder)
  it.skipIf(!existsSync(fixtures)).each([
    ['1.4.0', '1.3-valid.csv', true],
    ['1.4.0', '1.4-valid.csv', true],
    ['1.4.0', 'auto-detect-1.4.csv', true],
    ['1.4.0', '1.4-bad-id-ban-adresse.csv', false],
    ['1.4.0', '1.4-bad-id-ban-commune.csv', false],
    ['1.4.0', '1.4-bad-id-ban-toponyme.csv', false],
    ['1.4.0', '1.4-bad-dependance-id-ban.csv', false],
    ['1.4.0', 'without-voie_nom-nor-toponyme.csv', false],
    ['1.4.0', 'junk.ascii.csv', false],
    ['1.5.0', '1.5-valid.csv', true],
    ['1.5.0', 'auto-detect-1.5.csv', true],
    ['1.5.0', '1.5-without-ban-ids.csv', false],
    ['1.5.0', '1.4-valid.csv', false],
  ])('%s: %s is valid: %s (skipped where it is absent)', async (version, file, valid) => {
    expect((await judge(new URL(file, fixtures), bal(version))).valid).toBe(valid)
  })

  it.each([
    ['commune_insee', '2A004', true],
    ['commune_insee', '20004', false],
    ['cad_parcelles', '95999000AB0142', true],
    ['cad_parcelles', '959990000AB0142|2A004000AB0142', true],
    ['cad_parcelles', '95999000AB0142 | 95999000AB0143', false],
    ['suffixe', '-bis', false],
    ['position', 'entree', false],
    ['numero', '0', false],
    ['certification_commune', 'oui', false],
    ['toponyme', 'Rue de l’\uFFFDglise', false],
    ['long', '', true],
  ])('%s %j is accepted: %s', async (name, value, accepted) => {
    const descriptor = bal('1.5.0')
    const cells = descriptor.fields.map((field) => (field.name === name ? value : field.example))
    const text = `${names(descriptor).join(';')}\n${cells.join(';')}\n`
    const report = await validate(memorySource(text), { schema: readDescriptor(descriptor) })
    expect(report.valid).toBe(accepted)
  })
})

/** Who gives or who receives: decided by the labels beside. */
const OF_TWO_FIELDS: readonly string[] = ['Nom attributaire', "Identification de l'attributaire", "Identifiant de l'attributaire"]

describe.each(shipped)('aliases of %s', (name) => {
  const url = new URL(`${name}/aliases.json`, standards)
  const aliases = existsSync(url) ? readJson<Record<string, string[]>>(url) : {}
  const fieldsOf = (version: string) => readJson<Descriptor>(new URL(`${name}/${version}/schema.json`, standards)).fields

  it('names fields of the standard only', () => {
    const known = index[name]!.versions.flatMap(fieldsOf).map((field) => field.name)
    expect(Object.keys(aliases).filter((field) => !known.includes(field))).toEqual([])
  })

  it('gives each label once to a field', () => {
    for (const [field, labels] of Object.entries(aliases)) {
      const folded = labels.map(fold)
      expect(folded, field).not.toContain('')
      expect(folded, field).toEqual([...new Set(folded)])
      expect(folded, field).not.toContain(fold(field))
    }
  })

  it.each(index[name]!.versions)('lets no label, name or title stand for two fields of %s', (version) => {
    const owner = new Map<string, string>()
    for (const { name: field, title } of fieldsOf(version)) {
      for (const label of [String(field), String(title), ...(aliases[String(field)] ?? [])]) {
        if (OF_TWO_FIELDS.includes(label)) continue
        expect(owner.get(foldArticles(label)) ?? field, label).toBe(field)
        owner.set(foldArticles(label), String(field))
      }
    }
  })
})
