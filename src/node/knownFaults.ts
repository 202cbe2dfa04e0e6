// The file of known faults: one line per fault, in an order of its own, so that a change of it reads well.
import { existsSync, readFileSync, statSync } from 'node:fs'
import type { Code } from '../core/diagnostic.js'
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
  const entries = isObject(files) ? Object.entries(files) : undefined
  if (!entries?.every(([, faults]) => Array.isArray(faults) && faults.every(isAccepted))) throw new ScdlError('bad-baseline', { path })
  return new Map(entries as [string, AcceptedFault[]][])
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
const isTextOrAbsent = (value: unknown): boolean => value === undefined || typeof value === 'string'

function isAccepted(value: unknown): value is AcceptedFault {
  if (!isObject(value)) return false
  const { code, field, value: cell, count, reason, until } = value as Partial<Record<keyof AcceptedFault, unknown>>
  const named = typeof code === 'string' && [field, cell, reason, until].every(isTextOrAbsent)
  return named && Number.isSafeInteger(count) && Number(count) > 0 && (until === undefined || isDay(until))
}

const isDay = (text: unknown): boolean => /^\d{4}-\d{2}-\d{2}$/.test(String(text)) && !Number.isNaN(Date.parse(String(text)))

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
