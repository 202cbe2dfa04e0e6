// The contract of a report: a pure function from what was found to text.
import type { Diagnostic } from '../core/diagnostic.js'
import type { Report, TypedOption } from '../core/reportTypes.js'
import type { Messages } from '../messages/messages.js'

/** Each gives its text back unchanged where there is no colour. */
export interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  cyan(text: string): string
}

export interface ReporterContext {
  /** The whole sentence about a finding. */
  say(diagnostic: Diagnostic): string
  messages: Messages
  style: Style
  /** Columns of the terminal; 80 where there is none. */
  width: number
  /** Give a total for each as well. */
  groupBy?: GroupBy
  /** One line per table. */
  quiet?: boolean
  /** When the run was made; without it, reports say nothing of it. */
  date?: Date
  /** Labels were matched without regard to case. */
  ignoreHeaderCase?: boolean
  /** Options of this run that a command on the same file has to repeat. */
  repeated?: RepeatedOptions
}

export interface RepeatedOptions {
  /** How the source is read. */
  reading: readonly TypedOption[]
  /** What was asked of the conversion, places included. */
  converting: readonly TypedOption[]
}

export type GroupBy = 'folder'

export type Reporter = (report: Report, context: ReporterContext) => string | AsyncIterable<string>

const asIs = (text: string): string => text
export const plainStyle: Style = { bold: asIs, dim: asIs, red: asIs, green: asIs, yellow: asIs, cyan: asIs }
