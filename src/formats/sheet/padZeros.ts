import type { RowWriter } from './rowWriter.js'

const MINUS = 45
const POINT = 46
const ZERO = 48

/** Puts zeros before the number that is written last, from `start` on, where it is a whole one of fewer digits. False: nothing to do. */
export function padZeros(rows: RowWriter, start: number, digits: number): boolean {
  const missing = digits - (rows.length - start)
  if (missing <= 0 || rows.bytes[start] === MINUS || rows.bytes.subarray(start, rows.length).includes(POINT)) return false
  rows.reserve(missing)
  rows.bytes.copyWithin(start + missing, start, rows.length)
  rows.bytes.fill(ZERO, start, start + missing)
  rows.length += missing
  return true
}
