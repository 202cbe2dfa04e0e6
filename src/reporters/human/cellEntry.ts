// A group of invalid cells of one column, as the reader sees it: what is wrong, the first places, what has to stand there.
import type { Code, Details, Diagnostic } from '../../core/diagnostic.js'
import type { CellGroup, ColumnReport } from '../../core/reportTypes.js'
import { columnLetters } from '../../messages/columnLetters.js'
import { kindOf } from '../../messages/kindOf.js'
import type { FaultWords, RepairWords } from '../../messages/messages.js'
import type { Ranges } from '../../messages/reportWords.js'
import { shorten } from '../../messages/visible.js'
import { mainCode } from './mainCode.js'
import type { NameOfRow } from './rowContext.js'
import { rowRanges, rowsIn } from './rowRanges.js'
import type { Entry, PlaceLine, TableView } from './section.js'
import { fillsColumn, isUnsettled, type Mending } from './whoMends.js'

const LABEL_WIDTH = 60
const SHOWN_PLACES = 3
/** Rows that are listed one by one after the places shown. */
const LISTED_ROWS = 10
/** Distinct values up to which a group is told value by value. */
const LISTED_VALUES = 6

function columnName({ column, label, field }: ColumnReport, { messages }: TableView): string {
  const name = field === undefined || field === label ? undefined : shorten(field, LABEL_WIDTH)
  return messages.report.column(columnLetters(column), shorten(label, LABEL_WIDTH), name)
}

export function cellEntry(group: CellGroup, column: ColumnReport, mending: Mending, nameOfRow: NameOfRow, view: TableView): Entry {
  const words = view.messages.report
  const places = placesOf(group, column, mending, nameOfRow, view)
  const left = group.cells - places.reduce((total, { cells }) => total + cells, 0)
  const sentences = left > 0 && places.length > 0 ? [words.others(left, leftRows(group, column, places, left, view))] : []
  const isPart = left === 0 && !fillsColumn(group, column)
  const alike = isPart && mending !== 'propose' && places.some(({ cells }) => cells > 1) ? allRows(group, column, view) : []
  if (alike.length > 0) sentences.push(words.rows(alike, 0))
  return {
    title: words.titled(columnName(column, view), title(group, column, mending, view)),
    places,
    sentences: [...sentences, ...explain(group, mending, view)],
  }
}

function title(group: CellGroup, column: ColumnReport, mending: Mending, view: TableView): string {
  const words = view.messages.report
  if (group.codes.includes('cell/required') && group.repair === undefined) {
    return column.filled === 0 ? words.emptyEverywhere(group.cells) : words.emptySomewhere(group.cells)
  }
  if (isUnsettled(group) && group.assumption !== undefined) return words.unsettledTitle(group.cells, group.assumption.name)
  const code = mainCode(group)
  const named =
    repairWords(group, view)?.did(group.cells, kindOf(group.codes, group.details), group.examples[0]?.cell ?? '') ??
    faultWords(code, view)?.title(group.cells, group.details[code] ?? {}) ??
    words.cells(group.cells)
  if (mending !== 'oneValue') return named
  if (group.values?.length === 1) return (fillsColumn(group, column) ? words.sameEverywhere : words.sameEachTime)(named)
  return words.fewValues(named, group.values?.length ?? 0)
}

interface CountedPlace extends PlaceLine {
  row: number | undefined
  cells: number
}

function placesOf(group: CellGroup, column: ColumnReport, mending: Mending, nameOfRow: NameOfRow, view: TableView): CountedPlace[] {
  const { values = [], examples } = group
  if (group.codes.includes('cell/required') && column.filled === 0) return []
  const repeated = values.length > 0 && values.length <= LISTED_VALUES && values.some(({ cells }) => cells > 1) && values[0]?.value !== ''
  if (repeated && (mending !== 'propose' || values.length <= SHOWN_PLACES)) {
    return values.map(({ value, cells, suggestion }) => {
      const row =
        examples.find(({ cell }) => cell === value)?.row ?? diagnosticsOf(group, column, view).find(({ cell }) => cell === value)?.row
      return place({ row, cell: value, suggestion, cells }, group, column, mending, undefined, view)
    })
  }
  return examples.slice(0, SHOWN_PLACES).map(({ row, cell, suggestion }) => {
    const name = mending === 'restore' ? nameOfRow(row, column.column) : undefined
    return place({ row, cell, suggestion, cells: 1 }, group, column, mending, name, view)
  })
}

interface Shown {
  row: number | undefined
  cell: string
  suggestion: string | undefined
  cells: number
}

function place(
  { row, cell, suggestion, cells }: Shown,
  group: CellGroup,
  column: ColumnReport,
  mending: Mending,
  name: string | undefined,
  view: TableView,
): CountedPlace {
  const words = view.messages.report
  const letters = columnLetters(column.column)
  const line: CountedPlace = {
    row,
    cells,
    address: row === undefined ? letters : `${letters}${row}`,
    value: cell === '' ? words.emptyCell : cell,
  }
  const put = mending === 'propose' ? suggestion : mending === 'oneValue' ? valueToPut(group, column, view) : undefined
  if (put !== undefined) line.put = put === '' ? words.emptyCell : put
  const first = group.codes.includes('cell/unique') ? firstRow(row, column, view) : undefined
  const aside = first !== undefined ? words.sameAsRow(first) : cells > 1 && cells < group.cells ? words.cells(cells) : name
  if (aside !== undefined) line.aside = aside
  return line
}

