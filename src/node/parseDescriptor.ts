// A stranger's JSON: its syntax and its depth are checked before anyone walks through it.
import { ScdlError } from '../core/error.js'
import { lineOfJsonFault } from './jsonFault.js'

export const MAX_DESCRIPTOR_BYTES = 10 * 1024 * 1024
const MAX_DEPTH = 100

/** Throws `ScdlError`: `schema-not-json` (with the line), `limit-exceeded`. `path`: what the user calls it. */
export function parseDescriptor(text: string, path: string): unknown {
  const content = text.replace(/^\uFEFF/, '')
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (cause) {
    throw new ScdlError('schema-not-json', { path, line: lineOfJsonFault(content) }, { cause })
  }
  if (isDeeperThan(value, MAX_DEPTH)) throw new ScdlError('limit-exceeded', { path, limit: 'schemaDepth', value: MAX_DEPTH })
  return value
}

/** Level by level: a value that is too deep must not exhaust the stack here either. */
function isDeeperThan(value: unknown, depth: number): boolean {
  let level = [value]
  for (let left = depth; level.length > 0; left--) {
    if (left < 0) return true
    const next: unknown[] = []
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue
      for (const part of Object.values(item)) if (typeof part === 'object' && part !== null) next.push(part)
    }
    level = next
  }
  return false
}
