// The version, everywhere it is written: an address that names another one leads to another schema.
import { type Descriptor, isText } from '../descriptor.js'
import type { SayLint } from './finding.js'

/** These speak of other things than this version of the schema. */
const OTHER_VERSIONS: ReadonlySet<string> = new Set(['$schema', 'version', 'fields', 'description', 'title', 'sources', 'custom_checks'])
const VERSION = /(?<![\d.])v?(\d+\.\d+\.\d+)(?![\d.]*\d)/g

export function lintVersions(descriptor: Descriptor, say: SayLint): void {
  const version = isText(descriptor.version) ? descriptor.version.replace(/^v/, '') : ''
  if (!/^\d+\.\d+\.\d+/.test(version)) return
  for (const [property, value] of Object.entries(descriptor)) {
    if (!OTHER_VERSIONS.has(property)) walk(value, [property], (text, path) => judge(text, path, version, say))
  }
}

function judge(text: string, path: readonly (string | number)[], version: string, say: SayLint): void {
  for (const [, found = ''] of text.matchAll(VERSION)) {
    if (found !== version.replace(/[-+].*$/, '')) say('version-mismatch', path, { version, found, text })
  }
}

/** Descriptors are not deep: who reads them has seen to it. */
function walk(value: unknown, path: readonly (string | number)[], visit: (text: string, path: readonly (string | number)[]) => void): void {
  if (isText(value)) visit(value, path)
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, index], visit)
  else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) walk(item, [...path, key], visit)
}
