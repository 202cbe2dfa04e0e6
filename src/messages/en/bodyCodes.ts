// Sentences about one cell or one row.
import type { Diagnostic } from '../../core/diagnostic.js'
import { bare, isSequence, isTime, listOf, textOf } from '../details.js'
import type { BodyCode } from '../messages.js'
import { checkCodes } from './checks.js'
import { faults } from './faults.js'
import { refusedType } from './types.js'
import { count, forExample, list, number, quote } from './words.js'

const columnName = ({ field, label }: Diagnostic): string =>
  (field ?? label) !== undefined ? `column ${quote(field ?? label)}` : 'this column'
const value = (d: Diagnostic): string => (d.cell === undefined ? 'The value' : quote(d.cell))
const rowOf = (d: Diagnostic): string => (d.details.firstRow === undefined ? 'further up' : `on row ${number(Number(d.details.firstRow))}`)
const named = (d: Diagnostic): string => list(listOf(d.details.fields).map(quote))

/** "It must be …", from the words that the grouped report uses too; nothing where a code has none. */
function needed(code: BodyCode, d: Diagnostic, subject = 'It'): string {
  const expected = faults[code].expected?.(d.details)
  return expected === undefined ? '' : ` ${subject} must be ${expected}.`
}

const outside = (d: Diagnostic, code: BodyCode, number: string, time: string): string =>
  `${value(d)} is ${isTime(d.details) ? time : number}.${needed(code, d)}`

/** Length as the engine counted it, else as the cell shows it. */
const lengthOf = (d: Diagnostic): string => {
  const length = d.details.length === undefined ? (d.cell === undefined ? undefined : [...d.cell].length) : Number(d.details.length)
  return length === undefined ? '' : ` (${count(length, isSequence(d.details) ? 'item' : 'character')})`
}

const identifier = (name: string, digits: number) => (d: Diagnostic) => {
  const fault = Number(d.details.fault ?? 0)
  const found = [...(d.cell ?? '')].filter((sign) => /\d/.test(sign)).length
  if (fault === 2 || fault === 3 || (fault === 0 && found === digits)) {
    return `${value(d)} is not a ${name}: it does have ${digits} digits, but its check digit is wrong. One digit was probably miscopied.`
  }
  return `${value(d)} is not a ${name}: it must have ${digits} digits, the last of which checks the others${forExample(d.details.example)}.`
}

