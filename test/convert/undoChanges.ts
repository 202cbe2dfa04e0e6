// Replays a list of changes backwards: the output's cells and the list alone give the input's cells.
import type { Change } from '../../src/core/change.js'

const LEFT_OUT: readonly string[] = ['titleRow', 'blankRow', 'totalRow', 'footnoteRow']

/** `A` is 1. */
const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

/** The cells of every row of the source, up to the empty ones at its end; those of columns that were not written are empty. */
export function undoChanges(output: readonly string[][], changes: readonly Change[]): string[][] {
  const [header = [], ...rows] = output
  const gone = goneColumns(changes)
  const sources = sourceColumns(header, changes, gone)
  const width = Math.max(...sources, ...gone)

  const undone = new Map<number, string[]>()
  const put = (row: number, column: number, text: string): void => {
    const cells = undone.get(row) ?? []
    while (cells.length < column) cells.push('')
    cells[column - 1] = text
    undone.set(row, cells)
  }
  const place = (row: number, cells: readonly string[]): void => {
    undone.set(row, [])
    cells.forEach((text, c) => {
      const column = c < sources.length ? sources[c]! : width + c - sources.length + 1
      if (column > 0) put(row, column, text)
    })
  }
  const leftOut = new Set(
    changes
      .filter(({ rule }) => LEFT_OUT.includes(rule))
      .flatMap(({ row, rowEnd = row }) => Array.from({ length: rowEnd - row + 1 }, (_, i) => row + i)),
  )
  let row = 0
  for (const cells of [header, ...rows]) {
    do row++
    while (leftOut.has(row))
    place(row, cells)
  }
  for (const change of changes) {
    if (change.rule === 'addedColumn' || change.rule === 'movedColumn' || change.column === undefined) continue
    put(change.row, change.column, change.before)
  }
  const last = Math.max(0, ...undone.keys(), ...leftOut)
  return Array.from({ length: last }, (_, r) => trimEnd(undone.get(r + 1) ?? []))
}

/** Columns of the source that were not written, from 1. */
const goneColumns = (changes: readonly Change[]): Set<number> =>
  new Set(changes.flatMap(({ rule, column = 0 }) => (rule === 'emptyColumn' || rule === 'droppedColumn' ? [column] : [])))

/** By column of the output: the source's, from 1; 0 for those that were added. */
function sourceColumns(header: readonly string[], changes: readonly Change[], gone: ReadonlySet<number>): number[] {
  const added = new Set(changes.filter(({ rule }) => rule === 'addedColumn').map(({ name }) => name))
  const moved = changes.filter(({ rule }) => rule === 'movedColumn')
  let next = 0
  return header.map((name, c) => {
    if (added.delete(name)) return 0
    const move = moved.find(({ after }) => columnNumber(after) === c + 1)
    if (moved.length > 0) return move === undefined ? c + 1 : columnNumber(move.before)
    do next++
    while (gone.has(next))
    return next
  })
}

export function trimEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '')
  return cells.slice(0, last + 1)
}
