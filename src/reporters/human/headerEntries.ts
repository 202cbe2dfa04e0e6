// What is wrong with the header: names to correct, columns to add.
import type { Diagnostic } from '../../core/diagnostic.js'
import { columnLetters } from '../../messages/columnLetters.js'
import { shorten } from '../../messages/visible.js'
import type { Entry, PlaceLine, TableView } from './section.js'

const NAME_WIDTH = 60
const MAX_NAMES = 40

export const nameOf = ({ field, label }: Diagnostic): string => shorten(field ?? label ?? '', NAME_WIDTH)

/** Findings of a code that are errors, or that are not. */
export function findings({ table }: TableView, code: Diagnostic['code'], errors: boolean): Diagnostic[] {
  return table.diagnostics.filter((d) => d.code === code && (d.severity === 'error') === errors)
}

/** Columns to rename: required ones whose name is nearly right, and optional ones that a check misses. */
export function renameEntry(view: TableView): Entry | undefined {
  const near = [...neededColumns(view).filter(isNearMiss), ...settlingColumns(view)].sort((a, b) => columnOf(a) - columnOf(b))
  if (near.length === 0) return undefined
  return { title: view.messages.report.renameTitle(near.length), places: near.map((d) => renaming(d, view)), sentences: [] }
}

/** Optional columns whose name is nearly right, and whose right name settles a fault of the table as a whole. */
export function settlingColumns(view: TableView): Diagnostic[] {
  const near = findings(view, 'header/missing-column', false).filter(isNearMiss)
  const faults = near.length === 0 ? [] : view.table.diagnostics.filter(isOfTable)
  return near.filter(({ field }) => faults.some(({ details }) => Object.values(details).includes(field)))
}

/** A fault of the rows that is one of the table as a whole: none of the columns that they need is there. */
export const isOfTable = ({ code, row, severity }: Diagnostic): boolean =>
  row === undefined && severity === 'error' && code.startsWith('row/')

const columnOf = ({ details }: Diagnostic): number => Number(details.nearMissColumn ?? 0)

function neededColumns(view: TableView): Diagnostic[] {
  return [...findings(view, 'header/missing-label', true), ...findings(view, 'header/missing-column', true)]
}

export const isNearMiss = ({ details }: Diagnostic): boolean => details.nearMiss !== undefined

function renaming(diagnostic: Diagnostic, { table, messages }: TableView): PlaceLine {
  const { nearMiss, nearMissColumn, proof } = diagnostic.details
  const letters = nearMissColumn === undefined ? '' : columnLetters(Number(nearMissColumn))
  const aside = messages.report.proof(String(proof ?? ''))
  return {
    address: `${letters}${table.format?.headerRow ?? 1}`,
    value: String(nearMiss),
    put: nameOf(diagnostic),
    ...(aside === '' ? {} : { aside }),
  }
}

/** The other faults of the header; each of them is one column to see to. */
export function headerEntries(view: TableView): Entry[] {
  const words = view.messages.report
  const missing = neededColumns(view).filter((d) => !isNearMiss(d))
  const entries: Entry[] = []
  if (missing.length > 0) {
    const { title, todo } = words.missingColumns(missing.slice(0, MAX_NAMES).map(nameOf), Math.max(0, missing.length - MAX_NAMES))
    entries.push({ title, places: [], sentences: [todo] })
  }
  for (const code of [
    'header/blank-label',
    'header/duplicate-label',
    'header/check-column',
    'header/extra-column',
    'header/order',
  ] as const) {
    for (const found of findings(view, code, true)) entries.push({ title: view.say(found), places: [], sentences: [] })
  }
  return entries
}
