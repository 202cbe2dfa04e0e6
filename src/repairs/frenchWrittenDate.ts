import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { isCalendarDate, isMidnightOrNothing, newDateReading, readWrittenDate } from './dateReading.js'
import { dateTarget, writeDate } from './dateTarget.js'
import { textEnd, textStart } from './space.js'

/** `6 mai 2025`, `1er janvier 2024`, `mar. 06 déc. 2022`. */
export const frenchWrittenDate: Repair = {
  certainty: 'lossless',
  compile(field) {
    const target = dateTarget(field)
    if (target === undefined) return undefined
    const { template } = target
    const reading = newDateReading()
    return {
      needs: MARK.letter,
      alike: INDIFFERENT.years,
      propose(bytes, start, end, out) {
        const from = textStart(bytes, start, end)
        const to = textEnd(bytes, from, end)
        const dateEnd = readWrittenDate(bytes, from, to, reading)
        if (dateEnd < 0 || !isMidnightOrNothing(bytes, dateEnd, to)) return -1
        if (!isCalendarDate(reading.year, reading.month, reading.day)) return -1
        return writeDate(template, out, 0, reading.year, reading.month, reading.day)
      },
    }
  },
}
