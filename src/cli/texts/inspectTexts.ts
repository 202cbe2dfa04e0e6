// The help of `scdl inspect`.
export interface InspectTexts {
  summary: string
  description: string
  source: string
  /** Those that `validate` does not have, or not so. */
  options: Readonly<Record<'json' | 'schemaOut' | 'force' | 'sheet' | 'quiet', string>>
  after: string
  /** The file of the schema. */
  written(path: string): string
}
