// The help of `scdl convert`.
export type ConvertOption =
  | 'out'
  | 'outDir'
  | 'to'
  | 'force'
  | 'dryRun'
  | 'diff'
  | 'changes'
  | 'repair'
  | 'set'
  | 'lookup'
  | 'dropExtra'
  | 'mapping'
  | 'writeMapping'
  | 'acceptGuesses'

export interface ConvertTexts {
  summary: string
  description: string
  sources: string
  /** Those that `validate` does not have. */
  options: Readonly<Record<ConvertOption, string>>
  after: string
}
