// One input of the fuzzing: bytes, a schema and options, all of them made from a seed.
import { gzipSync } from 'node:zlib'
import type { ValidateOptions } from '../../src/index.js'
import { Chance } from './chance.js'
import type { Corpus, Written } from './corpus.js'
import { mutate } from './mutate.js'
import { damageDescriptor, randomDescriptor } from './randomDescriptor.js'
import { randomBytes, randomLabels, randomTable } from './randomTable.js'
import { randomWorkbook } from './randomWorkbook.js'

export interface FuzzCase {
  seed: number
  /** What the bytes were made from. */
  from: string
  bytes: Uint8Array
  schema: Written
  options: Omit<ValidateOptions, 'schema' | 'platform'>
  /** Bytes that the source gives at a time, in each of two readings. */
  chunkSizes: readonly [number, number]
}

const CHUNK_SIZES = [1, 2, 3, 7, 64, 1000, 4096, 65_536]
const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be', 'macintosh', 'cp850', 'latin1', 'klingon']
const CODES = ['header/extra-column', 'row/blank', 'cell/type', 'cell/pattern', 'file/encoding', 'row/missing-cell', 'file/title-rows']

export function makeCase(seed: number, corpus: Corpus): FuzzCase {
  const chance = new Chance(seed)
  const { from, bytes: plain, schema } = makeInput(chance, corpus)
  const bytes = chance.happens(0.05) ? damagedGzip(plain, chance) : plain
  const options = makeOptions(chance)
  const tiny = bytes.length < 5000
  const chunkSize = (): number => (tiny ? chance.pick(CHUNK_SIZES) : chance.pick(CHUNK_SIZES.slice(4)))
  return { seed, from, bytes, schema, options, chunkSizes: [chunkSize(), chunkSize()] }
}

function makeInput(chance: Chance, { samples, schemas }: Corpus): Pick<FuzzCase, 'from' | 'bytes' | 'schema'> {
  if (chance.happens(0.12)) {
    const labels = randomLabels(chance)
    const { from, bytes } = randomWorkbook(chance, labels)
    return { from, bytes, schema: { descriptor: randomDescriptor(chance, labels) } }
  }
  const kind = chance.fraction()
  if (kind < 0.1) return { from: 'random bytes', bytes: randomBytes(chance), schema: chance.pick(schemas) }
  if (kind < 0.4) {
    const labels = randomLabels(chance)
    const table = randomTable(chance, labels)
    return {
      from: 'a random table',
      bytes: chance.happens(0.3) ? mutate(table, chance) : table,
      schema: { descriptor: randomDescriptor(chance, labels) },
    }
  }
  const sample = chance.pick(samples)
  const bytes = chance.happens(0.9) ? mutate(sample.bytes, chance) : sample.bytes
  return { from: sample.name, bytes, schema: makeSchema(chance, sample.schema ?? chance.pick(schemas), sample.bytes, schemas) }
}

/** Whole half of the time; else cut, or with bytes of its own changed. */
function damagedGzip(bytes: Uint8Array, chance: Chance): Uint8Array {
  const packed = gzipSync(bytes)
  if (chance.happens(0.5)) return packed
  return chance.happens(0.5) ? packed.subarray(0, chance.below(packed.length)) : mutate(packed, chance)
}

function makeSchema(chance: Chance, own: Written, bytes: Uint8Array, schemas: readonly Written[]): Written {
  const kind = chance.fraction()
  if (kind < 0.55) return own
  if (kind < 0.7) return { ...own, descriptor: damageDescriptor(own.descriptor, chance) }
  if (kind < 0.9) return { descriptor: randomDescriptor(chance, labelsOf(bytes)) }
  return chance.pick(schemas)
}

/** Near enough for a schema that fits the file. */
function labelsOf(bytes: Uint8Array): string[] {
  const [line = ''] = new TextDecoder().decode(bytes.subarray(0, 4096)).split(/[\r\n]/)
  return line
    .split(/[;,\t|]/)
    .slice(0, 30)
    .map((label) => label.replace(/^\ufeff?"|"$/g, ''))
}

function makeOptions(chance: Chance): FuzzCase['options'] {
  const format: Record<string, unknown> = {}
  if (chance.happens(0.1)) format.encoding = chance.pick(ENCODINGS)
  if (chance.happens(0.1)) format.delimiter = chance.pick([';', ',', '\t', '|', 'a', '"', 'é', ';;', 'tab', ''])
  if (chance.happens(0.1)) format.quote = chance.pick(['"', "'", '', ';', '«'])
  if (chance.happens(0.05)) {
    const [recordBytes, columns] = [chance.pick([10, 200, 5000]), chance.pick([1, 3, 30, 1000])]
    format.limits = { recordBytes, columns, inflatedBytes: 2 ** 20, inflationRatio: 100 }
  }
  return {
    ...(Object.keys(format).length > 0 ? { format } : {}),
    ...(chance.happens(0.1) ? { headerRow: chance.few(12) } : {}),
    ...(chance.happens(0.2) ? { ignoreHeaderCase: true } : {}),
    ...(chance.happens(0.1) ? { hints: false } : {}),
    ...(chance.happens(0.1)
      ? {
          rules: Object.fromEntries(chance.some(CODES, 4).map((code) => [code, chance.pick(['off', 'info', 'warning', 'error'] as const)])),
        }
      : {}),
    maxDiagnostics: chance.pick([0, 0, 1, 1000]),
  }
}
