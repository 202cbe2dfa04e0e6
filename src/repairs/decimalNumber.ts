import { INDIFFERENT } from '../core/alike.js'
import type { Repair } from '../core/repair.js'
import { amountEnd, amountStart, decimalMark, isUnsure, NUMBER_FORM, numberTarget, readNumberForm, writeNumber } from './numberReading.js'
import { unlessSame } from './unlessSame.js'

/** Decimal comma, thousands marks, euros, other minus signs, where one number only can be meant. `k€` and `M€` are left alone. */
export const decimalNumber: Repair = {
  certainty: 'lossless',
  compile(field) {
    const target = numberTarget(field)
    if (target === undefined) return undefined
    return {
      alike: INDIFFERENT.figures,
      propose(bytes, start, end, out) {
        const from = amountStart(bytes, start, end)
        const to = amountEnd(bytes, from, end)
        const form = readNumberForm(bytes, from, to)
        const decimal = decimalMark(form)
        if (form === NUMBER_FORM.none || (isUnsure(form) && decimal !== target.declared)) return -1
        return unlessSame(bytes, start, end, out, writeNumber(bytes, from, to, decimal, target, out))
      },
    }
  },
}
