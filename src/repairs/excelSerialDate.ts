import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import { dateTarget, writeDate } from './dateTarget.js'
import { textEnd, textStart } from './space.js'

/** From the 3rd of October 1954 to the 8th of April 2064. */
const FIRST = 20_000
const LAST = 60_000
/** Days from the 1st of March of year 0 to the 30th of December 1899, day 0 of spreadsheets. */
const DAY_ZERO = 693_899

/**
 * A spreadsheet's own number for a day, in a date field: `44901` is 2022-12-06 (with any number of decimal zeros).
 * A guess: a five-figure number in a date field is hardly anything else, and its date is in range.
 */
export const excelSerialDate: Repair = {
  certainty: 'verified',
  compile(field) {
    const target = dateTarget(field)
    if (target === undefined || !target.isDate) return undefined
    const { template } = target
    return {
      needs: MARK.figure,
      alike: INDIFFERENT.years,
      propose(bytes, start, end, out) {
        const from = textStart(bytes, start, end)
        const to = textEnd(bytes, from, end)
        if (to - from < 5) return -1
        let serial = 0
        for (let i = from; i < from + 5; i++) {
          const digit = bytes[i]! - 0x30
          if (digit < 0 || digit > 9) return -1
          serial = serial * 10 + digit
        }
        if (serial < FIRST || serial > LAST) return -1
        if (to > from + 5) {
          if ((bytes[from + 5] !== 0x2e && bytes[from + 5] !== 0x2c) || to === from + 6) return -1
          for (let i = from + 6; i < to; i++) if (bytes[i] !== 0x30) return -1
        }
        // Years counted from March, so that the leap day is the last: 146,097 days to 400 of them.
        const days = serial + DAY_ZERO
        const era = Math.floor(days / 146_097)
        const dayOfEra = days - era * 146_097
        const yearOfEra = Math.floor(
          (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
        )
        const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
        const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
        const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
        const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return writeDate(template, out, 0, era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
      },
    }
  },
}
