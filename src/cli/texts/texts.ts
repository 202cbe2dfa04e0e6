// What the command line says of itself, beside the sentences of messages/: one object of this shape per language.
import type { ConfigTexts, InitTexts } from './configurationTexts.js'
import type { ConvertTexts } from './convertTexts.js'
import type { InspectTexts } from './inspectTexts.js'
import type { MergeTexts } from './mergeTexts.js'
import type { SchemasTexts } from './schemasTexts.js'

export interface Texts {
  /** The titles of commander's help, by their English form. */
  titles: Readonly<Record<string, string>>
  program: { description: string; version: string; help: string; helpCommand: string; after: string }
  /** What stands for the command in the usage line, and its name alone. */
  commandPlace: string
  commandName: string
  validate: {
    summary: string
    description: string
    sources: string
    options: Readonly<Record<ValidateOption, string>>
    after: string
  }
  convert: ConvertTexts
  inspect: InspectTexts
  init: InitTexts
  config: ConfigTexts
  merge: MergeTexts
  schemas: SchemasTexts
  /** A sentence about the request, as a line of the terminal says who speaks. */
  complaint(sentence: string): string
  /** Ends the stack trace of a defect of scdl itself. */
  defect: string
  /** Progress: `share` from 0 to 1 where the size is known. */
  progress(name: string, readBytes: number, share: number | undefined): string
  /** Of a run over several files: how many are done; `share` as for `progress`. */
  runProgress(done: number, files: number, share: number | undefined): string
}

export type ValidateOption =
  | 'schema'
  | 'report'
  | 'include'
  | 'exclude'
  | 'changedSince'
  | 'shard'
  | 'jobs'
  | 'maxSeconds'
  | 'annotate'
  | 'force'
  | 'encoding'
  | 'delimiter'
  | 'quote'
  | 'sheet'
  | 'headerRow'
  | 'ignoreHeaderCase'
  | 'maxDiagnostics'
  | 'failOn'
  | 'rule'
  | 'baseline'
  | 'updateBaseline'
  | 'groupBy'
  | 'config'
  | 'noConfig'
  | 'noHints'
  | 'maxRecordSize'
  | 'maxColumns'
  | 'maxInflatedSize'
  | 'maxInflationRatio'
  | 'offline'
  | 'refresh'
  | 'registry'
  | 'lang'
  | 'quiet'
  | 'noColor'
