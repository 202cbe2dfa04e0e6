// `1,234` and `1.234`: one and a fraction, or one thousand. Only the rest of the column can tell.
import { INDIFFERENT } from '../core/alike.js'
import { MARK } from '../core/marks.js'
import type { Repair } from '../core/repair.js'
import {
  amountEnd,
  amountStart,
  COMMA,
  DOT,
  decimalMark,
  isUnsure,
  NUMBER_FORM,
  numberTarget,
  readNumberForm,
  writeNumber,
} from './numberReading.js'
import { unlessSame } from './unlessSame.js'

/** Which mark groups thousands, by what a form shows; a comma that is decimal leaves the dot to thousands, and the other way round. */
function provenGroups(form: number): number {
  if (form === NUMBER_FORM.commaDecimal || form === NUMBER_FORM.dotGroups) return DOT
  return form === NUMBER_FORM.dotDecimal || form === NUMBER_FORM.commaGroups ? COMMA : 0
}

/** The reading of unsure numbers in a column where dots group thousands (the French way), or commas do (the English way). */
export function unsureNumber(assumption: 'dot-groups' | 'comma-groups'): Repair {
  const groups = assumption === 'dot-groups' ? DOT : COMMA
  const decimalForm = groups === DOT ? NUMBER_FORM.commaDecimal : NUMBER_FORM.dotDecimal
  const groupedForm = groups === DOT ? NUMBER_FORM.dotGroups : NUMBER_FORM.commaGroups
  return {
    certainty: 'lossless',
    compile(field) {
      const target = numberTarget(field)
      if (target === undefined) return undefined
      return {
        assumption,
        needs: MARK.decimal,
        alike: INDIFFERENT.figures,
        propose(bytes, start, end, out) {
          const from = amountStart(bytes, start, end)
          const to = amountEnd(bytes, from, end)
          // Most numbers are settled by what stands before their last three figures.
          const before = bytes[to - 4]
          if (to - from < 4 || (before !== DOT && before !== COMMA)) return -1
          const form = readNumberForm(bytes, from, to)
          if (!isUnsure(form)) return -1
          const mark = decimalMark(form)
          // Already a number of the field, refused for its size: reading it otherwise would set it apart from the accepted ones.
          if (!target.whole && from === start && to === end && mark === target.decimalChar[0]) return -1
          return unlessSame(bytes, start, end, out, writeNumber(bytes, from, to, mark === groups ? 0 : mark, target, out))
        },
        witness(bytes, start, end) {
          const from = amountStart(bytes, start, end)
          const proven = provenGroups(readNumberForm(bytes, from, amountEnd(bytes, from, end)))
          if (proven === 0) return 0
          return proven === groups ? 1 : -1
        },
        ...(!target.whole && {
          reread: {
            proves(bytes, start, end) {
              const from = amountStart(bytes, start, end)
              const to = amountEnd(bytes, from, end)
              const form = readNumberForm(bytes, from, to)
              return form === groupedForm || (form === decimalForm && bytes.subarray(from, to).includes(groups))
            },
            propose(bytes, start, end, out) {
              if (bytes[end - 4] !== groups) return -1
              const form = readNumberForm(bytes, start, end)
              return isUnsure(form) && decimalMark(form) === groups ? writeNumber(bytes, start, end, 0, target, out) : -1
            },
          },
        }),
      }
    },
  }
}
