// What concerns whole rows: blank ones, ragged ones, stray quotes, keys; and every count that no group of cells tells.
import type { Diagnostic } from '../../core/diagnostic.js'
import type { Count, TableReport } from '../../core/reportTypes.js'
import { columnLetters } from '../../messages/columnLetters.js'
import { faultWords } from './cellEntry.js'
import type { RaggedCode } from './raggedRows.js'
import { rowRanges, rowsIn } from './rowRanges.js'
import type { Entry, PlaceLine, TableView } from './section.js'

const SHOWN_PLACES = 3
const LISTED_RANGES = 8

/** Counts about rows or cells that the groups of the columns do not tell. */
export function rowCounts({ table }: TableView, counts: readonly Count[] = table.counts): Count[] {
  return counts.filter((found) => {
    const { code, field } = found
    if ((!code.startsWith('row/') && !code.startsWith('cell/')) || isSaidOfBlankRows(found, table)) return false
    return !table.columns.some((column) => column.field === field && column.groups?.some(({ codes }) => codes.includes(code)))
  })
}

/** One entry per code: the same fault on several fields is one thing to see to. */
export function rowEntries(counts: readonly Count[], view: TableView, because: (code: RaggedCode) => string[] = () => []): Entry[] {
  const byCode = new Map<Count['code'], number>()
  for (const { code, count } of counts) byCode.set(code, (byCode.get(code) ?? 0) + count)
  return [...byCode].map(([code, count]) => {
    const entry = rowEntry(code, count, view)
    if (code === 'row/extra-cell' || code === 'row/missing-cell') entry.sentences.push(...because(code))
    return entry
  })
}

/** What a check says of blank rows goes with them. */
function isSaidOfBlankRows({ code, count }: Count, { diagnostics }: TableReport): boolean {
  if (code === 'row/blank') return false
  const found = diagnostics.filter((d) => d.code === code)
  const blank = rowRanges(diagnostics.filter((d) => d.code === 'row/blank'))
  const isBlank = (row: number | undefined): boolean => row !== undefined && blank.some(([from, to]) => from <= row && row <= to)
  return findingsIn(found) >= count && found.every(({ row }) => isBlank(row))
}

/** How many rows these counts are about: a row may lack several cells. */
export function rowsConcerned(counts: readonly Count[], { diagnostics, truncated, samples, rest, stats }: TableReport): number {
  // Not all are listed: at most the rows of each code, and no more than there are.
  if (truncated || samples !== undefined || rest !== undefined) {
    const rows = counts.reduce((total, { rows = 0 }) => total + rows, 0)
    return Math.min(rows, stats.invalidRows)
  }
  const codes = new Set(counts.map(({ code }) => code))
  return rowsIn(rowRanges(diagnostics.filter(({ code }) => codes.has(code))))
}

function rowEntry(code: Count['code'], count: number, view: TableView): Entry {
  const found = view.table.diagnostics.filter((d) => d.code === code)
  const first = found[0]
  const words = faultWords(code, view)
  // What concerns the table as a whole has no row: its sentence says it all.
  if (first !== undefined && first.row === undefined) return { title: view.say(first), places: [], sentences: [] }
  const shown = found.filter(hasPlace).slice(0, SHOWN_PLACES)
  const ranges = rowRanges(found.filter((d) => !shown.includes(d)))
  const left = count - shown.length
  const sentences: string[] = []
  if (shown.length === 0) {
    sentences.push(view.messages.report.rows(ranges, view.table.truncated ? Math.max(0, count - findingsIn(found)) : 0))
  } else if (left > 0) {
    sentences.push(view.messages.report.others(left, rowsIn(ranges) === left && ranges.length <= LISTED_RANGES ? ranges : undefined))
  }
  const isSeparators = code === 'row/extra-cell' && found.every(({ cell }) => cell === '')
  const advice = isSeparators ? view.messages.report.trailingSeparators : words?.advice?.(first?.details ?? {})
  if (advice !== undefined) sentences.push(advice)
  return {
    title: words?.title(count, first?.details ?? {}) ?? (first === undefined ? code : view.say(first)),
    places: shown.map((d) => placeOf(d, view)),
    sentences,
  }
}

const findingsIn = (found: readonly Diagnostic[]): number => found.reduce((total, { row = 0, rowEnd = row }) => total + rowEnd - row + 1, 0)

/** Something to show beside the row's number. */
function hasPlace({ cell, details, row, line }: Diagnostic): boolean {
  return (
    row !== undefined &&
    ((cell !== undefined && cell !== '') ||
      details.firstRow !== undefined ||
      details.before !== undefined ||
      (line !== undefined && line !== row))
  )
}

function placeOf({ row = 0, line, column, cell, details }: Diagnostic, { messages }: TableView): PlaceLine {
  const words = messages.report
  const before = typeof details.before === 'string' && details.before !== '' ? `…${details.before}…` : undefined
  const place: PlaceLine = {
    address: column === undefined || cell === undefined ? words.row(row, line) : `${columnLetters(column)}${row}`,
    value: cell ?? before ?? '',
  }
  if (typeof details.firstRow !== 'number') return place
  const same = words.sameAsRow(details.firstRow)
  return place.value === '' ? { ...place, value: same } : { ...place, aside: same }
}
