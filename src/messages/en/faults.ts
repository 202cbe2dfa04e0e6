// What is wrong with cells and rows, in a few words for many of them at once.
import type { Detail, Details } from '../../core/diagnostic.js'
import { bare, isSequence, isTime, listOf, lookUp, textOf, totalOf } from '../details.js'
import type { BodyCode, FaultWords } from '../messages.js'
import { oncePerDetails } from '../oncePerDetails.js'
import { checkFaults } from './checks.js'
import { expectedPattern } from './patterns.js'
import { expectedType, refusedTitle } from './types.js'
import { count, forExample, plural, quote, someOf, that } from './words.js'

const bound = (details: Details): string => bare(details.constraint)

const MOMENTS: Readonly<Record<string, string>> = { year: 'year', yearmonth: 'month', time: 'time' }
const moment = (details: Details): string => lookUp(MOMENTS, details.type) ?? 'date'

/** `5 characters long`, `3 items long`. */
function size(details: Details): string {
  const unit = isSequence(details) ? 'item' : 'character'
  const limit = Number(details.constraint)
  return `${Number.isNaN(limit) ? `${bound(details)} ${unit}s` : count(limit, unit)} long`
}

const together = (names: Detail): string => listOf(names).map(bare).join(' + ') || 'its columns'

const tooSmall = (cells: number, details: Details): string =>
  isTime(details) ? that(cells, moment(details), 'too early') : that(cells, 'value', 'too small')
const tooLarge = (cells: number, details: Details): string =>
  isTime(details) ? that(cells, moment(details), 'too late') : that(cells, 'value', 'too large')

/** A bound of a moment, or of a number. */
const bounded =
  (time: string, size: string) =>
  (details: Details): string =>
    isTime(details) ? `a ${moment(details)} ${time} ${bound(details)}` : `${size} ${bound(details)}`

/** `213100000*`: a star stands for any characters. */
function expectedText(expected: Detail): string {
  const text = textOf(expected)
  const star = text.indexOf('*')
  if (star < 0) return quote(text)
  if (star > 0 && star === text.length - 1) return `a value that begins with ${quote(text.slice(0, -1))}`
  return `a value like ${quote(text)}, where * stands for any characters`
}

const SIRET = 'a SIRET number: 14 digits, the last of which checks the others'
const SIREN = 'a SIREN number: 9 digits, the last of which checks the others'

