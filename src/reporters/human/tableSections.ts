// What there is to do in a table, by who can do it.
import type { Count } from '../../core/reportTypes.js'
import { columnLetters } from '../../messages/columnLetters.js'
import type { Amount } from '../../messages/reportWords.js'
import { cellEntry } from './cellEntry.js'
import { emptyEntry, isEmptyHere } from './emptyEntry.js'
import { findings, headerEntries, isOfTable, renameEntry, settlingColumns } from './headerEntries.js'
import { joinAlike } from './joinAlike.js'
import { jsonSection } from './jsonSection.js'
import { type RaggedCode, raggedGroups } from './raggedRows.js'
import { type NameOfRow, rowNames } from './rowContext.js'
import { rowCounts, rowEntries, rowsConcerned } from './rowEntries.js'
import { rowRanges } from './rowRanges.js'
import { type Entry, NOTHING, type PlacedGroup, type Section, type TableView } from './section.js'
import { whoMends } from './whoMends.js'

/** From this many columns on, their empty cells are told together: most often a few rows lack everything. */
const EMPTY_COLUMNS = 4
/** A page of hundreds of columns is no longer read. */
const MAX_ENTRIES = 60

const countIn = (counts: readonly Count[]): number => counts.reduce((total, { count }) => total + count, 0)
const cellsIn = (groups: readonly PlacedGroup[]): number => groups.reduce((total, { group }) => total + group.cells, 0)

/** Faults of whole rows, by code; those that concern the table as a whole apart. */
function rowFaults(view: TableView): { rows: Count[]; table: Count[] } {
  const byCode = new Map<Count['code'], Count>()
  for (const found of rowCounts(view)) {
    if (found.severity !== 'error') continue
    const { count = 0, repairable = 0 } = byCode.get(found.code) ?? {}
    byCode.set(found.code, { ...found, count: count + found.count, repairable: repairable + found.repairable })
  }
  const faulty = [...byCode.values()]
  const ofTable = new Set(view.table.diagnostics.filter(({ row }) => row === undefined).map(({ code }) => code))
  return { rows: faulty.filter(({ code }) => !ofTable.has(code)), table: faulty.filter(({ code }) => ofTable.has(code)) }
}

const headerErrors = ({ table }: TableView): number =>
  countIn(table.counts.filter(({ code, severity }) => severity === 'error' && code.startsWith('header/')))

/** All there is to do in the table. */
export function amountToDo(view: TableView): Amount {
  const faults = rowFaults(view)
  return {
    cells: view.table.stats.invalidCells,
    columns: headerErrors(view) + faults.table.length,
    rows: rowsConcerned(faults.rows, view.table),
  }
}

