// What holds of every report, whatever was read.
import type { Diagnostic, Severity } from '../../src/core/diagnostic.js'
import type { Count, TableReport } from '../../src/core/reportTypes.js'

/** Known only when the table is whole, and told last. */
const TOLD_LAST = new Set(['row/foreign-key', 'file/truncated', 'file/no-rows'])

/** `report` lists the findings that were put aside too. Gives back what does not hold. */
export function brokenInvariants(report: TableReport, maxDiagnostics: number): string[] {
  const broken: string[] = []
  const hold = (name: string, holds: boolean, seen?: unknown): void => {
    if (!holds) broken.push(seen === undefined ? name : `${name} [${JSON.stringify(seen)}]`)
  }
  const { stats, counts, columns, diagnostics } = report
  const total = (severity: Severity): number => sum(counts.filter((count) => count.severity === severity))

  hold('errors are the sum of their counts', stats.errors === total('error'), [stats.errors, total('error')])
  hold('warnings are the sum of their counts', stats.warnings === total('warning'))
  hold('infos are the sum of their counts', stats.infos === total('info'))
  hold('valid means no error', report.valid === (stats.errors === 0) && (report.verdict === 'valid') === report.valid)
  for (const count of [...counts, ...(report.afterRenaming?.counts ?? [])]) {
    hold(
      'what is repairable is part of what is counted',
      count.count > 0 && count.repairable >= 0 && count.repairable <= count.count,
      count,
    )
  }
  const left = [...counts, ...(report.afterRenaming?.counts ?? [])].some(
    (count) => count.severity === 'error' && count.repairable < count.count,
  )
  hold('the verdict follows from what is repairable', report.verdict === (report.valid ? 'valid' : left ? 'invalid' : 'convertible'))

  const counted = columns.filter(({ nearMiss }) => nearMiss === undefined)
  hold('invalid cells are those of the columns', stats.invalidCells === counted.reduce((cells, { invalid }) => cells + invalid, 0))
  hold('repairable cells are invalid cells', stats.repairableCells >= 0 && stats.repairableCells <= stats.invalidCells)
  hold('invalid rows are rows', stats.invalidRows <= stats.rows)
  hold('a row is invalid only by an error', stats.invalidRows === 0 || stats.errors > 0)
  for (const { column, filled, invalid, groups = [] } of columns) {
    hold('cells of a column are rows', filled >= 0 && filled <= stats.rows && invalid <= stats.rows, [column, filled, invalid, stats.rows])
    const grouped = groups.reduce((cells, group) => cells + group.cells, 0)
    hold('groups hold the invalid cells', grouped === invalid, [column, grouped, invalid])
    for (const { values = [], cells } of groups) {
      hold('values are counted within their group', values.reduce((all, value) => all + value.cells, 0) <= cells, [column])
    }
  }

  holdPlaces(report, diagnostics, hold)
  if (maxDiagnostics > 0) hold('the list is no longer than asked', diagnostics.length <= maxDiagnostics)
  else hold('the list is whole when asked', !report.truncated)
  if (!report.truncated) holdWhole(report, diagnostics, hold)
  return broken
}

type Hold = (name: string, holds: boolean, seen?: unknown) => void
const sum = (counts: readonly Count[]): number => counts.reduce((all, { count }) => all + count, 0)
const placeOf = ({ code, row, rowEnd, line, column }: Diagnostic) => ({ code, row, rowEnd, line, column })

function holdPlaces({ stats, format, rowsNotChecked }: TableReport, diagnostics: readonly Diagnostic[], hold: Hold): void {
  const headerRow = format?.headerRow
  const lastRow = headerRow === undefined || rowsNotChecked === true ? Number.MAX_SAFE_INTEGER : headerRow + stats.rows
  let before: Diagnostic | undefined
  for (const diagnostic of diagnostics) {
    const { code, row, rowEnd, line, column } = diagnostic
    const seen = placeOf(diagnostic)
    // A workbook may end inside a row, or behind rows that hold nothing, which are then not given out.
    const last = code === 'file/truncated' ? LAST : lastRow
    hold('a row is one of the file', row === undefined || (row >= 1 && row <= last && (rowEnd ?? row) <= last), { ...seen, lastRow })
    hold('a range goes down', rowEnd === undefined || (row !== undefined && rowEnd >= row), seen)
    hold('a line is not before its row', line === undefined || (row !== undefined && line >= row), seen)
    const isCell = code.startsWith('cell/')
    const widest = isCell ? stats.columns : Number.MAX_SAFE_INTEGER
    hold('a column is one of the file', column === undefined || (column >= 1 && column <= widest), seen)
    hold('a finding on a cell has its row and column', !isCell || (row !== undefined && column !== undefined), seen)
    if (TOLD_LAST.has(code)) {
      before = diagnostic
      continue
    }
    if (before !== undefined) hold('findings are in order', !follows(before, diagnostic), [placeOf(before), seen])
    before = diagnostic
  }
}

const LAST = Number.MAX_SAFE_INTEGER

/** `before` should have come after. */
function follows(before: Diagnostic, { row = 0, column = LAST }: Diagnostic): boolean {
  const rowBefore = before.row ?? 0
  // A row in which a workbook ends may be given out.
  if (TOLD_LAST.has(before.code)) return before.code !== 'file/truncated' || rowBefore !== row
  return rowBefore > row || (rowBefore === row && row > 0 && (before.column ?? 0) > column)
}

/** Nothing was left out: the list says as much as the counts. */
function holdWhole({ counts, stats, format }: TableReport, diagnostics: readonly Diagnostic[], hold: Hold): void {
  const listed = new Map<string, number>()
  const ranges = new Set<string>()
  const invalidRows = new Set<number>()
  const ends = new Set<number>()
  for (const { code, row, rowEnd, severity } of diagnostics) {
    const rows = code === 'row/blank' && row !== undefined && rowEnd !== undefined ? rowEnd - row + 1 : 1
    if (rowEnd !== undefined && code !== 'row/blank') ranges.add(code)
    listed.set(code, (listed.get(code) ?? 0) + rows)
    if (severity !== 'error' || row === undefined || row <= (format?.headerRow ?? LAST)) continue
    // What is said of the file may name the row where it ends, which may be there or not.
    if (code.startsWith('file/')) {
      ends.add(row)
      continue
    }
    for (let each = row; each <= (rowEnd ?? row); each++) invalidRows.add(each)
  }
  for (const code of new Set(counts.map((count) => count.code))) {
    if (code === 'file/title-rows' || ranges.has(code)) continue
    const count = sum(counts.filter((one) => one.code === code))
    hold('the list says as much as the counts', listed.get(code) === count, [code, listed.get(code), count])
  }
  const most = new Set([...invalidRows, ...ends]).size
  hold('invalid rows are those with an error', [invalidRows.size, most].includes(stats.invalidRows), [invalidRows.size, stats.invalidRows])
}
