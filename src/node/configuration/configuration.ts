// What a configuration says, once it has been read.
import type { Rules } from '../../core/report.js'

/** One entry of `files`. */
export interface FileEntry {
  match: string
  schema: string
  expect?: Readonly<Record<string, string>>
  encoding?: string
  delimiter?: string
  quote?: string
  sheet?: string
  headerRow?: number
  ignoreHeaderCase?: boolean
}

/** As configuration.schema.json describes it. */
export interface Settings {
  files?: readonly FileEntry[]
  unmatched?: 'error' | 'warning' | 'ignore'
  rules?: Rules
  baseline?: string
  failOn?: readonly string[]
  report?: readonly string[]
  groupBy?: 'folder'
  maxDiagnostics?: number
  hints?: boolean
  ignoreHeaderCase?: boolean
  lang?: 'fr' | 'en'
  registry?: string
  offline?: boolean
}

export interface Configuration {
  /** The file that holds it. */
  path: string
  /** What its patterns and paths are relative to. */
  folder: string
  settings: Settings
}
