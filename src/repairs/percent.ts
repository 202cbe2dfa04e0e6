import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import type { Field } from '../core/schema.js'
import { decimalMark, isNegative, NUMBER_FORM, numberTarget, readNumberForm } from './numberReading.js'
import { textEnd, textStart } from './space.js'

const PERCENT = 0x25
const ZERO = 0x30

/** A number that cannot exceed 1. */
function isShare(field: Field): boolean {
  const { maximum, exclusiveMaximum } = field.constraints
  const bound = Math.min(Number(maximum ?? Number.POSITIVE_INFINITY), Number(exclusiveMaximum ?? Number.POSITIVE_INFINITY))
  return field.type === 'number' && bound <= 1
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** `45,5 %` in a field that holds shares: the decimal mark moves two places, the figures stay. */
export const percent: Repair = {
  certainty: 'lossless',
  compile(field) {
    const target = numberTarget(field)
    if (target === undefined || !isShare(field)) return undefined
    const { decimalChar } = target
    return {
      needs: MARK.percent,
      propose(bytes, start, end, out) {
        const last = textEnd(bytes, start, end)
        if (last <= start || bytes[last - 1] !== PERCENT) return -1
        const from = textStart(bytes, start, last)
        const to = textEnd(bytes, from, last - 1)
        const form = readNumberForm(bytes, from, to)
        if (form === NUMBER_FORM.none) return -1
        // A share is at most 100 %, so that three figures after a mark are a fraction.
        const decimal = decimalMark(form)
        let whole = 0
        for (let i = from; i < to && (decimal === 0 || bytes[i] !== decimal); i++) if (isDigit(bytes[i]!)) whole++
        let length = 0
        if (isNegative(bytes, from, to)) out[length++] = 0x2d
        let before = whole - 2
        if (before <= 0) {
          out[length++] = ZERO
          for (let i = 0; i < decimalChar.length; i++) out[length++] = decimalChar[i]!
          for (; before < 0; before++) out[length++] = ZERO
          before = -1
        }
        for (let i = from; i < to; i++) {
          if (!isDigit(bytes[i]!)) continue
          if (before === 0) for (let j = 0; j < decimalChar.length; j++) out[length++] = decimalChar[j]!
          out[length++] = bytes[i]!
          before--
        }
        return length
      },
    }
  },
}