export const faults: { readonly [C in BodyCode]: FaultWords } = {
  'cell/required': {
    title: (cells) => count(cells, 'empty cell'),
    expected: (details) =>
      expectedType(details) ?? (details.example === undefined ? undefined : `something like ${quote(details.example)}`),
  },
  'cell/type': { title: refusedTitle, expected: oncePerDetails(expectedType) },
  'cell/unique': { title: (cells) => that(cells, 'value', 'already used further up'), expected: () => 'different on each row' },
  'cell/native-value': {
    title: (cells) =>
      `${count(cells, 'cell')} that the workbook stores as ${plural(cells, 'a number or a date', 'numbers or dates')} instead of text`,
    advice: () =>
      'scdl reads all their digits; Validata wants text. In the spreadsheet program, give the column the “Text” format and type the values again, or save as “CSV UTF-8”.',
  },
  'cell/native-display': {
    title: (cells) => `${count(cells, 'cell')} that the workbook shows otherwise than it holds ${plural(cells, 'it', 'them')}`,
    advice: (details) =>
      isTime(details)
        ? 'scdl reads the date itself; Validata reads what is shown. In the spreadsheet program, give the dates the format “yyyy-mm-dd”.'
        : 'scdl reads the value itself; Validata reads what is shown: rounded, as a percentage, or without its first zeros.',
  },
  'cell/expected': {
    title: (cells) => that(cells, 'value', 'other than the configuration asks for'),
    expected: (details) => expectedText(details.expected),
  },
  'cell/minLength': { title: (cells) => that(cells, 'value', 'too short'), expected: (details) => `at least ${size(details)}` },
  'cell/maxLength': { title: (cells) => that(cells, 'value', 'too long'), expected: (details) => `at most ${size(details)}` },
  'cell/minimum': { title: tooSmall, expected: bounded('no earlier than', 'at least') },
  'cell/maximum': { title: tooLarge, expected: bounded('no later than', 'at most') },
  'cell/exclusiveMinimum': { title: tooSmall, expected: bounded('after', 'more than') },
  'cell/exclusiveMaximum': { title: tooLarge, expected: bounded('before', 'less than') },
  'cell/pattern': {
    title: (cells) => that(cells, 'value', 'not in the expected form'),
    expected: oncePerDetails((details) => expectedPattern(textOf(details.constraint), details.example)),
  },
  'cell/enum': {
    title: (cells) => that(cells, 'value', 'not in the permitted list'),
    expected: oncePerDetails(({ values, valuesTotal }) => {
      const allowed = listOf(values)
      return allowed.length === 1 ? quote(allowed[0]) : `one of these: ${someOf(allowed, 'or', totalOf(valuesTotal, allowed))}`
    }),
  },
  'cell/jsonSchema': { title: (cells) => `${count(cells, 'value')} whose JSON content is not what the schema expects` },

  'row/french-siret-value': {
    title: (cells) => that(cells, 'value', 'not a SIRET number', 'not SIRET numbers'),
    expected: ({ example }) => `${SIRET}${forExample(example)}`,
    advice: () => 'To look up a SIRET number by name: annuaire-entreprises.data.gouv.fr.',
  },
  'row/french-siren-value': {
    title: (cells) => that(cells, 'value', 'not a SIREN number', 'not SIREN numbers'),
    expected: ({ example }) => `${SIREN}${forExample(example)}`,
    advice: () => 'To look up a SIREN number by name: annuaire-entreprises.data.gouv.fr.',
  },
  'row/one-of-required': {
    title: (rows, { column1, column2 }) => `${count(rows, 'row')} with neither ${bare(column1)} nor ${bare(column2)}`,
    advice: ({ column1, column2 }) => `On each row, fill in ${bare(column1)} or, failing that, ${bare(column2)}.`,
  },
  ...checkFaults,

  'row/blank': {
    title: (rows) => count(rows, 'empty row'),
    advice: () => 'To be deleted from the table: each empty row counts as an error.',
  },
  'row/phantom': {
    title: (runs) => `${count(runs, 'block')} of empty formatted rows, down to the end of the sheet`,
    advice: () =>
      'Validata reads each of them as a blank row: in the spreadsheet program, delete these rows as a whole, not only what they hold.',
  },
  'row/extra-cell': {
    title: (cells) => `${count(cells, 'cell')} beyond the last column of the header`,
    advice: () =>
      "Often, a text contains the file's separator: put this text between double quotes, or export it again from the spreadsheet.",
  },
  'row/missing-cell': {
    title: (cells) => `${count(cells, 'cell')} missing at the end of ${plural(cells, 'a row', 'rows')}`,
    advice: () => 'The row stops before the last column: a line break may have cut it, or a separator is missing.',
  },
  'row/encoding': {
    title: (rows) => `${count(rows, 'row')} with unreadable characters`,
    advice: () => 'The file mixes two encodings: type these characters again, then save everything as UTF-8.',
  },
  'row/stray-quote': {
    title: (rows) => `${count(rows, 'row')} with a lone double quote inside a text`,
    advice: () => 'In a CSV file, a quote inside a text is doubled: "" instead of ".',
  },
  'row/unclosed-quote': {
    title: (rows) => `${count(rows, 'row')} where a double quote opens and never closes`,
    advice: () => 'Close the quote, or delete it.',
  },
  'row/control-character': {
    title: (rows) => `${count(rows, 'row')} with invisible characters`,
    advice: () => 'They often come from copying and pasting; type the text again to be rid of them.',
  },
  'row/primary-key': {
    title: (rows) => `${count(rows, 'row')} whose identifier is empty or already taken`,
    advice: ({ fields }) => `Each row must have its own identifier: ${together(fields)}.`,
  },
  'row/unique-key': {
    title: (rows) => count(rows, 'duplicate row'),
    advice: ({ fields }) => `No two rows may have the same values in ${together(fields)}.`,
  },
  'row/foreign-key': {
    title: (rows) => `${count(rows, 'row')} that ${plural(rows, 'refers', 'refer')} to a value that cannot be found`,
    advice: ({ fields, referenced, resource }) =>
      `The value of ${together(fields)} must exist in ${together(referenced)}${resource === undefined ? '' : ` of the table ${quote(resource)}`}.`,
  },
  'row/footnote': {
    title: (rows) => `${count(rows, 'row')} that ${plural(rows, 'looks like a note', 'look like notes')} under the table`,
    advice: () => 'A note would be read as one more piece of data: delete this row before publishing.',
  },
  'cell/formula': {
    title: (cells) => `${count(cells, 'cell')} that a spreadsheet would take for ${plural(cells, 'a formula', 'formulas')}`,
    advice: () =>
      'In a CSV this text is data, kept as it is; but a spreadsheet that opens the file with a double click would run it. Import these columns as “Text” instead.',
  },
  'row/total': {
    title: (rows) => `${count(rows, 'row')} that ${plural(rows, 'looks like a total', 'look like totals')}`,
    advice: () => 'A total would be counted as one more piece of data: delete this row before publishing.',
  },
}
