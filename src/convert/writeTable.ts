// Pass 2: the columns of the output, then its rows, checked as they are written.
import type { Batch } from '../core/batch.js'
import type { EarlyFinding } from '../core/compileTable.js'
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import type { Conversion } from '../core/reportTypes.js'
import type { FoundTable } from '../validate.js'
import type { LoadedSchema, ValidateOptions } from '../validateOptions.js'
import { writers } from '../writers/index.js'
import type { AcceptedEvidence } from './acceptedEvidence.js'
import { ChangeLedger, NO_COLUMN } from './changeLedger.js'
import { ColumnWork } from './columnWork.js'
import { ContentGuesses } from './contentGuesses.js'
import type { ConvertOptions } from './convertOptions.js'
import { FormulaCells } from './formulaCells.js'
import { openOutputTable } from './outputTable.js'
import { type ColumnPlan, planColumns } from './planColumns.js'
import { RowConverter } from './rowConverter.js'

/** Throws `ScdlError('unknown-field')` for a field that the user names and the schema does not have. */
export function checkWishes({ schema, set = {}, lookups = {}, mapping }: ConvertOptions): void {
  const known = schema.schema.fields.map(({ name }) => name)
  const named = [...Object.keys(set), ...Object.keys(lookups), ...(mapping?.values() ?? [])]
  const field = named.find((name) => name !== '' && !known.includes(name))
  if (field !== undefined) throw new ScdlError('unknown-field', { field, nearest: nearest(field, known), known })
}

/** `reading`: the options of the first pass. */
export async function writeTable(
  sourceName: string,
  found: FoundTable,
  evidence: AcceptedEvidence,
  options: ConvertOptions,
  reading: ValidateOptions,
): Promise<Conversion> {
  const { schema } = options.schema
  const { header, headerRow, labels, sheet } = found
  const plan = planColumns({
    schema,
    header,
    headerRow,
    labels,
    filled: found.filled,
    given: new Set([...Object.keys(options.set ?? {}), ...Object.keys(options.lookups ?? {})]),
    acceptGuesses: options.acceptGuesses ?? false,
    dropExtra: options.dropExtra ?? false,
  })
  const output = openOutputTable(
    plan.columns.map(({ name }) => name),
    reading,
  )
  const works = plan.columns.map((column, place) => {
    const source = column.source < 0 || column.field === undefined ? undefined : found.columns?.[column.source]
    return new ColumnWork({
      output: column,
      source,
      target: output.columns[place]!,
      repair: options.repair ?? 'verified',
      trusts: (assumption) => source === undefined || evidence.trusts(source, assumption),
      rereadings: source === undefined || options.repair === 'none' ? [] : evidence.rereadings(source),
      trustsFirstPass: Object.keys(options.rules ?? {}).length === 0,
    })
  })
  giveFillers(works, plan, found, options)

  const ledger = new ChangeLedger(options.onChanges)
  for (const { column, change } of plan.changes) ledger.add(column, change.rule, () => change)
  const { firstSheet } = found
  if (firstSheet !== undefined) {
    ledger.add(NO_COLUMN, 'otherSheet', () => ({
      row: headerRow,
      name: '',
      before: firstSheet,
      after: sheet.name,
      rule: 'otherSheet',
      certainty: 'lossless',
    }))
  }
  const guesses = new ContentGuesses(schema, plan, header)
  const { checks, besideData } = output
  const converter = new RowConverter({
    columns: works,
    width: labels.length,
    labels,
    headerRow,
    checks,
    besideData,
    ledger,
    carry: output.carry,
  })

  const formulas = (options.to ?? 'csv') === 'csv' ? new FormulaCells(plan.columns, output.carry) : undefined

  async function* rows(): AsyncGenerator<Batch> {
    const early: EarlyFinding[] = []
    for await (const batch of sheet.batches((code, place, details) => early.push({ code, place, details }))) {
      guesses.hear(batch, headerRow)
      const written = converter.convert(batch, early)
      await ledger.flush()
      if (written.rows === 0) continue
      formulas?.hear(written)
      output.table.read(written, 0)
      yield written
    }
    converter.finish(early)
  }

  let bytes = 0
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      yield chunk
    }
  }

  if (options.output === undefined) for await (const _ of rows());
  else {
    const written = plan.columns.map(({ name }, place) => ({ name, ...compiledOf(output.columns[place]?.compiled) }))
    const context = { platform: options.platform ?? {}, name: tableName(options.schema) }
    await options.output(counted(writers[options.to ?? 'csv'].write(written, rows(), context)))
  }
  await ledger.flush()
  return {
    rows: converter.rows,
    ...sheetsOf(converter.rows, options.output === undefined ? undefined : writers[options.to ?? 'csv'].rowsPerSheet),
    cells: ledger.cells,
    changes: ledger.groups(),
    doubts: works.flatMap(({ doubts }) => [...doubts.values()]),
    guesses: [...plan.guesses, ...guesses.found()],
    contested: plan.contested,
    remaining: output.report(options.outputName ?? sourceName, bytes),
  }
}

function sheetsOf(rows: number, perSheet: number | undefined): Pick<Conversion, 'sheets'> {
  return perSheet === undefined || rows <= perSheet ? {} : { sheets: { count: Math.ceil(rows / perSheet), rows: perSheet } }
}

/** `subventions` for `scdl/subventions`. */
const tableName = ({ facts, schema }: LoadedSchema): string => facts.name.match(/([^/\\]+?)(?:\.json)?$/)?.[1] ?? schema.name ?? ''

const compiledOf = <T>(compiled: T | undefined): { compiled?: T } => (compiled === undefined ? {} : { compiled })

/** Throws `ScdlError`: a value that its own field refuses, a key column that the source does not have. */
function giveFillers(
  works: readonly ColumnWork[],
  plan: ColumnPlan,
  { header }: FoundTable,
  { set = {}, lookups = {} }: ConvertOptions,
): void {
  plan.columns.forEach(({ name, field }, place) => {
    if (field === undefined) return
    const work = works[place]!
    const text = Object.hasOwn(set, name) ? set[name]! : undefined
    const value = text === undefined ? undefined : work.settle(text)
    if (text !== undefined && value === undefined) throw new ScdlError('value-refused', { field: name, value: text })
    const lookup = Object.hasOwn(lookups, name) ? lookups[name]! : undefined
    if (value === undefined && lookup === undefined) return
    work.filler = {
      ...(value === undefined ? {} : { value }),
      ...(lookup === undefined ? {} : { lookup: { keyColumn: keyColumnOf(lookup.key), find: lookup.find } }),
    }
  })

  function keyColumnOf(key: string): number {
    const found = header.columns.find(({ label }) => label === key)?.column ?? plan.columns.find(({ name }) => name === key)?.source ?? -1
    if (found >= 0) return found
    const known = header.columns.map(({ label }) => label)
    throw new ScdlError('unknown-column', { column: key, nearest: nearest(key, known), known })
  }
}
