// What the package ships: its standards, and the registry's catalogue of the day it was made.
import { existsSync, readFileSync } from 'node:fs'
import type { Catalogue, CatalogueEntry } from './registry/readCatalogue.js'

/** `standards/index.json`, by `owner/name`. */
export type Standards = ReadonlyMap<string, { title: string; versions: readonly string[] }>

/** By field name: the labels that real files give it. */
export type Aliases = Readonly<Record<string, readonly string[]>>

let standards: Standards | undefined
export function shippedStandards(): Standards {
  standards ??= new Map(Object.entries(readJson<Record<string, { title: string; versions: string[] }>>('index.json')))
  return standards
}

export const shippedNames = (): string[] => [...shippedStandards().keys()]

/** Of a standard that `shippedStandards` names. */
export const readStandard = (name: string, version: string): unknown => readJson(`${name}/${version}/schema.json`)

export function readAliases(name: string): Aliases | undefined {
  const path = `${name}/aliases.json`
  return existsSync(new URL(path, folder())) ? readJson<Aliases>(path) : undefined
}

let catalogue: Catalogue | undefined
/** Without addresses: those are the registry's to say. */
export function shippedCatalogue(): Catalogue {
  type Line = Omit<CatalogueEntry, 'name' | 'addresses'>
  catalogue ??= new Map(
    Object.entries(readJson<Record<string, Line>>('catalogue.json')).map(([name, line]) => [name, { name, ...line, addresses: {} }]),
  )
  return catalogue
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder()), 'utf8')) as T

/** This module runs from `src/` and from several depths of `dist/`. */
function folder(): URL {
  for (const up of ['../', '../../']) {
    const found = new URL(`${up}standards/`, import.meta.url)
    if (existsSync(found)) return found
  }
  throw new Error('the folder `standards` of the package is missing')
}