export function tableSections(view: TableView): Section[] {
  const { table, messages } = view
  const words = messages.report
  const nameOfRow = rowNames(table, words)
  const placed = table.columns.flatMap((column) =>
    joinAlike((column.groups ?? []).map((group) => ({ column, group, mending: whoMends(group, column) }))),
  )
  const counted = placed.filter(({ column }) => column.nearMiss === undefined)
  const ragged = raggedGroups(counted, view)
  const told = new Set([...ragged['row/extra-cell'], ...ragged['row/missing-cell']])
  const having = (mending: PlacedGroup['mending']): PlacedGroup[] =>
    counted.filter((group) => group.mending === mending && !told.has(group))
  const propose = having('propose')
  const oneValue = having('oneValue')
  const restore = having('restore')
  const leaveOut = counted.filter(({ mending }) => mending === 'leaveOut')

  const faults = rowFaults(view)
  const mended = faults.rows.filter(({ count, repairable }) => repairable >= count)
  const toMend = faults.rows.filter((count) => !mended.includes(count))
  const because = (code: RaggedCode): string[] => {
    const groups = ragged[code]
    const letters = [...new Set(groups.map(({ column }) => columnLetters(column.column)))]
    return groups.length === 0 ? [] : [words.ragged(cellsIn(groups), letters, code === 'row/extra-cell')]
  }
  const phantoms = findings(view, 'header/phantom-columns', true)
  const rename = renameEntry(view)
  const renamed = rename?.places.length ?? 0
  const settling = settlingColumns(view)
  const isLeft = ({ code }: Count): boolean =>
    table.diagnostics.some(
      (d) => d.code === code && isOfTable(d) && !settling.some(({ field }) => Object.values(d.details).includes(field)),
    )
  const single = oneValue.length === 1 && oneValue[0]?.group.values?.length === 1
  const sections: Section[] = [
    { title: words.sections.rename, amount: words.amount({ ...NOTHING, columns: renamed }), entries: rename === undefined ? [] : [rename] },
    {
      title: words.sections.propose,
      amount: words.amount({ cells: cellsIn(propose) + cellsIn(leaveOut), columns: phantoms.length, rows: rowsConcerned(mended, table) }),
      entries: [
        ...phantoms.map((found) => ({ title: view.say(found), places: [], sentences: [] })),
        ...cellEntries(propose, nameOfRow, view),
        ...rowEntries(mended, view),
        ...(leaveOut.length === 0 ? [] : [leftOutEntry(leaveOut, view)]),
      ],
    },
    {
      title: single ? words.sections.oneValue : words.sections.fewValues,
      amount: words.amount({ ...NOTHING, cells: cellsIn(oneValue) }),
      entries: cellEntries(oneValue, nameOfRow, view),
    },
    {
      title: words.sections.restore,
      amount: words.amount({
        cells: cellsIn(restore) + cellsIn([...told]),
        columns: Math.max(0, headerErrors(view) + faults.table.length - renamed - phantoms.length),
        rows: rowsConcerned(toMend, table),
      }),
      entries: [
        ...headerEntries(view),
        ...rowEntries(faults.table.filter(isLeft), view),
        ...cellEntries(restore, nameOfRow, view),
        ...rowEntries(toMend, view, because),
      ],
    },
    afterRenaming(placed, nameOfRow, view),
    ...[jsonSection(view) ?? []].flat(),
  ]
  return sections
    .filter(({ entries }) => entries.length > 0)
    .map((section) => {
      const left = section.entries.length - MAX_ENTRIES
      if (left <= 0) return section
      const more = { title: words.others(left, undefined), places: [], sentences: [] }
      return { ...section, entries: [...section.entries.slice(0, MAX_ENTRIES), more] }
    })
}

/** The rows themselves are told with what is for information. */
function leftOutEntry(groups: readonly PlacedGroup[], { table, messages }: TableView): Entry {
  const rows = rowRanges(table.diagnostics.filter(({ code }) => code === 'row/total' || code === 'row/footnote'))
  return {
    title: messages.report.leftOut(cellsIn(groups)),
    places: [],
    sentences: rows.length === 0 ? [] : [messages.report.rows(rows, 0)],
  }
}

function cellEntries(groups: readonly PlacedGroup[], nameOfRow: NameOfRow, view: TableView): Entry[] {
  const empty = groups.filter(({ group, column }) => isEmptyHere(group, column))
  const together = empty.length >= EMPTY_COLUMNS
  const alone = together ? groups.filter((placed) => !empty.includes(placed)) : groups
  const entries = alone.map(({ group, column, mending }) => cellEntry(group, column, mending, nameOfRow, view))
  return together ? [emptyEntry(empty, view), ...entries] : entries
}

/** Told apart, counted nowhere: the columns whose label is nearly right. */
function afterRenaming(placed: readonly PlacedGroup[], nameOfRow: NameOfRow, view: TableView): Section {
  const words = view.messages.report
  const { errors = 0, counts = [], diagnostics = [] } = view.table.afterRenaming ?? {}
  const later: TableView = { ...view, table: { ...view.table, diagnostics } }
  const near = placed.filter(({ column }) => column.nearMiss !== undefined)
  return {
    title: words.sections.afterRenaming,
    amount: words.notCounted(errors),
    entries: [...cellEntries(near, nameOfRow, later), ...rowEntries(rowCounts(view, counts), later)],
  }
}
