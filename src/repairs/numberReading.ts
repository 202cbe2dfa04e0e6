// Numbers as people write them: thousands marks, decimal comma, euros.
import type { Field } from '../core/schema.js'
import { apostropheLength, dashLength } from './fold.js'
import { textEnd, textStart } from './space.js'

export const COMMA = 0x2c
export const DOT = 0x2e
const ZERO = 0x30
const MINUS = 0x2d
const PLUS = 0x2b

/** What the marks of a number say. `unsureComma`, `unsureDot`: one to three figures, the mark, three figures (`1,234`). */
export const NUMBER_FORM = {
  none: 0,
  whole: 1,
  commaDecimal: 2,
  dotDecimal: 3,
  unsureComma: 4,
  unsureDot: 5,
  commaGroups: 6,
  dotGroups: 7,
} as const

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

const letter = (byte: number): number => byte | 0x20

/** `eur`, `euro` or `euros` (any case) from `at`: the length, or 0. */
function euroWordLength(bytes: Uint8Array, at: number, end: number): number {
  if (end - at < 3 || letter(bytes[at]!) !== 0x65 || letter(bytes[at + 1]!) !== 0x75 || letter(bytes[at + 2]!) !== 0x72) return 0
  if (end - at < 4 || letter(bytes[at + 3]!) !== 0x6f) return 3
  return end - at > 4 && letter(bytes[at + 4]!) === 0x73 ? 5 : 4
}

const isEuroSign = (bytes: Uint8Array, at: number, end: number): boolean =>
  at + 2 < end && bytes[at] === 0xe2 && bytes[at + 1] === 0x82 && bytes[at + 2] === 0xac

/** Where the number begins after spaces and a currency. */
export function amountStart(bytes: Uint8Array, start: number, end: number): number {
  const at = textStart(bytes, start, end)
  if (at >= end) return at
  const currency = isEuroSign(bytes, at, end) ? 3 : euroWordLength(bytes, at, end)
  return currency > 0 ? textStart(bytes, at + currency, end) : at
}

/** Where the number ends before a currency (`€`, `EUR`, `euros`; never `k€`, the letter stays) and spaces; `start` is where it begins. */
export function amountEnd(bytes: Uint8Array, start: number, end: number): number {
  const to = textEnd(bytes, start, end)
  if (to <= start || isDigit(bytes[to - 1]!)) return to
  if (isEuroSign(bytes, to - 3, to) && to - 3 > start) return textEnd(bytes, start, to - 3)
  for (let length = 3; length <= 5; length++) {
    if (to - length > start && euroWordLength(bytes, to - length, to) === length) return textEnd(bytes, start, to - length)
  }
  return to
}

function signLength(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end) return 0
  const length = bytes[start] === PLUS ? 1 : dashLength(bytes, start, end)
  return length === 0 ? 0 : textStart(bytes, start + length, end) - start
}

/** Figures with one mark at most, at `at`: most numbers. */
function plainForm(start: number, at: number, end: number, decimal: number, beginsWithZero: boolean): number {
  if (decimal === 0) return start === end ? NUMBER_FORM.none : NUMBER_FORM.whole
  const whole = at - start
  const fraction = end - at - 1
  if (fraction === 0) return NUMBER_FORM.none
  if (!beginsWithZero && fraction === 3 && whole >= 1 && whole <= 3)
    return decimal === COMMA ? NUMBER_FORM.unsureComma : NUMBER_FORM.unsureDot
  return decimal === COMMA ? NUMBER_FORM.commaDecimal : NUMBER_FORM.dotDecimal
}

/**
 * Which number stands between `start` and `end`, without spaces or currency around it: one of `NUMBER_FORM`.
 * Thousands are spaces, apostrophes, dots or commas, one kind per number, with three figures after each; any other text is `none`.
 */
