// The help of `scdl schemas`.
export type SchemasCommand = 'list' | 'search' | 'show' | 'fields' | 'diff' | 'doc' | 'update' | 'lint' | 'template'

export type SchemasOption =
  | 'offline'
  | 'refresh'
  | 'registry'
  | 'json'
  | 'format'
  | 'out'
  | 'force'
  | 'all'
  | 'failOn'
  | 'lang'
  | 'quiet'
  | 'noColor'

export interface SchemasTexts {
  summary: string
  description: string
  after: string
  /** `description`: where the summary does not say enough. */
  commands: Readonly<Record<SchemasCommand, { summary: string; description?: string; arguments?: readonly string[]; after: string }>>
  options: Readonly<Record<SchemasOption, string>>
}
