// Wires a schema, a header and the registries into the layout of a table.

import type { BoundRowCheck } from './core/boundRowCheck.js'
import type { ColumnRepair } from './core/cellGroup.js'
import type { CellCheck, RowCheck } from './core/check.js'
import { Column } from './core/compileColumn.js'
import { type CompiledField, compileField } from './core/compileField.js'
import type { TableLayout } from './core/compileTable.js'
import type { Details } from './core/diagnostic.js'
import { compileExpectedText } from './core/expectedText.js'
import type { FieldType } from './core/fieldType.js'
import type { HeaderMatch } from './core/headerMatch.js'
import type { ReferencedKeys } from './core/keyCollector.js'
import type { BoundCellCheck } from './core/numberedChecks.js'
import type { Repair } from './core/repair.js'
import type { Recorder } from './core/report.js'
import type { CheckCall, Field, Schema } from './core/schema.js'
import { compileKeys } from './core/tableKeys.js'
import { besideData } from './structure/besideData.js'

export interface Registries {
  fieldTypes: Readonly<Record<string, FieldType>>
  cellChecks: Readonly<Record<string, CellCheck>>
  rowChecks: Readonly<Record<string, RowCheck>>
  repairs: Readonly<Record<string, Repair>>
}

/** Loads what the schema's types and checks need beyond this bundle. Nothing awaits once the rows are read. */
export async function prepare(schema: Schema, { fieldTypes, cellChecks }: Registries): Promise<void> {
  await Promise.all([
    ...schema.fields.map((field) => fieldTypes[field.type]?.prepare?.(field)),
    ...schema.checks.map(({ name }) => cellChecks[name]?.prepare?.()),
  ])
}

export interface LaidTable {
  layout: TableLayout
  columns: readonly Column[]
  /** What of the schema could not be understood, field by field. */
  faults: CompiledField['faults']
}

/**
 * Binds every declared field to its column. Checks and keys see a column only when its label is the schema's: a near miss is checked,
 * but what it would change is told apart.
 */
export function layTable(
  schema: Schema,
  header: HeaderMatch,
  registries: Registries,
  recorder: Recorder,
  referencedKeys?: ReferencedKeys,
): LaidTable {
  const faults: CompiledField['faults'] = []
  const columns = header.columns.map(({ column, label, field, proof }) => {
    const declared = field === undefined ? undefined : schema.fields[field]
    const base = { index: column, label, provisional: isNearMiss(proof), columns: header.columns.length }
    if (declared === undefined) return new Column({ ...base, checks: [], repairs: () => [] }, recorder)
    const { compiled, checks, repairs } = compileOnce(schema.checks, declared, registries)
    faults.push(...compiled.faults)
    return new Column({ ...base, compiled, checks, repairs }, recorder)
  })
  const columnOf = (name: string, nearMisses: boolean): Column | undefined => {
    const field = schema.fields.findIndex((candidate) => candidate.name === name)
    const column = field < 0 ? undefined : columns[header.columnOf[field]!]
    return column === undefined || (column.provisional && !nearMisses) ? undefined : column
  }
  const checks = bindRowChecks(schema.checks, registries.rowChecks, columnOf, recorder)
  const all = (names: readonly string[]): Column[] => {
    const found = names.flatMap((name) => columnOf(name, false) ?? [])
    return found.length === names.length ? found : []
  }
  const keys = compileKeys({
    unique: schema.fields.filter(({ constraints }) => constraints.unique === true).flatMap(({ name }) => columnOf(name, false) ?? []),
    primaryKey: all(schema.primaryKey),
    uniqueKeys: schema.uniqueKeys.map(all).filter((key) => key.length > 0),
    foreignKeys: schema.foreignKeys
      .filter(({ resource }) => resource === '')
      .map(({ fields, referenced }) => ({ from: all(fields), to: all(referenced) }))
      .filter(({ from, to }) => from.length > 0 && to.length > 0),
    outerKeys: schema.foreignKeys.flatMap((key) => {
      const { fields, resource, referenced } = key
      const known = resource === '' ? undefined : referencedKeys?.(key)
      const from = all(fields)
      return known === undefined || from.length === 0 ? [] : [{ from, known, resource, referenced }]
    }),
  })
  return { layout: { width: columns.length, columns, checks, keys, besideData }, columns, faults }
}