export const bodyCodes: { readonly [C in BodyCode]: (d: Diagnostic) => string } = {
  'cell/required': (d) =>
    `This cell is empty, but ${columnName(d)} must be filled in on every row.${needed('cell/required', d, 'The value')}`,
  'cell/type': (d) => `${value(d)} ${refusedType(d.details)}.${needed('cell/type', d)}`,
  'cell/unique': (d) => `${value(d)} already stands ${rowOf(d)}: in ${columnName(d)}, every row must have a different value.`,
  'cell/native-value': (d) =>
    `${value(d)} is stored in the workbook as ${nativeName(d)}, but ${columnName(d)} is text: Validata refuses this cell. ${faults['cell/native-value'].advice?.({})}`,
  'cell/native-display': (d) =>
    `The workbook holds ${inside(d)} here but shows something else, which is what Validata reads. ${faults['cell/native-display'].advice?.(d.details)}`,
  'cell/expected': (d) => `${value(d)} is not what the configuration asks for here.${needed('cell/expected', d)}`,
  'cell/minLength': (d) => `${value(d)} is too short${lengthOf(d)}.${needed('cell/minLength', d)}`,
  'cell/maxLength': (d) => `${value(d)} is too long${lengthOf(d)}.${needed('cell/maxLength', d)}`,
  'cell/minimum': (d) => outside(d, 'cell/minimum', 'too small', 'too early'),
  'cell/maximum': (d) => outside(d, 'cell/maximum', 'too large', 'too late'),
  'cell/exclusiveMinimum': (d) => outside(d, 'cell/exclusiveMinimum', 'too small', 'too early'),
  'cell/exclusiveMaximum': (d) => outside(d, 'cell/exclusiveMaximum', 'too large', 'too late'),
  'cell/pattern': (d) => `${value(d)} is not in the expected form.${textOf(d.details.constraint) === '' ? '' : needed('cell/pattern', d)}`,
  'cell/enum': (d) =>
    `${value(d)} is not in the list of permitted values.${listOf(d.details.values).length === 0 ? '' : needed('cell/enum', d)}`,
  'cell/jsonSchema': (d) => `The JSON content of ${inside(d)} is not what the schema expects for ${columnName(d)}.${forJson(d)}`,

  'row/french-siret-value': identifier('SIRET number', 14),
  'row/french-siren-value': identifier('SIREN number', 9),
  'row/one-of-required': (d) => {
    const columns = [d.details.column1, d.details.column2].filter((name) => name !== undefined).map(quote)
    const [one = 'one column', other = 'the other'] = columns
    if (d.row === undefined) return `The file has neither ${one} nor ${other}: it needs at least one of these two columns.`
    return `On this row, ${one} and ${other} are both empty: at least one of the two must be filled in.`
  },
  ...checkCodes,

  'row/blank': (d) => {
    const rows = (d.rowEnd ?? d.row ?? 1) - (d.row ?? 1) + 1
    return rows > 1 ? `${count(rows, 'consecutive empty row')}: delete them.` : 'Empty row: delete it.'
  },
  'row/phantom': (d) =>
    `${count(Number(d.details.rows ?? 1), 'empty formatted row')} down to the end of the sheet. ${faults['row/phantom'].advice?.({})}`,
  'row/extra-cell': (d) =>
    `This row has more cells than the header${d.cell === undefined ? '' : `, from ${quote(d.cell)} on`}. ${faults['row/extra-cell'].advice?.(d.details)}`,
  'row/missing-cell': (d) => `This row has fewer cells than the header. ${faults['row/missing-cell'].advice?.(d.details)}`,
  'row/encoding': (d) => {
    const place = textOf(d.details.before) === '' ? '' : `, after ${quote(d.details.before)}`
    return `Some characters of this row are unreadable${place}. ${faults['row/encoding'].advice?.(d.details)}`
  },
  'row/stray-quote': (d) => `A double quote stands alone in a text of this row. ${faults['row/stray-quote'].advice?.(d.details)}`,
  'row/unclosed-quote': (d) =>
    `A double quote opens on this row and never closes; it was read as text. ${faults['row/unclosed-quote'].advice?.(d.details)}`,
  'row/control-character': (d) => {
    const points = listOf(d.details.codePoints)
    return `This row contains invisible characters${points.length === 0 ? '' : ` (${points.slice(0, 6).map(bare).join(', ')})`}. ${faults['row/control-character'].advice?.(d.details)}`
  },
  'row/primary-key': (d) =>
    d.details.firstRow === undefined
      ? `The identifier of this row is empty: fill in ${named(d) || 'its columns'}.`
      : `The identifier of this row (${named(d) || 'its key'}) is already that of row ${number(Number(d.details.firstRow))}: each row must have its own.`,
  'row/unique-key': (d) =>
    `This row has the same values as ${d.details.firstRow === undefined ? 'an earlier row' : `row ${number(Number(d.details.firstRow))}`} for ${named(d) || 'its key'}, which the schema does not allow.`,
  'row/foreign-key': (d) => {
    const referenced = list(listOf(d.details.referenced).map(quote))
    const value = d.details.value === undefined ? '' : `${quote(d.details.value)} `
    const subject = d.cell === undefined ? `The value ${value}of ${named(d) || 'this column'}` : quote(d.cell)
    const table = d.details.resource === undefined ? '' : ` of the table ${quote(d.details.resource)}`
    return `${subject} cannot be found${referenced === '' ? '' : ` in ${referenced}${table}`}, to which it refers.`
  },
  'row/footnote': () => `This row looks like a note under the table. ${faults['row/footnote'].advice?.({})}`,
  'cell/formula': (d) => `${value(d)} begins like a formula. ${faults['cell/formula'].advice?.({})}`,
  'row/total': () => `This row looks like a total. ${faults['row/total'].advice?.({})}`,
}

function nativeName({ details }: Diagnostic): string {
  if (details.native === 'date') return 'a date'
  return details.native === 'boolean' ? 'TRUE or FALSE' : 'a number'
}

const inside = (d: Diagnostic): string => (d.cell === undefined ? 'the value' : quote(d.cell))
const forJson = (d: Diagnostic): string =>
  d.details.example === undefined ? '' : ` The schema gives this example: ${quote(d.details.example)}.`
