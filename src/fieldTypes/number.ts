// Numbers as Python's `Decimal` reads them, after the field's own characters: groupChar, decimalChar, bareNumber.
// https://specs.frictionlessdata.io/table-schema/#number. `floatNumber`, an extension of frictionless, changes no verdict.

import { INDIFFERENT } from '../core/alike.js'
import type { FieldType } from '../core/fieldType.js'
import type { Field } from '../core/schema.js'
import { compileByteClass, everyByteIn } from './byteClass.js'
import { decimalKey, normaliseDecimal, readDecimal } from './decimalText.js'
import { decodeText } from './decodeText.js'
import { isPlainDecimal, isSpacedDecimal, readSpacedDecimal, writePlainKey } from './plainDecimal.js'
import { stripNonDigits } from './stripNonDigits.js'
import { writeAscii } from './writeAscii.js'

const POINT = 0x2e
/** What `Decimal` can read in ASCII: digits, signs, exponents, white space, infinities and NaN. */
const DECIMAL_CHARACTERS = '0123456789+-._eEinftysaINFTYSA \t\n\v\f\r\x1c\x1d\x1e\x1f'

export const number: FieldType<number> = {
  constraints: ['required', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'enum'],
  compile(field) {
    const { decimalChar, groupChar, bareNumber, ignored } = readOptions(field)
    const possible = compileByteClass(DECIMAL_CHARACTERS + decimalChar + groupChar)
    // a group character that is a sign or a digit changes what the common shape says
    const point = /[-+\d]/.test(groupChar) || groupChar.includes(decimalChar) ? undefined : plainPoint(decimalChar)

    /** The text as `Decimal` would see it, the field's characters undone. */
    const normalise = (text: string): string | undefined => {
      let plain = bareNumber ? text : stripNonDigits(text)
      if (groupChar !== '') plain = plain.replaceAll(groupChar, '')
      if (decimalChar !== '.') {
        if (plain.includes('.')) return undefined
        plain = plain.replaceAll(decimalChar, '.')
      }
      return normaliseDecimal(plain)
    }
    /** For accepted cells: those of workbooks have a point whatever the field says. */
    const normaliseAccepted = (text: string): string => normalise(text) ?? normaliseDecimal(text) ?? 'nan'

    return {
      test(bytes, start, end) {
        if (point !== undefined && (isPlainDecimal(bytes, start, end, point) || isSpacedDecimal(bytes, start, end, point))) return 0
        if (bareNumber && !everyByteIn(possible, bytes, start, end)) return 1
        return normalise(decodeText(bytes, start, end)) === undefined ? 1 : 0
      },
      native: {
        number: (bytes, start, end) =>
          isPlainDecimal(bytes, start, end, POINT) || normaliseDecimal(decodeText(bytes, start, end)) !== undefined ? 0 : 1,
      },
      cellKind: 'number',
      alike: point === undefined ? INDIFFERENT.none : INDIFFERENT.figures,
      order(bytes, start, end) {
        const value = point === undefined ? Number.NaN : readSpacedDecimal(bytes, start, end, point)
        return Number.isNaN(value) ? readDecimal(normaliseAccepted(decodeText(bytes, start, end))) : value
      },
      key(bytes, start, end, out) {
        const length = point === undefined ? -1 : writePlainKey(bytes, start, end, point, out)
        return length < 0 ? writeAscii(decimalKey(normaliseAccepted(decodeText(bytes, start, end))), out) : length
      },
      read(text) {
        const normalised = normalise(text)
        return normalised === undefined ? undefined : readDecimal(normalised)
      },
      canonical(text) {
        return (normalise(text) ?? normaliseDecimal(text))?.replace('.', () => decimalChar) ?? text
      },
      isCanonical: (bytes, start, end) => point !== undefined && isPlainDecimal(bytes, start, end, point),
      ...(ignored.length > 0 && { ignored }),
    }
  },
}

/** The byte of a decimal character that cannot be taken for another part of a number. */
function plainPoint(decimalChar: string): number | undefined {
  return /^[!-~]$/.test(decimalChar) ? decimalChar.charCodeAt(0) : undefined
}

function readOptions(field: Field) {
  const { decimalChar = '.', groupChar = '', bareNumber = true } = field.options
  const ignored: string[] = []
  const decimalKnown = typeof decimalChar === 'string' && /^[^\p{L}\p{Nd}+\-_]+$/u.test(decimalChar)
  const groupKnown = typeof groupChar === 'string'
  const bareKnown = typeof bareNumber === 'boolean'
  if (!decimalKnown) ignored.push('decimalChar')
  if (!groupKnown) ignored.push('groupChar')
  if (!bareKnown) ignored.push('bareNumber')
  return {
    decimalChar: decimalKnown ? decimalChar : '.',
    groupChar: groupKnown ? groupChar : '',
    bareNumber: bareKnown ? bareNumber : true,
    ignored,
  }
}
