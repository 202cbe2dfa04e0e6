// What dates with a time and times of day have in common: three formats, an order, a key.
import type { CellTest, FieldType } from '../core/fieldType.js'
import { readAnyMoment } from './anyMoment.js'
import { decodeText } from './decodeText.js'
import { type Instant, orderInstant, writeInstantKey } from './instant.js'
import { compileStrftime } from './strftime.js'
import { compileStrptime, type Moment } from './strptime.js'

export interface MomentKind {
  /** Straight from bytes: true when the text has the usual shape of the default format, and then `out` holds its instant. */
  scan(bytes: Uint8Array, start: number, end: number, out: Instant): boolean
  /** Whether a text without the usual shape may have the default format all the same. */
  isPossible(bytes: Uint8Array, start: number, end: number): boolean
  /** The default format. */
  read(text: string): Moment | undefined
  /** A text of the default format as `scdl convert` writes it. */
  tidy(text: string, moment: Moment): string
  /** What workbooks write for a date cell, where it says what the field asks for. */
  readNative(text: string): Moment | undefined
  instantOf(moment: Moment): Instant
  /** The value for library users. */
  write(instant: Instant): string
}

export function compileMomentType(kind: MomentKind): FieldType<string> {
  return {
    constraints: ['required', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'enum'],
    compile({ format }) {
      const { scans, isPossible, read, write, ignored } = compileFormat(format, kind)
      /** Read again for every cell. */
      const found: Instant = { seconds: 0, microsecond: 0, zoned: false }

      const test: CellTest = (bytes, start, end) => {
        if (scans && kind.scan(bytes, start, end, found)) return 0
        return isPossible(bytes, start, end) && read(decodeText(bytes, start, end)) !== undefined ? 0 : 1
      }
      /** For accepted cells: those of workbooks are written in ISO 8601, whatever the field says. */
      const find = (bytes: Uint8Array, start: number, end: number): Instant | undefined => {
        if (scans && kind.scan(bytes, start, end, found)) return found
        const text = decodeText(bytes, start, end)
        const moment = read(text) ?? kind.readNative(text)
        return moment && kind.instantOf(moment)
      }

      return {
        test,
        native: { date: (bytes, start, end) => (kind.readNative(decodeText(bytes, start, end)) === undefined ? 1 : 0) },
        cellKind: 'date',
        order(bytes, start, end) {
          const instant = find(bytes, start, end)
          return instant === undefined ? Number.NaN : orderInstant(instant)
        },
        key(bytes, start, end, out) {
          const instant = find(bytes, start, end)
          return instant === undefined ? 0 : writeInstantKey(instant, out)
        },
        read(text) {
          const moment = read(text)
          return moment && kind.write(kind.instantOf(moment))
        },
        canonical(text) {
          const moment = read(text) ?? kind.readNative(text)
          const written = moment && write(moment, text)
          const again = written === undefined ? undefined : read(written)
          const isSame = moment && again && kind.write(kind.instantOf(again)) === kind.write(kind.instantOf(moment))
          return written !== undefined && isSame ? written : text
        },
        ...(ignored && { ignored: ['format'] }),
      }
    },
  }
}

interface MomentFormat {
  /** Texts of the usual shape have this format. */
  scans: boolean
  isPossible: MomentKind['isPossible']
  read(text: string): Moment | undefined
  write(moment: Moment, text: string): string | undefined
  ignored: boolean
}

function compileFormat(format: string, kind: MomentKind): MomentFormat {
  if (format === 'default') {
    const { isPossible, read } = kind
    return { scans: true, isPossible, read, write: (moment, text) => kind.tidy(text, moment), ignored: false }
  }
  const isPossible = () => true
  // an accepted text stays as it is: 01/02/2024 is too easily taken for the other date
  if (format === 'any') return { scans: true, isPossible, read: readAnyMoment, write: () => undefined, ignored: false }
  const pattern = format.replace(/^fmt:/, '')
  const read = compileStrptime(pattern)
  return {
    scans: false,
    isPossible,
    read: read ?? (() => undefined),
    write: compileStrftime(pattern) ?? (() => undefined),
    ignored: read === undefined || !pattern.includes('%'),
  }
}
