// Where the configuration is: a few looks at the file system, since most runs have none.
import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** In the order of preference within one folder. Data only: a folder of data must not be able to run code. */
export const CONFIGURATION_NAMES = [
  'scdl.config.json',
  'scdl.config.yaml',
  'scdl.config.yml',
  '.scdlrc',
  '.scdlrc.json',
  '.scdlrc.yaml',
  '.scdlrc.yml',
  'package.json',
] as const

/** The folders from `folder` upwards, to the user's own or to the root, that hold a configuration; the nearest first. */
export function* findConfigurations(folder: string): Generator<string, undefined> {
  const home = homedir()
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = CONFIGURATION_NAMES.find((name) => isConfiguration(join(at, name), name))
    if (found !== undefined) yield join(at, found)
    if (at === home || at === dirname(at)) return undefined
  }
}

function isConfiguration(path: string, name: string): boolean {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false
    if (name !== 'package.json') return true
    const text = readFileSync(path, 'utf8')
    // Most are packages that have nothing to do with this: parsed only where it may pay.
    return text.includes('"scdl"') && Object.hasOwn(JSON.parse(text) as object, 'scdl')
  } catch {
    return false
  }
}