/** A field with all that the schema asks of its cells. */
interface CheckedField {
  compiled: CompiledField
  checks: readonly BoundCellCheck[]
  /** Compiled where there is something to mend. */
  repairs(): readonly ColumnRepair[]
}

/** By the checks of a schema, then by its fields: what is compiled holds for every table. */
const compiledOnce = new WeakMap<Registries, WeakMap<readonly CheckCall[], WeakMap<Field, CheckedField>>>()

/** A third of what a small file takes, and half of what V8 compiles for many: `bench/manyFiles.mjs`. */
function compileOnce(calls: readonly CheckCall[], field: Field, registries: Registries): CheckedField {
  const bySchema = entry(compiledOnce, registries, () => new WeakMap())
  const byField = entry(bySchema, calls, () => new WeakMap())
  return entry(byField, field, () => compileChecked(calls, field, registries))
}

function entry<K extends WeakKey, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

function compileChecked(allCalls: readonly CheckCall[], field: Field, registries: Registries): CheckedField {
  const compiled = compileField(field, registries.fieldTypes)
  const calls = cellCheckCalls(allCalls, field.name, registries.cellChecks)
  const checks = calls.map(
    ([name, check, call]): BoundCellCheck => ({
      code: `row/${name}`,
      check: check.compile(call.params, field),
      ...(check.codes === undefined ? {} : { codes: check.codes }),
    }),
  )
  const names = calls.map(([name]) => name)
  let repairs: readonly ColumnRepair[] | undefined
  return {
    compiled,
    checks: [...checks, ...expectation(field, checks)],
    repairs() {
      repairs ??= compileRepairs(compiled, names, registries.repairs)
      return repairs
    },
  }
}

function expectation({ expected }: Field, checks: readonly BoundCellCheck[]): BoundCellCheck[] {
  if (expected === undefined) return []
  const canonicals = checks.flatMap(({ check }) => check.canonical?.bind(check) ?? [])
  return [{ code: 'cell/expected', check: compileExpectedText(expected, canonicals) }]
}

const isNearMiss = (proof: string | undefined): boolean => proof !== undefined && proof !== 'exact' && proof !== 'ignored-case'

function cellCheckCalls(calls: readonly CheckCall[], field: string, registry: Registries['cellChecks']): [string, CellCheck, CheckCall][] {
  return calls.flatMap((call): [string, CellCheck, CheckCall][] => {
    const check = registry[call.name]
    return check !== undefined && call.params.column === field ? [[call.name, check, call]] : []
  })
}

function compileRepairs({ field }: CompiledField, checks: readonly string[], registry: Registries['repairs']): ColumnRepair[] {
  return Object.entries(registry).flatMap(([name, repair]): ColumnRepair[] => {
    const compiled = repair.compile(field, checks)
    return compiled === undefined ? [] : [{ name, certainty: repair.certainty, compiled }]
  })
}

function bindRowChecks(
  calls: readonly CheckCall[],
  registry: Registries['rowChecks'],
  columnOf: (name: string, nearMisses: boolean) => Column | undefined,
  recorder: Recorder,
): BoundRowCheck[] {
  const bound: BoundRowCheck[] = []
  for (const { name, params } of calls) {
    const check = registry[name]
    const fields = check?.fields(params)
    const code = `row/${name}` as const
    if (check === undefined || fields === undefined || recorder.effect(code) === undefined) continue
    const exact = fields.map((field) => columnOf(field, false))
    const near = fields.map((field) => columnOf(field, true))
    const compiled = check.compile(
      params,
      exact.map((column) => column?.checked),
    )
    const { absent } = compiled
    if (absent !== undefined) recorder.add('header/check-column', {}, () => ({ check: name, fields: [...new Set(fields)], absent }))
    if (compiled.table !== undefined) {
      const details: Details = compiled.table
      recorder.add(code, {}, () => details)
    }
    if (compiled.row !== undefined) bound.push({ code, columns: exact, row: compiled.row, provisional: false })
    if (near.every((column, i) => column === exact[i])) continue
    const { row } = check.compile(
      params,
      near.map((column) => column?.checked),
    )
    if (row !== undefined) bound.push({ code, columns: near, row, provisional: true })
  }
  return bound
}
