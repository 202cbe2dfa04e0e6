import type { Repair } from '../core/repair.js'
import { DATE_ORDER, newDateReading } from './dateReading.js'
import { dateTarget } from './dateTarget.js'
import { orderWitness, writeOrdered } from './orderedDate.js'
import { readPeriod } from './periodReading.js'

const ASSUMPTION = 'day-first'

/** `13/01/2022 - 12/01/2024`: either date can prove the order for both, else the column does. */
export const dayFirstPeriod: Repair = {
  certainty: 'lossless',
  compile(field) {
    const target = dateTarget(field)
    if (target === undefined || !target.takesPeriod) return undefined
    const { template } = target
    const first = newDateReading()
    const second = newDateReading()
    const reads = (bytes: Uint8Array, start: number, end: number): boolean =>
      readPeriod(bytes, start, end, first, second) &&
      first.order === DATE_ORDER.dayOrMonthFirst &&
      second.order === DATE_ORDER.dayOrMonthFirst
    return {
      assumption: ASSUMPTION,
      propose(bytes, start, end, out) {
        if (!reads(bytes, start, end)) return -1
        const at = writeOrdered(template, out, 0, first, ASSUMPTION)
        if (at < 0) return -1
        out[at] = 0x2f
        return writeOrdered(template, out, at + 1, second, ASSUMPTION)
      },
      witness(bytes, start, end) {
        if (!reads(bytes, start, end)) return 0
        const a = orderWitness(first, ASSUMPTION)
        const b = orderWitness(second, ASSUMPTION)
        if (a === b || a === 2) return b
        if (b === 2 || b === 0) return a
        return a === 0 ? b : 0
      },
    }
  },
}
