// Rows as JSON objects with typed values, in the order of the columns.
import type { Batch } from '../core/batch.js'
import type { CompiledField } from '../core/compileField.js'
import type { WrittenColumn } from '../core/writer.js'
import { distinctNames } from './distinctNames.js'

/** A number of JSON, whose digits are then written as they stand. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/

const decoder = new TextDecoder()

/** The text of one object per row. Cells beyond the last column are a list under a name that no column has. `leftOut`: a column to pass over. */
export function compileRowWriter(columns: readonly WrittenColumn[], leftOut?: number): (batch: Batch, row: number) => string {
  const names = distinctNames(columns)
  const keys = names.columns.map((name) => JSON.stringify(name))
  const beyond = JSON.stringify(names.beyond)
  return ({ bytes, first, start, end }, row) => {
    const members: string[] = []
    const extra: string[] = []
    for (let i = first[row]!, c = 0; i < first[row + 1]!; i++, c++) {
      const column = columns[c]
      if (c === leftOut) continue
      if (column === undefined) extra.push(JSON.stringify(decoder.decode(bytes.subarray(start[i]!, end[i]!))))
      else members.push(`${keys[c]}:${jsonValue(column.compiled, bytes, start[i]!, end[i]!)}`)
    }
    if (extra.length > 0) members.push(`${beyond}:[${extra.join(',')}]`)
    return `{${members.join(',')}}`
  }
}

/** A value that the field does not accept stays as its text. */
function jsonValue(compiled: CompiledField | undefined, bytes: Uint8Array, start: number, end: number): string {
  const text = decoder.decode(bytes.subarray(start, end))
  if (compiled === undefined) return JSON.stringify(text)
  if (compiled.isMissing(bytes, start, end)) return 'null'
  const value = compiled.type.test(bytes, start, end) === 0 ? compiled.type.read(text) : text
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'number') return JSON.stringify(value ?? text)
  if (NUMBER.test(text)) return text
  return Number.isFinite(value) ? JSON.stringify(value) : JSON.stringify(text)
}
