// Dates in figures that end with their year: which of the two numbers before it is the day, only the column can tell.
import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import {
  beginsWithYear,
  DATE_ORDER,
  type DateReading,
  isCalendarDate,
  isMidnightOrNothing,
  newDateReading,
  readFigureDate,
  readPlainDate,
} from './dateReading.js'
import { dateTarget, writeDate } from './dateTarget.js'
import { textEnd, textStart } from './space.js'
import { unlessSame } from './unlessSame.js'

export type DateOrderAssumption = 'day-first' | 'month-first'

/** As `CompiledRepair.witness`, of a date read with its year last. */
export function orderWitness({ year, month: first, day: second }: DateReading, assumption: DateOrderAssumption): number {
  const dayFirst = isCalendarDate(year, second, first)
  const monthFirst = isCalendarDate(year, first, second)
  if (dayFirst === monthFirst) return dayFirst && first === second ? 2 : 0
  return dayFirst === (assumption === 'day-first') ? 1 : -1
}

/** Writes the date read under the assumption; -1: it is not in the calendar. */
export function writeOrdered(
  template: Uint8Array,
  out: Uint8Array,
  at: number,
  { year, month: first, day: second }: DateReading,
  assumption: DateOrderAssumption,
): number {
  const month = assumption === 'day-first' ? second : first
  const day = assumption === 'day-first' ? first : second
  return isCalendarDate(year, month, day) ? writeDate(template, out, at, year, month, day) : -1
}

export function orderedDate(assumption: DateOrderAssumption): Repair {
  return {
    certainty: 'lossless',
    compile(field) {
      const target = dateTarget(field)
      // A field that writes its dates in one order accepts them so: its other dates cannot be read in the other.
      if (target === undefined || (target.order !== undefined && target.order !== assumption)) return undefined
      const { template } = target
      const reading = newDateReading()
      const reads = (bytes: Uint8Array, start: number, end: number): boolean => {
        if (readPlainDate(bytes, start, end, reading)) return true
        const from = textStart(bytes, start, end)
        if (beginsWithYear(bytes, from, end)) return false
        const to = textEnd(bytes, from, end)
        const dateEnd = readFigureDate(bytes, from, to, reading)
        return dateEnd >= 0 && reading.order === DATE_ORDER.dayOrMonthFirst && isMidnightOrNothing(bytes, dateEnd, to)
      }
      return {
        assumption,
        needs: MARK.figure,
        alike: INDIFFERENT.years,
        propose(bytes, start, end, out) {
          if (!reads(bytes, start, end)) return -1
          return unlessSame(bytes, start, end, out, writeOrdered(template, out, 0, reading, assumption))
        },
        witness: (bytes, start, end) => (reads(bytes, start, end) ? orderWitness(reading, assumption) : 0),
      }
    },
  }
}
