import type { Repair } from '../core/repair.js'
import { DATE_ORDER, isCalendarDate, newDateReading, readFigureDate } from './dateReading.js'
import { momentTarget, newHourReading, readHour, writeMoment } from './momentTarget.js'
import { textEnd, textStart } from './space.js'
import { unlessSame } from './unlessSame.js'

/** A date that begins with its year, with an hour that lacks its seconds or is written otherwise: `2022-12-06 14:30`, `2022/12/06 14h30`. */
export const isoMoment: Repair = {
  certainty: 'lossless',
  compile(field) {
    const target = momentTarget(field)
    if (target === undefined) return undefined
    const date = newDateReading()
    const hour = newHourReading()
    return {
      propose(bytes, start, end, out) {
        const from = textStart(bytes, start, end)
        const to = textEnd(bytes, from, end)
        const dateEnd = readFigureDate(bytes, from, to, date)
        if (dateEnd < 0 || date.order !== DATE_ORDER.yearFirst || !readHour(bytes, dateEnd, to, hour)) return -1
        if (!isCalendarDate(date.year, date.month, date.day)) return -1
        return unlessSame(bytes, start, end, out, writeMoment(target, out, date.year, date.month, date.day, hour))
      },
    }
  },
}
