// The example files that stand beside the registry's schemas, each against the schema that its name and version give: from a local server
// made of the mirror, the verdict is the recorded one, else what the file's name claims.
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadAnySchema } from '../../../src/cli/loadSchema.js'
import { nodePlatform } from '../../../src/node/platform.js'
import { openRegistry } from '../../../src/node/registry/registry.js'
import { resolvePackage } from '../../../src/node/resolvePackage.js'
import { openSource } from '../../../src/node/sources.js'
import { validate } from '../../../src/validate.js'
import { validateJson } from '../../../src/validateJson.js'
import { readJsonLines } from '../../parity/reference.js'
import { temporaryFolder } from '../temporaryFolder.js'
import { isMirrored, mirror, mirroredCatalogue, mirroredFile, startRegistry } from './registryServer.js'

interface Verdict {
  schema: string
  file: string
  valid: boolean | null
  trusted: boolean
}

const kinds = ['tableschema', 'jsonschema', 'datapackage']
const entries = isMirrored ? mirroredCatalogue().schemas.filter(({ schema_type }) => kinds.includes(schema_type)) : []

/** Files beside a version: `owner/name/version/file`. */
const examples = entries.flatMap(({ name, schema_type: type, versions }) =>
  versions.flatMap(({ version_name: version }) => {
    const folder = new URL(`${name}/${version}/`, mirror)
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.(csv|xlsx|xls|ods|geojson)$/.test(file)) : []
    return files.map((file) => ({ path: `${name}/${version}/${file}`, ref: `${name}@${version}`, type }))
  }),
)

const recorded = new Map<string, boolean>()
for (const { schema, file, valid, trusted } of readJsonLines<Verdict>('reference/verdicts.jsonl')) {
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  if (trusted && valid !== null && schema.startsWith(folder)) recorded.set(file, valid)
}

function claimed(path: string): boolean | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/invalid/i.test(name)) return false
  return /valid/i.test(name) ? true : undefined
}

/**
 * Of files that are nowhere said to be right or wrong, or stand beside a package as its data: the table of the package, and the verdict
 * that reading the file and the schema gives.
 */
const READ: Readonly<Record<string, { valid: boolean; resource?: string; why: string }>> = {
  'CEREMA/schema-aire-livraison/0.1.0/aires-de-livraison-antibes.ods': {
    valid: false,
    why: 'four required columns are absent: ARR_DATE, ARR_OBJET, EMPRISE_DESIGNATION, GEOM_XY',
  },
  'etalab/schema-dispositif-aide/0.2.0/exemple-complet.csv': {
    valid: true,
    resource: 'dispositif-aide-professionnels',
    why: 'an aid to firms with all 26 columns of that table, in another order',
  },
  'betagouv/schema-projet-collectivites-transition-ecologique/0.1.0/50_leviers_SGPE_03_2025.csv': {
    valid: true,
    resource: 'referentiel-leviers-sgpe',
    why: 'the list of levers itself: its two columns, each lever once',
  },
  'betagouv/schema-projet-collectivites-transition-ecologique/0.1.0/référentiel_competences_M57_2025.csv': {
    valid: true,
    resource: 'referentiel-competences-m57',
    why: 'the list of competences itself: its two columns, each code once',
  },
}

describe.skipIf(!isMirrored)('the registry from its mirror (skipped where it is not at hand)', async () => {
  const folder = temporaryFolder()
  const server = await startRegistry(mirroredFile)
  const registry = openRegistry({ address: server.address, cacheFolder: folder.path, asking: 'daily' })

  test('60 schemas of tables, 8 of JSON and 9 packages', () => {
    expect(kinds.map((kind) => entries.filter(({ schema_type }) => schema_type === kind).length)).toEqual([60, 8, 9])
  })

  test.each(entries.map(({ name, schema_type }) => [name, schema_type]))('%s resolves by its name as a %s', async (name, type) => {
    const found = await loadAnySchema(name, registry)
    expect((found.table ?? found.json ?? found.package).facts.name).toBe(name)
    expect([found.table && 'tableschema', found.json && 'jsonschema', found.package && 'datapackage'].filter(Boolean)).toEqual([type])
  })

  test.each(entries.filter(({ schema_type }) => schema_type === 'datapackage').map(({ name, versions }) => [name, versions] as const))(
    '%s has all its tables, in every version, those of the catalogue under their names',
    async (name, versions) => {
      const listed = entries.filter(({ datapackage_name }) => datapackage_name === name).map((entry) => entry.name)
      for (const { version_name: version } of versions) {
        const { tables } = await resolvePackage(`${name}@${version}`, { registry })
        expect(tables.map(({ schema, fault }) => fault?.code ?? (schema?.schema.fields.length ?? 0) > 0)).toEqual(tables.map(() => true))
        const names = tables.flatMap(({ schema }) => (schema?.facts.name.includes('#') ? [] : (schema?.facts.name ?? [])))
        expect(names.sort()).toEqual([...listed].sort())
        expect(tables.every(({ schema }) => schema?.facts.name.includes('#') || schema?.facts.version === version)).toBe(true)
      }
    },
  )

  test('there are examples', () => expect(examples.length).toBeGreaterThan(260))

  test('every example has the verdict that is recorded, claimed or read', { timeout: 300_000 }, async () => {
    const differences: string[] = []
    const by = { recorded: 0, claimed: 0, read: 0 }
    for (const { path, ref } of examples) {
      const read = READ[path]
      const expected = recorded.get(path) ?? claimed(path) ?? read?.valid
      by[recorded.has(path) ? 'recorded' : claimed(path) === undefined ? 'read' : 'claimed']++
      const found = await loadAnySchema(read?.resource === undefined ? ref : `${ref}#${read.resource}`, registry)
      const source = await openSource(fileURLToPath(new URL(path.split('/').map(encodeURIComponent).join('/'), mirror)))
      const reading = { platform: nodePlatform, maxDiagnostics: 1 }
      const schema = found.table ?? found.package?.tables[0]?.schema
      const { valid } =
        found.json === undefined
          ? await validate(source, { ...reading, schema: schema! })
          : await validateJson(source, { ...reading, schema: found.json })
      if (valid !== expected) differences.push(`${path}: expected ${expected}, found ${valid}`)
    }
    console.log(`examples: ${examples.length}; ${JSON.stringify(by)}`)
    expect(differences).toEqual([])
    expect(
      Object.keys(READ).filter((path) => recorded.has(path) || claimed(path) !== undefined || !examples.some((one) => one.path === path)),
    ).toEqual([])
  })
})
