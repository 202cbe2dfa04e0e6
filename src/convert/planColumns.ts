// Which columns the output has, in which order and under which names, and what of that is a change.
import type { Change, ChangeRule } from '../core/change.js'
import { compileField } from '../core/compileField.js'
import type { ColumnMatch, HeaderMatch, MatchProof } from '../core/headerMatch.js'
import type { ContestedField, LabelGuess } from '../core/reportTypes.js'
import type { Field, Schema } from '../core/schema.js'
import { fieldTypes } from '../fieldTypes/index.js'
import { columnLetters } from '../messages/columnLetters.js'

export interface OutputColumn {
  name: string
  /** The source's column, from 0; -1: it has none. */
  source: number
  /** Absent: outside the schema. */
  field?: Field
}

export interface ColumnPlan {
  columns: OutputColumn[]
  /** Of the header. */
  changes: { column: number; change: Change }[]
  guesses: LabelGuess[]
  contested: ContestedField[]
}

export interface PlanRequest {
  schema: Schema
  header: HeaderMatch
  headerRow: number
  /** The labels as the file has them. */
  labels: readonly string[]
  /** Cells of a source column that hold something. */
  filled(column: number): number
  /** Fields that the user gives values for: they get their column even where the source has none. */
  given: ReadonlySet<string>
  acceptGuesses: boolean
  dropExtra: boolean
}

const GUESSES: ReadonlySet<MatchProof | undefined> = new Set(['distance'])

export function planColumns(request: PlanRequest): ColumnPlan {
  const { schema, header, acceptGuesses, dropExtra } = request
  const isGuess = ({ proof }: ColumnMatch): boolean => !acceptGuesses && GUESSES.has(proof)
  const claims = schema.fields.map((_, field) => header.columns.filter((match) => match.field === field && !isGuess(match)))
  const guessed = header.columns.filter((match) => match.field !== undefined && isGuess(match))
  const contestedBy = new Map(header.contested.map(({ field, columns }) => [field, columns.map((column) => header.columns[column]!)]))
  claims.forEach((matches, field) => {
    if (matches.length > 1) contestedBy.set(field, matches)
  })

  const columns: OutputColumn[] = []
  const kept = new Set<number>()
  schema.fields.forEach((field, index) => {
    const [match] = claims[index]!
    const isContested = contestedBy.has(index)
    if (match !== undefined && !isContested) {
      columns.push({ name: field.name, source: match.column, field })
      kept.add(match.column)
      return
    }
    const isClaimed = isContested || guessed.some((guess) => guess.field === index)
    if (request.given.has(field.name) || (!isClaimed && canBeEmpty(field))) columns.push({ name: field.name, source: -1, field })
  })
  const others = header.columns.filter(({ column }) => !kept.has(column))
  const empty = others.filter(({ column, label }) => label === '' && request.filled(column) === 0)
  const extra = others.filter((match) => !empty.includes(match))
  if (!dropExtra) for (const { column, label } of extra) columns.push({ name: label, source: column })

  return {
    columns,
    changes: headerChanges(columns, empty, dropExtra ? extra : [], request),
    guesses: guessed.map(({ column, label, field }) => ({
      column: column + 1,
      label,
      field: schema.fields[field!]!.name,
      proof: 'distance',
    })),
    contested: [...contestedBy].map(([field, matches]) => ({
      field: schema.fields[field]!.name,
      columns: matches.map(({ column, label }) => ({ column: column + 1, label })),
    })),
  }
}

/** An optional column is added where its cells may be empty. */
function canBeEmpty(field: Field): boolean {
  return field.constraints.required !== true && compileField(field, fieldTypes).test(new Uint8Array(0), 0, 0) === 0
}

function headerChanges(
  columns: readonly OutputColumn[],
  empty: readonly ColumnMatch[],
  dropped: readonly ColumnMatch[],
  { headerRow, labels }: PlanRequest,
): ColumnPlan['changes'] {
  const changes: ColumnPlan['changes'] = []
  const add = (column: number, rule: ChangeRule, source: number, name: string, before: string, after: string): void => {
    const place = source < 0 ? {} : { column: source + 1 }
    changes.push({ column, change: { row: headerRow, ...place, name, before, after, rule, certainty: 'lossless' } })
  }
  columns.forEach(({ name, source }, column) => {
    const label = labels[source] ?? ''
    if (source < 0) add(column, 'addedColumn', source, name, '', name)
    else if (label !== name) add(column, 'renamedColumn', source, name, label, name)
  })
  const sources = columns.map(({ source }) => source).filter((source) => source >= 0)
  if (sources.some((source, i) => i > 0 && source < sources[i - 1]!)) {
    columns.forEach(({ name, source }, column) => {
      if (source >= 0 && source !== column) add(-1, 'movedColumn', source, name, columnLetters(source + 1), columnLetters(column + 1))
    })
  }
  for (const { column } of empty) add(-1, 'emptyColumn', column, '', '', '')
  for (const { column, label } of dropped) add(-1, 'droppedColumn', column, label, label, '')
  return changes
}
