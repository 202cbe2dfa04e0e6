// The file of known faults: one line per fault, in an order of its own, so that a change of it reads well.
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Code, Details } from '../core/diagnostic.js'
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import type { KnownFault } from '../core/knownFaults.js'
import { jsonText } from '../reporters/jsonText.js'
import { readFault } from './fileFault.js'
import { lineOfJsonFault } from './jsonFault.js'
import { writeAtomically } from './writeAtomically.js'

export interface AcceptedFault extends Omit<KnownFault, 'expired'> {
  /** Why it is accepted. */
  reason?: string
  /** The last day on which it is: yyyy-mm-dd. */
  until?: string
}

/** By the path of the table, from the folder of this file, with `/`. */
export type KnownFaultsFile = ReadonlyMap<string, readonly AcceptedFault[]>

const MAX_BYTES = 64 * 1024 * 1024

/** Throws `ScdlError`: `no-baseline`, `bad-baseline` (with the line where it is no JSON), or the file cannot be read. */
export function readKnownFaults(path: string): KnownFaultsFile {
  if (!existsSync(path)) throw new ScdlError('no-baseline', { path })
  const text = readText(path)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new ScdlError('bad-baseline', { path, line: lineOfJsonFault(text) }, { cause })
  }
  const { files } = Object(value) as { files?: unknown }
  if (!isObject(files)) throw new ScdlError('bad-baseline', { path })
  for (const [name, faults] of Object.entries(files)) {
    if (!Array.isArray(faults)) throw new ScdlError('bad-baseline', { path, name })
    for (const [i, fault] of faults.entries()) {
      const wrong = faultIn(fault)
      if (wrong !== undefined) throw new ScdlError('bad-baseline', { path, name, entry: i + 1, ...wrong })
    }
  }
  return new Map(Object.entries(files) as [string, AcceptedFault[]][])
}

function readText(path: string): string {
  try {
    if (statSync(path).size > MAX_BYTES) throw new ScdlError('limit-exceeded', { path, limit: 'knownFaultsBytes', value: MAX_BYTES })
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw readFault(error, path)
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): boolean => typeof value === 'string'
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0
const isDay = (value: unknown): boolean => {
  const day = new Date(String(value))
  // The thirty-first of February is read as a day of March.
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(String(value))
}

const MEMBERS = { code: isText, field: isText, value: isText, count: isCount, reason: isText, until: isDay } as const
type Member = keyof typeof MEMBERS

/** What makes of an entry no accepted fault: a misspelt `until` would accept it for ever. */
function faultIn(entry: unknown): Details | undefined {
  if (!isObject(entry)) return {}
  for (const [key, value] of Object.entries(entry)) {
    if (!Object.hasOwn(MEMBERS, key)) return { key, nearest: nearest(key, Object.keys(MEMBERS)) }
    if (!MEMBERS[key as Member](value)) return { key }
  }
  const missing = (['code', 'count'] as const).find((key) => !Object.hasOwn(entry, key))
  return missing === undefined ? undefined : { missing }
}

/** Throws `ScdlError('write-failed')`. */
export async function writeKnownFaults(path: string, files: KnownFaultsFile): Promise<void> {
  const blocks = [...files]
    .filter(([, faults]) => faults.length > 0)
    .sort(([a], [b]) => compare(a, b))
    .map(([name, faults]) => {
      const lines = [...faults].sort(byFault).map((fault) => `      ${jsonText(inOrder(fault))}`)
      return `    ${jsonText(name)}: [\n${lines.join(',\n')}\n    ]`
    })
  await writeAtomically(path, `{\n  "files": {${blocks.length === 0 ? '' : `\n${blocks.join(',\n')}\n  `}}\n}\n`)
}

const inOrder = ({ code, field, value, count, reason, until }: AcceptedFault): object => ({ code, field, value, count, reason, until })

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byFault = (a: AcceptedFault, b: AcceptedFault): number =>
  compare(a.code, b.code) || compare(a.field ?? '', b.field ?? '') || compare(a.value ?? '', b.value ?? '')

/** Whether two stand for the same fault. */
export const faultKey = ({ code, field, value }: { code: Code; field?: string; value?: string }): string =>
  JSON.stringify([code, field, value])
