// The standards that ship with the package: readable, consistent, and, where the published ones are at hand, the same facts in other words.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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
const SCHEMA_FACTS = [
  'name',
  'version',
  'homepage',
  'missingValues',
  'primaryKey',
  'uniqueKeys',
  'foreignKeys',
  'fieldsMatch',
  'custom_checks',
]

const facts = (object: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => object[name] !== undefined).map((name) => [name, object[name]]))
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

  const original = new URL(`${name}/${version}/schema.json`, published)
  describe.skipIf(!existsSync(original))('against the published descriptor (skipped where it is absent)', () => {
    const source = existsSync(original) ? readJson<Descriptor>(original) : descriptor

    it('has the same facts, in the same order', () => {
      expect(descriptor.fields.map((field) => facts(field, FIELD_FACTS))).toEqual(source.fields.map((field) => facts(field, FIELD_FACTS)))
      expect(facts(descriptor, SCHEMA_FACTS)).toEqual(facts(source, SCHEMA_FACTS))
    })

    it('has no property of a field that decides a verdict and is compared nowhere', () => {
      const words = new Set(['title', 'description', 'example', ...FIELD_FACTS])
      for (const field of [...source.fields, ...descriptor.fields])
        expect(Object.keys(field).filter((property) => !words.has(property))).toEqual([])
    })

    it('says everything in its own words', () => {
      const theirs = new Set(
        [source, ...source.fields].flatMap(({ title, description }) => [...sentences(title), ...sentences(description)]),
      )
      for (const { name: where, title, description } of [descriptor, ...descriptor.fields]) {
        const same = [...sentences(title), ...sentences(description)].filter((sentence) => theirs.has(sentence))
        expect(same, String(where)).toEqual([])
      }
      const examples = new Map(source.fields.map((field) => [field.name, field.example]))
      const free = descriptor.fields.filter(
        ({ type, constraints }) => type === 'string' && (constraints as { enum?: unknown } | undefined)?.enum === undefined,
      )
      for (const field of free.filter(({ name: where }) => where !== 'conditionsVersement'))
        expect(field.example).not.toBe(examples.get(field.name))
    })
  })
})

describe.each(shipped)('aliases of %s', (name) => {
  const url = new URL(`${name}/aliases.json`, standards)
  const aliases = existsSync(url) ? readJson<Record<string, string[]>>(url) : {}
  const fields = index[name]!.versions.flatMap(
    (version) => readJson<Descriptor>(new URL(`${name}/${version}/schema.json`, standards)).fields,
  )

  it('names fields of the standard only', () => {
    const known = fields.map((field) => field.name)
    expect(Object.keys(aliases).filter((field) => !known.includes(field))).toEqual([])
  })

  it('gives each label to one field, once, and repeats no field name', () => {
    const owner = new Map<string, string>()
    for (const field of fields) owner.set(fold(String(field.name)), `${field.name}, by name`)
    for (const [field, labels] of Object.entries(aliases)) {
      for (const label of labels) {
        expect(fold(label)).not.toBe('')
        expect(owner.get(fold(label)), `${field}: ${label}`).toBeUndefined()
        owner.set(fold(label), field)
      }
    }
  })
})
