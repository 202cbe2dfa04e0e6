// A cell of a column as a workbook should hold it: numbers as numbers, dates as dates, everything else as text.
import { NATIVE } from '../../core/batch.js'
import type { CompiledField } from '../../core/compileField.js'
import type { WrittenColumn } from '../../core/writer.js'
import type { CellSink } from './cellSink.js'
import { decimalsOf } from './plainNumber.js'

/** `native`: one of `NATIVE`, where the cell comes from a workbook. */
export type CellWriter = (out: CellSink, bytes: Uint8Array, from: number, to: number, native?: number) => void

const decoder = new TextDecoder()
const encoder = new TextEncoder()

export function compileCellWriter({ compiled }: WrittenColumn): CellWriter {
  const kind = compiled?.type.cellKind
  if (compiled === undefined || kind === undefined) return writeText
  const write = kind === 'number' ? writeNumber : isIso(compiled) ? writeIso : writeMoment
  const { test } = compiled.type
  return (out, bytes, from, to, native) => {
    if (from === to) out.skip()
    // What the field does not accept stays as its text, whatever it looks like.
    else if (native === NATIVE.error || test(bytes, from, to) !== 0 || !write(out, bytes, from, to, compiled)) out.text(bytes, from, to)
  }
}

export const writeText: CellWriter = (out, bytes, from, to) => {
  if (from === to) out.skip()
  else out.text(bytes, from, to)
}

/** False: it stays text. */
type Write = (out: CellSink, bytes: Uint8Array, from: number, to: number, compiled: CompiledField) => boolean

const writeNumber: Write = (out, bytes, from, to, compiled) => {
  const decimals = decimalsOf(bytes, from, to)
  if (decimals >= 0) {
    out.number(bytes, from, to, decimals)
    return true
  }
  const value = compiled.type.read(decoder.decode(bytes.subarray(from, to)))
  if (typeof value !== 'number') return false
  const plain = encoder.encode(String(value))
  const valueDecimals = decimalsOf(plain, 0, plain.length)
  if (valueDecimals < 0 || significantDigits(bytes, from, to) > significantDigits(plain, 0, plain.length)) return false
  out.number(plain, 0, plain.length, valueDecimals)
  return true
}

/** Of the mantissa: a value that has fewer of them than its text has lost some. */
function significantDigits(bytes: Uint8Array, from: number, to: number): number {
  const [mantissa = ''] = decoder.decode(bytes.subarray(from, to)).split(/[eE]/)
  return mantissa.replace(/\D/g, '').replace(/^0+|0+$/g, '').length
}

/** Whether the field's own texts are ISO 8601, and cannot be anything else. */
const isIso = ({ type }: CompiledField): boolean => ISO_SAMPLES.some((text) => type.read(text) === text)
const ISO_SAMPLES = ['2001-02-03', '2001-02-03T04:05:06', '04:05:06']

const writeIso: Write = (out, bytes, from, to, compiled) => out.moment(bytes, from, to) || writeMoment(out, bytes, from, to, compiled)

const writeMoment: Write = (out, bytes, from, to, compiled) => {
  const value = compiled.type.read(decoder.decode(bytes.subarray(from, to)))
  if (typeof value !== 'string') return false
  const iso = encoder.encode(value)
  return out.moment(iso, 0, iso.length)
}
