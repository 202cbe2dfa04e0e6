// The configuration of a folder: found, read as data, checked.
import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, relative, resolve } from 'node:path'
import { codes } from '../../codes.js'
import { nearest } from '../../core/editDistance.js'
import { ScdlError } from '../../core/error.js'
import { readFault } from '../fileFault.js'
import { lineOfJsonFault } from '../jsonFault.js'
import type { ShapeFault, ShapeSchema } from './checkShape.js'
import type { Configuration, Settings } from './configuration.js'
import { type ConfigurationText, configurationFault } from './configurationFault.js'
import { findConfigurations } from './findConfiguration.js'

const MAX_BYTES = 1024 * 1024
const MAX_VALUES = 100_000

/** The configuration for `folder`, found there or above it; undefined: there is none. Throws as `readConfiguration`. */
export async function configurationFor(folder: string): Promise<Configuration | undefined> {
  for (const path of findConfigurations(folder)) {
    const found = await read(relative(process.cwd(), path))
    if (found !== undefined) return found
  }
  return undefined
}

/** Throws `ScdlError`: `bad-configuration` (with the key and the line), or the file cannot be read. */
export async function readConfiguration(path: string): Promise<Configuration> {
  return (await read(path)) ?? { path, folder: dirname(resolve(path)), settings: {} }
}

/** undefined: the file is empty. */
async function read(path: string): Promise<Configuration | undefined> {
  const whole = resolve(path)
  const file: ConfigurationText = { path, text: readText(path) }
  const value = await load(file)
  if (value === undefined || value === null) return undefined
  const [{ checkShape }, { default: schema }] = await Promise.all([
    import('./checkShape.js'),
    import('../../configuration.schema.json', { with: { type: 'json' } }),
  ])
  const fault = shapeFault()
  if (fault !== undefined) {
    const { keys, ...details } = fault
    throw configurationFault(file, keys, 'value' in details ? { ...details, value: shown(details.value) } : details)
  }
  const settings = value as Settings
  checkCodes(file, settings)
  await checkFiles(file, settings)
  checkPaths(file, settings, dirname(whole))
  return { path, folder: dirname(whole), settings }

  function shapeFault(): ShapeFault | undefined {
    try {
      return checkShape(value, schema as ShapeSchema, MAX_VALUES)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      throw new ScdlError('limit-exceeded', { path, limit: 'configurationValues', value: MAX_VALUES })
    }
  }
}

function readText(path: string): string {
  try {
    if (statSync(path).size > MAX_BYTES) throw new ScdlError('limit-exceeded', { path, limit: 'configurationBytes', value: MAX_BYTES })
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw readFault(error, path)
  }
}

/**
 * As data. Of cosmiconfig only the reader of YAML: its search would look beside the data for settings of its own, programs included, and
 * run them.
 */
async function load(file: ConfigurationText): Promise<unknown> {
  const name = basename(file.path)
  if (name === 'package.json') return Object(parseJson(file)).scdl
  if (/\.json$/i.test(name)) return parseJson(file)
  if (!/\.ya?ml$/i.test(name) && extname(name) !== '') throw configurationFault(file, [], { reason: 'form' })
  const parseYaml = await yamlReader()
  try {
    return parseYaml(file.path, file.text)
  } catch (error) {
    throw configurationFault(file, [], { reason: 'syntax', line: lineOfYamlFault(error) })
  }
}

type CosmiconfigReaders = typeof import('cosmiconfig').defaultLoadersSync

/** A bundler hands over a CommonJS package as its `default`, Node as both. */
async function yamlReader(): Promise<CosmiconfigReaders['.yaml']> {
  const loaded: { defaultLoadersSync?: CosmiconfigReaders; default?: { defaultLoadersSync?: CosmiconfigReaders } } = await import(
    'cosmiconfig'
  )
  const readers = loaded.defaultLoadersSync ?? loaded.default?.defaultLoadersSync
  if (readers === undefined) throw new Error('cosmiconfig is not the version that was expected')
  return readers['.yaml']
}

function parseJson(file: ConfigurationText): unknown {
  try {
    return JSON.parse(file.text)
  } catch {
    throw configurationFault(file, [], { reason: 'syntax', line: lineOfJsonFault(file.text) })
  }
}

function lineOfYamlFault(error: unknown): number | undefined {
  const { line } = Object((error as { mark?: unknown }).mark) as { line?: unknown }
  if (typeof line !== 'number') throw error
  return line + 1
}

function shown(value: unknown): string {
  return typeof value === 'object' ? (Array.isArray(value) ? '[…]' : value === null ? 'null' : '{…}') : String(value)
}

function checkCodes(file: ConfigurationText, { rules = {}, failOn = [] }: Settings): void {
  const known = Object.keys(codes)
  const check = (keys: (string | number)[], code: string): void => {
    if (!known.includes(code)) throw configurationFault(file, keys, { reason: 'unknown-code', value: code, nearest: nearest(code, known) })
  }
  for (const code of Object.keys(rules)) check(['rules', code], code)
  for (const code of failOn) if (code !== 'warning') check(['failOn'], code)
}

async function checkFiles(file: ConfigurationText, { files = [] }: Settings): Promise<void> {
  const { compilePathPattern } = await import('./pathPattern.js')
  for (const [i, { match, expect = {} }] of files.entries()) {
    const pattern = compilePathPattern(match)
    if (pattern === undefined) throw configurationFault(file, ['files', i, 'match'], { reason: 'pattern', value: match })
    for (const [field, text] of Object.entries(expect)) {
      const stranger = capturesIn(text).find((name) => !pattern.captures.includes(name))
      if (stranger === undefined) continue
      const details = { reason: 'capture', value: `{${stranger}}`, known: pattern.captures.map((name) => `{${name}}`) }
      throw configurationFault(file, ['files', i, 'expect', field], details)
    }
  }
}

const capturesIn = (text: string): string[] => [...text.matchAll(/\{([\p{L}_][\p{L}\p{N}_-]*)\}/gu)].map(([, name = '']) => name)

/** A configuration that comes with the data must not write elsewhere. */
function checkPaths(file: ConfigurationText, { baseline, report = [] }: Settings, folder: string): void {
  const isOutside = (path: string): boolean => {
    const way = relative(folder, resolve(folder, path))
    return way.startsWith('..') || isAbsolute(way)
  }
  if (baseline !== undefined && isOutside(baseline)) {
    throw configurationFault(file, ['baseline'], { reason: 'outside', value: baseline })
  }
  for (const text of report) {
    const path = /^[^=]*=(.*)$/s.exec(text)?.[1]
    if (path !== undefined && path !== '-' && isOutside(path)) {
      throw configurationFault(file, ['report'], { reason: 'outside', value: text })
    }
  }
}
