import type { Repair } from '../core/repair.js'
import { DATE_ORDER, isCalendarDate, newDateReading } from './dateReading.js'
import { dateTarget, writeDate } from './dateTarget.js'
import { readPeriod } from './periodReading.js'
import { unlessSame } from './unlessSame.js'

/** Two dates with their years first, or their months in words: `2022/01/13_2024/01/12`, `du 13 janvier 2022 au 12 janvier 2024`. */
export const datePeriod: Repair = {
  certainty: 'lossless',
  compile(field) {
    const target = dateTarget(field)
    if (target === undefined || !target.takesPeriod) return undefined
    const { template } = target
    const first = newDateReading()
    const second = newDateReading()
    return {
      propose(bytes, start, end, out) {
        if (!readPeriod(bytes, start, end, first, second)) return -1
        if (first.order !== second.order || first.order === DATE_ORDER.dayOrMonthFirst) return -1
        if (!isCalendarDate(first.year, first.month, first.day) || !isCalendarDate(second.year, second.month, second.day)) return -1
        let at = writeDate(template, out, 0, first.year, first.month, first.day)
        out[at++] = 0x2f
        return unlessSame(bytes, start, end, out, writeDate(template, out, at, second.year, second.month, second.day))
      },
    }
  },
}