function valueToPut(group: CellGroup, { label, field }: ColumnReport, { messages }: TableView): string | undefined {
  if (group.values?.length !== 1) return undefined
  return messages.report.valueToPut(kindOf(group.codes, group.details), messages.report.namesPublisher(field ?? label))
}

function firstRow(row: number | undefined, { column }: ColumnReport, { table }: TableView): number | undefined {
  const found = table.diagnostics.find((d) => d.code === 'cell/unique' && d.row === row && d.column === column)?.details.firstRow
  return typeof found === 'number' ? found : undefined
}

/** The sentences after the places: why, what is needed, what makes it sure. */
function explain(group: CellGroup, mending: Mending, view: TableView): string[] {
  const words = view.messages.report
  const { assumption } = group
  const repair = repairWords(group, view)
  const sample = group.examples[0]?.cell ?? ''
  const kind = kindOf(group.codes, group.details)
  if (mending === 'propose') {
    const sure =
      assumption === undefined || !assumption.settled || assumption.proofs === 0 ? [] : [words.settled(assumption.name, assumption.proofs)]
    const why = repair === undefined ? [] : [repair.why(sample, kind, group.cells)]
    const read =
      group.written === true ? group.codes.flatMap((code) => faultWords(code, view)?.advice?.(group.details[code] ?? {}) ?? []) : []
    return [...read, ...(sure.length > 0 ? sure : why), ...(group.certainty === 'verified' ? [words.verified] : [])]
  }
  const sentences: string[] = []
  if (isUnsettled(group) && assumption !== undefined) {
    sentences.push(words.unsettled(assumption.name, assumption.proofs, assumption.contradictions))
  } else if (repair !== undefined) sentences.push(repair.why(sample, kind, group.cells))
  // A damaged number, or one to look up, is wanted back as it was: its form is known.
  const known = kind === 'siret' || kind === 'siren' || kind === 'rna'
  const expected =
    known && (group.certainty === 'impossible' || (mending === 'oneValue' && group.values?.length === 1)) ? [] : expectations(group, view)
  if (expected.length > 0) sentences.push(words.needed(expected))
  for (const code of group.codes) {
    const advice = faultWords(code, view)?.advice?.(group.details[code] ?? {})
    // Looking a number up is for numbers that are wrong; damaged ones are in the original file.
    if (advice !== undefined && group.certainty === undefined) sentences.push(advice)
    for (const field of absentColumns(code, group.details[code], view)) sentences.push(words.absentColumn(field))
  }
  return sentences
}

function expectations(group: CellGroup, view: TableView): string[] {
  const identifier = group.codes.some((code) => code === 'row/french-siret-value' || code === 'row/french-siren-value')
  const codes = group.codes.filter((code) => !(identifier && code === 'cell/pattern'))
  return [...new Set(codes.flatMap((code) => faultWords(code, view)?.expected?.(group.details[code] ?? {}) ?? []))]
}

/** Columns that a check across columns names and the file does not have. */
function absentColumns(code: Code, details: Details | undefined, { table }: TableView): string[] {
  if (!code.startsWith('row/')) return []
  return [details?.column1, details?.column2].flatMap((name) =>
    typeof name === 'string' && !table.columns.some(({ field }) => field === name) ? [shorten(name, LABEL_WIDTH)] : [],
  )
}

function leftRows(group: CellGroup, column: ColumnReport, places: readonly CountedPlace[], left: number, view: TableView) {
  if (left > LISTED_ROWS) return undefined
  const shown = new Set(places.map(({ row }) => row))
  const ranges = rowRanges(diagnosticsOf(group, column, view).filter(({ row }) => !shown.has(row)))
  return rowsIn(ranges) === left ? ranges : undefined
}

/** Of a group that is told value by value; none where they are too many, or not all listed. */
function allRows(group: CellGroup, column: ColumnReport, view: TableView): Ranges {
  const ranges = group.cells > LISTED_ROWS ? [] : rowRanges(diagnosticsOf(group, column, view))
  return rowsIn(ranges) === group.cells ? ranges : []
}

export function diagnosticsOf(group: CellGroup, { column, nearMiss }: ColumnReport, { table }: TableView): Diagnostic[] {
  const listed = nearMiss === undefined ? table.diagnostics : (table.afterRenaming?.diagnostics ?? [])
  // What waits for a proof is not said of the single cell.
  const said = isUnsettled(group) ? undefined : group.repair
  return listed.filter((d) => d.column === column && d.repair === said && group.codes.includes(d.code))
}

function repairWords({ repair }: CellGroup, { messages }: TableView): RepairWords | undefined {
  const known: Readonly<Record<string, RepairWords>> = messages.repairs
  return repair === undefined ? undefined : known[repair]
}

export function faultWords(code: Code, { messages }: TableView): FaultWords | undefined {
  const known: Readonly<Record<string, FaultWords>> = messages.faults
  return known[code]
}
