// Real and example files of the registry's schemas: the verdict, the errors by type and the warnings are Validata's.
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/formats/formats.js'
import { readDescriptor, validate } from '../../src/index.js'
import { nodePlatform } from '../../src/node/platform.js'
import { memorySource } from '../formats/memorySource.js'
import {
  asText,
  errorsByType,
  hasShared,
  headerWarnings,
  isImplemented,
  type PublishedSchema,
  readJsonLines,
  readShared,
  SKIP_NOTE,
} from './reference.js'

interface Pair {
  schema: string
  file: string
  valid: boolean | null
  trusted: boolean
  by_type: Record<string, number>
  warnings: string[]
  compare: 'counts' | 'verdict' | 'none'
}

/** `schema file` → why the two answers differ; each is argued in docs/divergences.md. */
const EXCEPTIONS: Readonly<Record<string, string>> = {}

const read = (path: string) => readShared(`reference/schemas/${path}`)
const descriptors = new Map<string, PublishedSchema>()
function descriptorOf(path: string): PublishedSchema {
  const known = descriptors.get(path) ?? (JSON.parse(read(path).toString('utf8')) as PublishedSchema)
  descriptors.set(path, known)
  return known
}

const isReadable = (file: string): boolean => Object.hasOwn(formats, file.slice(file.lastIndexOf('.') + 1))
const trusted = readJsonLines<Pair>('reference/verdicts.jsonl').filter((pair) => pair.trusted && isReadable(pair.file))
const pairs = trusted.filter(({ schema, compare }) => compare !== 'none' && isImplemented(descriptorOf(schema)))

describe.skipIf(!hasShared)(`Validata's verdict on published files ${SKIP_NOTE}`, () => {
  it('is ours too', { timeout: 300_000 }, async () => {
    const differences: string[] = []
    const agreeing: string[] = []
    for (const pair of pairs) {
      const key = `${pair.schema} ${pair.file}`
      const schema = readDescriptor(descriptorOf(pair.schema))
      const report = await validate(memorySource(read(pair.file), pair.file), { schema, platform: nodePlatform })
      const ours = asText({
        valid: report.valid,
        ...(pair.compare === 'counts' ? { warnings: headerWarnings(report), ...errorsByType(report) } : {}),
      })
      const theirs = asText({
        valid: pair.valid,
        ...(pair.compare === 'counts' ? { warnings: pair.warnings.length, ...pair.by_type } : {}),
      })
      if (ours === theirs) agreeing.push(key)
      else if (EXCEPTIONS[key] === undefined) differences.push(`${key}\n  Validata ${theirs}\n  scdl     ${ours}`)
    }
    console.log(
      `verdicts: ${pairs.length} of ${trusted.length} trusted pairs compared, ${agreeing.length} the same, ${differences.length} unexplained`,
    )
    expect(differences).toEqual([])
    expect(Object.keys(EXCEPTIONS).filter((key) => agreeing.includes(key))).toEqual([])
  })
})
