import type { Repair } from '../core/repair.js'
import { DATE_ORDER, isCalendarDate, newDateReading, readFigureDate } from './dateReading.js'
import { momentTarget, newHourReading, readHour, writeMoment } from './momentTarget.js'
import { orderWitness } from './orderedDate.js'
import { textEnd, textStart } from './space.js'
import { unlessSame } from './unlessSame.js'

const ASSUMPTION = 'day-first'

/** A French date with its hour, `06/12/2022 14:30`, in a datetime field. No zone is written: none was. */
export const dayFirstMoment: Repair = {
  certainty: 'lossless',
  compile(field) {
    const target = momentTarget(field)
    if (target === undefined || target.order === 'month-first') return undefined
    const date = newDateReading()
    const hour = newHourReading()
    const reads = (bytes: Uint8Array, start: number, end: number): boolean => {
      const from = textStart(bytes, start, end)
      const to = textEnd(bytes, from, end)
      const dateEnd = readFigureDate(bytes, from, to, date)
      return dateEnd >= 0 && date.order === DATE_ORDER.dayOrMonthFirst && readHour(bytes, dateEnd, to, hour)
    }
    return {
      assumption: ASSUMPTION,
      propose(bytes, start, end, out) {
        // The reading has the first of the two numbers as its month.
        if (!reads(bytes, start, end) || !isCalendarDate(date.year, date.day, date.month)) return -1
        return unlessSame(bytes, start, end, out, writeMoment(target, out, date.year, date.day, date.month, hour))
      },
      witness: (bytes, start, end) => (reads(bytes, start, end) ? orderWitness(date, ASSUMPTION) : 0),
    }
  },
}
