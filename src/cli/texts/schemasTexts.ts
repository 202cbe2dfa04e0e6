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
  commands: Readonly<Record<SchemasCommand, { summary: string; description?: string; argument?: string; after: string }>>
  options: Readonly<Record<SchemasOption, string>>
}
