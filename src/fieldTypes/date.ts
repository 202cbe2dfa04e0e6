// Dates without time. https://specs.frictionlessdata.io/table-schema/#date, patterns as in strptime.ts, `any` as in looseMoment.ts.
import { INDIFFERENT } from '../core/alike.js'
import type { FieldType } from '../core/fieldType.js'
import { readAnyMoment } from './anyMoment.js'
import { dayNumber } from './calendar.js'
import { compileDayScan, type DayScan, UNUSUAL } from './dayScan.js'
import { decodeText } from './decodeText.js'
import { compileStrftime } from './strftime.js'
import { compileStrptime, type Moment } from './strptime.js'
import { writeAscii } from './writeAscii.js'

const ISO = '%Y-%m-%d'
const MIDNIGHT = 'T00:00:00'
const NEVER: DayScan = () => UNUSUAL
const scanIso = compileDayScan(ISO) ?? NEVER
const readIso = compileStrptime(ISO)
const ISO_LENGTH = 10
const SPACE = 0x20

export const date: FieldType<string> = {
  constraints: ['required', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'enum'],
  compile(field) {
    const { scan, read, write, isCanonical, ignored } = compileFormat(field.format)

    /** The packed date of a text, -1 when there is none. */
    const find: DayScan = (bytes, start, end) => {
      const day = scan(bytes, start, end)
      return day === UNUSUAL ? pack(read(decodeText(bytes, start, end))) : day
    }
    /** For accepted cells: those of workbooks are written in ISO 8601, whatever the field says. */
    const findAccepted: DayScan = (bytes, start, end) => {
      const day = find(bytes, start, end)
      return day >= 0 ? day : findNative(bytes, start, end)
    }

    return {
      test: (bytes, start, end) => (find(bytes, start, end) >= 0 ? 0 : 1),
      native: { date: (bytes, start, end) => (findNative(bytes, start, end) >= 0 ? 0 : 1) },
      cellKind: 'date',
      // A year at its end is none of the default format; other formats may read it as something else.
      alike: field.format === 'default' ? INDIFFERENT.years : INDIFFERENT.none,
      order(bytes, start, end) {
        const day = findAccepted(bytes, start, end)
        return day < 0 ? Number.NaN : dayNumber(day >> 9, (day >> 5) & 15, day & 31)
      },
      key: (bytes, start, end, out) => writeAscii(String(findAccepted(bytes, start, end)), out),
      read(text) {
        const moment = read(text)
        return moment && writeIso(moment)
      },
      canonical(text) {
        const moment = read(text) ?? readNative(text)
        const written = moment && write(moment)
        return written !== undefined && read(written) !== undefined ? written : text
      },
      isCanonical,
      ...(ignored && { ignored: ['format'] }),
    }
  },
}

interface DateFormat {
  scan: DayScan
  read(text: string): Moment | undefined
  write(moment: Moment): string | undefined
  isCanonical(bytes: Uint8Array, start: number, end: number): boolean
  ignored: boolean
}

function compileFormat(format: string): DateFormat {
  // an accepted text stays as it is: 01/02/2024 is too easily taken for the other date
  if (format === 'any') return { scan: scanAny, read: readAnyMoment, write: () => undefined, isCanonical: () => true, ignored: false }
  const pattern = format === 'default' ? ISO : format.replace(/^fmt:/, '')
  const read = compileStrptime(pattern)
  const scan = compileDayScan(pattern) ?? NEVER
  const length = pattern.replace('%Y', 'YYYY').length
  return {
    scan,
    read: read ?? (() => undefined),
    write: compileStrftime(pattern) ?? (() => undefined),
    // written in full, and no space in the place of a figure
    isCanonical: (bytes, start, end) => end - start === length && scan(bytes, start, end) >= 0 && !hasSpace(bytes, start, end),
    ignored: read === undefined || !pattern.includes('%'),
  }
}

function hasSpace(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === SPACE) return true
  return false
}

const scanAny: DayScan = (bytes, start, end) => {
  const day = scanIso(bytes, start, end)
  return day >= 0 ? day : UNUSUAL
}

/** The date of a date cell: ISO 8601, at midnight where there is a time. */
function findNative(bytes: Uint8Array, start: number, end: number): number {
  if (end - start === ISO_LENGTH + MIDNIGHT.length) {
    for (let i = 0; i < MIDNIGHT.length; i++) if (bytes[start + ISO_LENGTH + i] !== MIDNIGHT.charCodeAt(i)) return -1
  } else if (end - start !== ISO_LENGTH) return -1
  return scanIso(bytes, start, start + ISO_LENGTH)
}

function readNative(text: string): Moment | undefined {
  return readIso?.(text.endsWith(MIDNIGHT) ? text.slice(0, -MIDNIGHT.length) : text)
}

function pack(moment: Moment | undefined): number {
  return moment === undefined ? -1 : moment.year * 512 + moment.month * 32 + moment.day
}

function writeIso({ year, month, day }: Moment): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
