// Months of a year, `YYYY-MM`; on either side of the hyphen, whatever Python's `int` reads.
// https://specs.frictionlessdata.io/table-schema/#yearmonth
import type { FieldType } from '../core/fieldType.js'
import { compileByteClass, everyByteIn } from './byteClass.js'
import { decodeText } from './decodeText.js'
import { normaliseInteger } from './integerText.js'
import { writeAscii } from './writeAscii.js'

interface YearMonth {
  /** In digits, without outer zeros. */
  year: string
  month: number
}

const HYPHEN = 0x2d
const POSSIBLE = compileByteClass('0123456789+-_ \t\n\v\f\r')

export const yearmonth: FieldType<string> = {
  constraints: ['required', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'enum'],
  compile: () => ({
    test(bytes, start, end) {
      if (isUsual(bytes, start, end)) return 0
      return everyByteIn(POSSIBLE, bytes, start, end) && find(decodeText(bytes, start, end)) !== undefined ? 0 : 1
    },
    order(bytes, start, end) {
      const found = find(decodeText(bytes, start, end))
      return found === undefined ? Number.NaN : Number(found.year) * 12 + found.month
    },
    key: (bytes, start, end, out) => writeAscii(read(decodeText(bytes, start, end)) ?? '', out),
    read,
    canonical: (text) => read(text) ?? text,
    isCanonical: isUsual,
  }),
}

/** Four digits, a hyphen, 01 to 12. */
function isUsual(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 7 || bytes[start + 4] !== HYPHEN) return false
  for (let i = 0; i < 7; i++) if (i !== 4 && (bytes[start + i]! < 0x30 || bytes[start + i]! > 0x39)) return false
  const month = (bytes[start + 5]! - 0x30) * 10 + bytes[start + 6]! - 0x30
  return month >= 1 && month <= 12
}

function find(text: string): YearMonth | undefined {
  const [year, month, ...rest] = text.split('-', 3).map(normaliseInteger)
  if (year === undefined || month === undefined || rest.length > 0) return undefined
  return Number(month) >= 1 && Number(month) <= 12 ? { year: year.replace(/^0+/, ''), month: Number(month) } : undefined
}

function read(text: string): string | undefined {
  const found = find(text)
  return found && `${found.year.padStart(4, '0')}-${String(found.month).padStart(2, '0')}`
}
