// The files and schemas that fuzzing starts from: the fixtures, the shipped standards, and the folder beside the repository where it is.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SchemaFacts } from '../../src/core/reportTypes.js'
import { resolveSchema } from '../../src/node/resolveSchema.js'

/** A descriptor, and what is known of it beside. */
export interface Written {
  descriptor: unknown
  facts?: SchemaFacts
  aliases?: Readonly<Record<string, readonly string[]>>
}

export interface Sample {
  name: string
  bytes: Uint8Array
  /** The one that it was written for. */
  schema: Written | undefined
}

export interface Corpus {
  samples: readonly Sample[]
  schemas: readonly Written[]
}

/** Beyond it a file says nothing that its beginning does not. */
const LARGEST_SAMPLE = 64 * 1024

const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

export async function readCorpus(): Promise<Corpus> {
  const shipped = Object.keys(readJson(folderOf('../../standards/index.json')) as object)
  const standards = await Promise.all(shipped.map((name) => resolveSchema(name)))
  const used = (written: unknown): Written => {
    const name = (written as { use?: string }).use
    return (name === undefined ? undefined : standards.find(({ facts }) => facts.name === name)) ?? { descriptor: written }
  }
  const schemas = new Map<string, Written>()
  const schemaAt = (path: string): Written | undefined => {
    if (!existsSync(path)) return undefined
    const known = schemas.get(path) ?? used(readJson(path))
    schemas.set(path, known)
    return known
  }
  const sampleAt = (root: string, path: string): Sample => {
    const folder = dirname(path)
    const bytes = readFileSync(path).subarray(0, LARGEST_SAMPLE)
    return { name: relative(root, path), bytes, schema: schemaAt(join(folder, 'schema.json')) ?? schemaAt(join(folder, '../schema.json')) }
  }
  const roots = ['../../fixtures', '../../../shared/reference', '../../../shared/conformance'].map(folderOf).filter(existsSync)
  const samples = roots.flatMap((root) => tablesBelow(root).map((path) => sampleAt(root, path)))
  return { samples, schemas: [...schemas.values(), ...standards] }
}

function tablesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.csv'))
    .sort()
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
}
