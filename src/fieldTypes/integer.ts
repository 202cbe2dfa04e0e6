// Whole numbers as Python's `int` reads them. https://specs.frictionlessdata.io/table-schema/#integer
import { INDIFFERENT } from '../core/alike.js'
import type { FieldType } from '../core/fieldType.js'
import { compileByteClass, everyByteIn } from './byteClass.js'
import { decimalKey } from './decimalText.js'
import { decodeText } from './decodeText.js'
import { normaliseInteger } from './integerText.js'
import { isPlainDecimal, isSpacedDecimal, readSpacedDecimal, writePlainKey } from './plainDecimal.js'
import { stripNonDigits } from './stripNonDigits.js'
import { writeAscii } from './writeAscii.js'

const NO_POINT = -1
const POSSIBLE = compileByteClass('0123456789+-_ \t\n\v\f\r')

export const integer: FieldType<number | bigint> = {
  constraints: ['required', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'enum'],
  categories: true,
  compile(field) {
    const bareNumber = field.options.bareNumber !== false
    const ignored: string[] = []
    if (!['boolean', 'undefined'].includes(typeof field.options.bareNumber)) ignored.push('bareNumber')
    // of version 2 of the specification; Validata does not apply it
    if (field.options.groupChar !== undefined) ignored.push('groupChar')

    const normalise = (text: string): string | undefined => normaliseInteger(bareNumber ? text : stripNonDigits(text))
    /** For accepted cells: those of workbooks and of JSON have nothing around the number, whatever the field says. */
    const normaliseAccepted = (text: string): string => normalise(text) ?? wholeNumber(text) ?? 'nan'

    return {
      test(bytes, start, end) {
        if (isPlainDecimal(bytes, start, end, NO_POINT)) return 0
        if (isSpacedDecimal(bytes, start, end, NO_POINT)) return 0
        if (bareNumber && !everyByteIn(POSSIBLE, bytes, start, end)) return 1
        return normalise(decodeText(bytes, start, end)) === undefined ? 1 : 0
      },
      native: {
        number: (bytes, start, end) =>
          isPlainDecimal(bytes, start, end, NO_POINT) || wholeNumber(decodeText(bytes, start, end)) !== undefined ? 0 : 1,
      },
      cellKind: 'number',
      alike: INDIFFERENT.figures,
      order(bytes, start, end) {
        const value = readSpacedDecimal(bytes, start, end, NO_POINT)
        return Number.isNaN(value) ? Number(normaliseAccepted(decodeText(bytes, start, end))) : value
      },
      key(bytes, start, end, out) {
        const length = writePlainKey(bytes, start, end, NO_POINT, out)
        return length < 0 ? writeAscii(decimalKey(normaliseAccepted(decodeText(bytes, start, end))), out) : length
      },
      read(text) {
        const normalised = normalise(text)
        if (normalised === undefined) return undefined
        const value = Number(normalised)
        return Number.isSafeInteger(value) ? value : BigInt(normalised)
      },
      canonical: (text) => normalise(text) ?? text,
      isCanonical: (bytes, start, end) => isPlainDecimal(bytes, start, end, NO_POINT),
      ...(ignored.length > 0 && { ignored }),
    }
  },
}

/** The digits of a number of JSON that is whole however it is written: `1.0`, `1e3`. */
function wholeNumber(text: string): string | undefined {
  const value = Number(text)
  return text !== '' && Number.isInteger(value) ? String(BigInt(value)) : undefined
}
