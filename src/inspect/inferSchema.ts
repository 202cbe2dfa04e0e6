// A Table Schema that the inspected table respects: a first draft for who has to write one.
import type { GuessedType, InspectedColumn, Inspection } from '../core/inspectionTypes.js'
import { foldAccents } from '../header/foldLabel.js'
import { columnKinds } from './columnKinds.js'

/** Texts that name the draft: sentences of a language. */
export interface InferredTexts {
  title: string
  description: string
  /** What a column holds. */
  column(guess: GuessedType): string
}

/**
 * A descriptor that every cell of the table passes: a type that some cells of a column refuse is left out, and so are columns without
 * a label of their own, which no schema can name. Table Schema v1, as Validata reads it.
 */
export function inferSchema({ source, columns }: Inspection, { title, description, column }: InferredTexts): Record<string, unknown> {
  const names = new Set<string>()
  const named = columns.filter(({ label }) => label !== '' && !names.has(label) && names.add(label))
  const checks = named.flatMap(({ label, guess }) => {
    const check = guess.exceptions > 0 ? undefined : columnKinds.find(({ name }) => name === guess.kind)?.check
    return check === undefined ? [] : [{ name: check, params: { column: label } }]
  })
  return {
    $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
    name: schemaName(source),
    title,
    description,
    version: '0.1.0',
    fields: named.map((inspected) => inferField(inspected, column(inspected.guess))),
    ...(checks.length > 0 && { custom_checks: checks }),
  }
}

function inferField(column: InspectedColumn, description: string): Record<string, unknown> {
  const { label, guess, examples, native } = column
  const isSure = guess.exceptions === 0 && !isMixed(column)
  const [example] = examples
  return {
    name: label,
    description,
    ...(example !== undefined && native?.error === undefined && { example }),
    type: isSure ? guess.type : 'string',
    ...(isSure && guess.format !== undefined && { format: guess.format }),
    ...(isSure && guess.options),
  }
}

/** A workbook's date or number is read as such whatever its text, and cells of text beside it are not. */
const isMixed = ({ native = {} }: InspectedColumn): boolean => (native.error ?? 0) > 0

function schemaName(source: string): string {
  const file = source === '-' ? '' : (source.split(/[\\/]/).at(-1) ?? '').replace(/(\.[a-z]{1,5})+$/i, '')
  const name = foldAccents(file)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return name === '' ? 'table' : name
}
