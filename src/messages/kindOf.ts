// What the cells of a group are, as a reader would call them, told from their codes and what was expected.
import type { Code, Details } from '../core/diagnostic.js'

export type Kind = 'siret' | 'siren' | 'rna' | 'date' | 'number' | 'year' | 'boolean' | 'identifier' | 'value'

const TYPE_KINDS: Readonly<Record<string, Kind>> = {
  number: 'number',
  integer: 'number',
  date: 'date',
  datetime: 'date',
  year: 'year',
  boolean: 'boolean',
}

const isOneOf = (text: unknown, forms: readonly string[]): boolean => forms.some((form) => text === `^${form}$` || text === form)

export function kindOf(codes: readonly Code[], details: Partial<Record<Code, Details>>): Kind {
  if (codes.includes('row/french-siret-value')) return 'siret'
  if (codes.includes('row/french-siren-value')) return 'siren'
  const pattern = details['cell/pattern']?.constraint
  if (isOneOf(pattern, ['\\d{14}', '[0-9]{14}'])) return 'siret'
  if (isOneOf(pattern, ['W\\d{9}', 'W[0-9]{9}'])) return 'rna'
  if (typeof pattern === 'string' && /^\^?\(?(?:\\d|\[0-9\])\{4\}\\?-(?:\\d|\[0-9\])\{2\}\\?-/.test(pattern)) return 'date'
  if (typeof pattern === 'string' && /(?:\\d|\[0-9\])\{[3-9]|(?:\\d|\[0-9\])\{1\d/.test(pattern)) return 'identifier'
  for (const found of Object.values(details)) {
    const kind = TYPE_KINDS[String(found?.type)]
    if (kind !== undefined) return kind
  }
  return 'value'
}
