// What holds of every conversion, whatever the file.
import { expect } from 'vitest'
import { type LoadedSchema, type TableReport, validate } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'
import { readTable } from '../formats/readTable.js'
import { type Converted, convertText, type Wishes } from './convertText.js'
import { trimEnd, undoChanges } from './undoChanges.js'

/** What a conversion alone says of its output, most of it findings of the reader that a well-formed file no longer shows. */
const CARRIED: readonly string[] = ['row/encoding', 'row/unclosed-quote', 'row/control-character', 'file/truncated', 'cell/formula']

export async function expectSound(
  content: Uint8Array | string,
  schema: LoadedSchema,
  wishes: Wishes = {},
  name = 'table.csv',
): Promise<Converted> {
  const converted = await convertText(content, schema, wishes, name)
  const { conversion, bytes, changes } = converted
  const { remaining } = conversion
  if (remaining === undefined) return converted

  const { format: _format, headerRow: _headerRow, ...same } = wishes
  const checked = await validate(memorySource(bytes, 'table.csv'), {
    schema,
    ...(wishes.maxDiagnostics === undefined ? {} : { maxDiagnostics: wishes.maxDiagnostics }),
  })
  const carried = remaining.counts.some(({ code }) => CARRIED.includes(code))
  expect(essence(remaining, carried)).toEqual(essence(checked, carried))

  const again = await convertText(bytes, schema, same)
  expect(again.text).toBe(converted.text)
  if (wishes.dropExtra !== true) expect(again.changes).toEqual([])

  // Workbooks have no text to compare their cells with.
  if (converted.table.format?.name !== 'csv') return converted
  const format = { ...(wishes.format ?? {}), ...(await encodingOf(converted.table)) }
  const input = await readTable(memorySource(content, name), format)
  const output = await readTable(memorySource(bytes, name), { encoding: 'utf-8', delimiter: ',' })
  const width = output.rows[0]?.length ?? 0
  if (wishes.dropExtra !== true && width > 0) {
    expect(dropBlankEnd(undoChanges(output.rows, changes))).toEqual(dropBlankEnd(byNumber(input.rows, input.rowNumbers).map(trimEnd)))
  }
  return converted
}

const encodingOf = async ({ format }: TableReport) => (format?.encoding === undefined ? {} : { encoding: format.encoding })

function byNumber(rows: readonly string[][], numbers: readonly number[]): string[][] {
  const last = Math.max(0, ...numbers)
  const cells = new Map(rows.map((row, i) => [numbers[i]!, row]))
  return Array.from({ length: last }, (_, i) => cells.get(i + 1) ?? [])
}

function dropBlankEnd(rows: readonly string[][]): string[][] {
  const last = rows.findLastIndex((cells) => cells.length > 0)
  return rows.slice(0, last + 1)
}

/** What two reports on the same table have in common when one of them was made before it was written. */
function essence({ verdict, stats, columns, counts, diagnostics, afterRenaming }: TableReport, carried: boolean) {
  const isOwn = ({ code }: { code: string }): boolean => !CARRIED.includes(code)
  const own = counts.filter(isOwn)
  const { bytes: _bytes, errors: _errors, infos: _infos, invalidRows: _invalidRows, ...figures } = stats
  return {
    ...(carried ? {} : { verdict, errors: stats.errors, invalidRows: stats.invalidRows }),
    figures,
    columns,
    counts: own,
    diagnostics: diagnostics.filter(isOwn).map(({ line: _line, ...diagnostic }) => diagnostic),
    afterRenaming: afterRenaming?.counts,
  }
}