export function readNumberForm(bytes: Uint8Array, start: number, end: number): number {
  const first = start + signLength(bytes, start, end)
  let commas = 0
  let dots = 0
  let others = 0
  let decimal = 0
  let at = 0
  for (let i = first; i < end; i++) {
    const byte = bytes[i]!
    if (isDigit(byte)) continue
    if (byte === COMMA) {
      commas++
      decimal = COMMA
      at = i
    } else if (byte === DOT) {
      dots++
      decimal = DOT
      at = i
    } else if (byte === 0x20 || byte === 0x27 || byte >= 0x80) others++
    else return NUMBER_FORM.none
  }

  if (others === 0 && commas + dots < 2) return plainForm(first, decimal === 0 ? end : at, end, decimal, bytes[first] === ZERO)

  if (commas > 0 && dots > 0) {
    if ((decimal === COMMA ? commas : dots) > 1) return NUMBER_FORM.none
  } else if (commas + dots > 1) decimal = 0

  let group = 0
  let groups = 0
  let groupMark = 0
  let fraction = -1
  for (let i = first; i < end; ) {
    const byte = bytes[i]!
    if (isDigit(byte)) {
      if (fraction >= 0) fraction++
      else group++
      i++
      continue
    }
    if (fraction >= 0) return NUMBER_FORM.none
    if (byte === decimal) {
      if (groups > 0 && group !== 3) return NUMBER_FORM.none
      fraction = 0
      i++
      continue
    }
    let mark = byte
    let length = 1
    if (byte !== COMMA && byte !== DOT) {
      length = apostropheLength(bytes, i, end)
      mark = 0x27
      if (length === 0) {
        length = textStart(bytes, i, end) - i
        mark = 0x20
      }
      if (length === 0) return NUMBER_FORM.none
    }
    if (groups === 0 ? group < 1 || group > 3 : group !== 3 || mark !== groupMark) return NUMBER_FORM.none
    groups++
    groupMark = mark
    group = 0
    i += length
  }
  if (fraction < 0) {
    if (group === 0 || (groups > 0 && group !== 3)) return NUMBER_FORM.none
    if (groupMark === COMMA) return NUMBER_FORM.commaGroups
    return groupMark === DOT ? NUMBER_FORM.dotGroups : NUMBER_FORM.whole
  }
  if (fraction === 0) return NUMBER_FORM.none
  return decimal === COMMA ? NUMBER_FORM.commaDecimal : NUMBER_FORM.dotDecimal
}

/** How a field writes numbers. */
export interface NumberTarget {
  decimalChar: Uint8Array
  /** The decimal mark that the schema itself names leaves no doubt in a cell; 0: it names none. */
  declared: number
  /** A fraction of zeros is left out, any other is refused. */
  whole: boolean
}

export function numberTarget(field: Field): NumberTarget | undefined {
  if (field.type !== 'number' && field.type !== 'integer') return undefined
  const { decimalChar } = field.options
  const isDeclared = typeof decimalChar === 'string' && decimalChar.length === 1
  return {
    decimalChar: new TextEncoder().encode(isDeclared ? decimalChar : '.'),
    declared: isDeclared ? decimalChar.charCodeAt(0) : 0,
    whole: field.type === 'integer',
  }
}

/** A dash, whichever it is, before the figures. */
export function isNegative(bytes: Uint8Array, start: number, end: number): boolean {
  return start < end && dashLength(bytes, start, end) > 0
}

/**
 * Writes the figures as they stand, without thousands marks; `decimal` is the byte of the decimal mark, 0 where there is none.
 * Returns the length, or -1 where the field takes whole numbers and this is none.
 */
export function writeNumber(bytes: Uint8Array, start: number, end: number, decimal: number, target: NumberTarget, out: Uint8Array): number {
  let length = 0
  if (isNegative(bytes, start, end)) out[length++] = MINUS
  const first = length
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (isDigit(byte)) out[length++] = byte
    else if (byte === decimal && decimal > 0) {
      if (target.whole) {
        for (let j = i + 1; j < end; j++) if (bytes[j] !== ZERO) return -1
        break
      }
      if (length === first) out[length++] = ZERO
      for (let j = 0; j < target.decimalChar.length; j++) out[length++] = target.decimalChar[j]!
    }
  }
  return length > first ? length : -1
}

/** The byte of the mark that is decimal, or may be; 0: there is none. */
export function decimalMark(form: number): number {
  if (form === NUMBER_FORM.commaDecimal || form === NUMBER_FORM.unsureComma) return COMMA
  return form === NUMBER_FORM.dotDecimal || form === NUMBER_FORM.unsureDot ? DOT : 0
}

export const isUnsure = (form: number): boolean => form === NUMBER_FORM.unsureComma || form === NUMBER_FORM.unsureDot
