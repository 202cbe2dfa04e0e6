// The help of `scdl init` and `scdl config`, and what they say.

export interface InitTexts {
  summary: string
  description: string
  folder: string
  options: Readonly<Record<'yes' | 'dryRun' | 'force' | 'quiet', string>>
  after: string
  /** A table that was looked at; without a schema, none is clearly the one. */
  table(table: { path: string; schema?: string; matched?: number; fields?: number }): string
  proposal(path: string): string
  question(path: string): string
  isYes(answer: string): boolean
  /** `check`: the command that checks by it. */
  written(path: string, check: string): string
  notWritten: string
}

export interface ConfigTexts {
  summary: string
  description: string
  sources: string
  options: Readonly<Record<'json' | 'quiet', string>>
  after: string
  none: string
  path(path: string): string
  /** Above the entries of `files`. */
  files: string
  unmatched(source: string): string
  origins: Readonly<Record<'option' | 'environment' | 'configuration' | 'default', string>>
}
