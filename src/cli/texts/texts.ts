// What the command line says of itself, beside the sentences of messages/: one object of this shape per language.
export interface Texts {
  /** The titles of commander's help, by their English form. */
  titles: Readonly<Record<string, string>>
  program: { description: string; version: string; help: string; helpCommand: string; after: string }
  /** The word for a command in the usage line. */
  commandPlace: string
  validate: {
    summary: string
    description: string
    sources: string
    options: Readonly<Record<ValidateOption, string>>
    after: string
  }
  /** Ends the stack trace of a defect of scdl itself. */
  defect: string
  /** The language asked for does not exist yet. */
  languageMissing(asked: string): string
  /** Progress: `share` from 0 to 1 where the size is known. */
  progress(name: string, readBytes: number, share: number | undefined): string
}

export type ValidateOption =
  | 'schema'
  | 'report'
  | 'encoding'
  | 'delimiter'
  | 'quote'
  | 'headerRow'
  | 'ignoreHeaderCase'
  | 'maxDiagnostics'
  | 'failOn'
  | 'noHints'
  | 'maxRecordSize'
  | 'maxColumns'
  | 'maxInflatedSize'
  | 'maxInflationRatio'
  | 'lang'
  | 'quiet'
  | 'noColor'
