import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { beginsWithYear, DATE_ORDER, isCalendarDate, isMidnightOrNothing, newDateReading, readFigureDate } from './dateReading.js'
import { dateTarget, writeDate } from './dateTarget.js'
import { textEnd, textStart } from './space.js'
import { unlessSame } from './unlessSame.js'

/** Dates that begin with their year: other marks, no mark, one-digit months and days, midnight after the date. */
export const isoDate: Repair = {
  certainty: 'lossless',
  compile(field) {
    const target = dateTarget(field)
    if (target === undefined) return undefined
    const { template } = target
    const reading = newDateReading()
    return {
      needs: MARK.figure,
      alike: INDIFFERENT.years,
      propose(bytes, start, end, out) {
        const from = textStart(bytes, start, end)
        if (!beginsWithYear(bytes, from, end)) return -1
        const to = textEnd(bytes, from, end)
        const dateEnd = readFigureDate(bytes, from, to, reading)
        if (dateEnd < 0 || reading.order !== DATE_ORDER.yearFirst) return -1
        if (!isMidnightOrNothing(bytes, dateEnd, to) || !isCalendarDate(reading.year, reading.month, reading.day)) return -1
        return unlessSame(bytes, start, end, out, writeDate(template, out, 0, reading.year, reading.month, reading.day))
      },
    }
  },
}
