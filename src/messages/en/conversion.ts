// A conversion told in English.
import type { ConversionWords } from '../conversionWords.js'
import { changeRules } from './changeRules.js'
import { toSchema } from './toSchema.js'
import { count, isPlural, list, number, plural, quote } from './words.js'

const andOthers = (names: readonly string[], left: number): string =>
  left > 0 ? `${names.join(', ')} … and ${number(left)} more` : list(names)

export const conversion: ConversionWords = {
  verdict({ source: path, output, valid, ...schema }) {
    const source = path === '-' ? 'Standard input' : path
    const to = toSchema(schema)
    if (valid === undefined) return `${source} cannot be converted`
    if (output === undefined)
      return valid ? `${source} would become valid against ${to}` : `${source} would not become quite valid against ${to}`
    const name = output === '-' ? 'The file' : output
    return valid ? `${name} is written, and valid against ${to}` : `${name} is written, not yet valid against ${to}`
  },
  summary({ source: path, rows, leftOut, cells }) {
    const source = path === '-' ? 'standard input' : path
    const read = `${rows === 0 ? 'No row' : count(rows, 'row')} taken over from ${source}`
    const left = leftOut === 0 ? '' : `, ${number(leftOut)} left out`
    const done = cells === 0 ? 'no cell to change' : `${count(cells, 'cell')} changed`
    return `${read}${left}: ${done}.`
  },
  left: (state) => `Still to do. ${state}`,
  nothing: 'Nothing was written: there is no table to convert in this file.',
  sections: {
    changed: 'WHAT WAS CHANGED',
    wouldChange: 'WHAT WOULD BE CHANGED',
    listed: 'THE CHANGES ONE BY ONE',
    columns: 'COLUMNS TO IDENTIFY',
    doubts: 'LEFT AS THEY ARE, FOR WANT OF CERTAINTY',
  },
  did: {
    canonical: (cells) => `${count(cells, 'value')} written in ${plural(cells, 'its', 'their')} exact form`,
    missingValue: (cells) => `${count(cells, 'cell')} emptied: ${plural(cells, 'it', 'they')} said “nothing”`,
    setValue: (cells) => `${count(cells, 'value')} given by --set`,
    lookup: (cells) => `${count(cells, 'value')} found in your other table`,
    paddedCell: (cells) => `${count(cells, 'cell')} missing at the end of rows, added empty`,
    extraCell: (cells) => `${count(cells, 'empty cell')} beyond the header, removed`,
    titleRow: (rows) => `${count(rows, 'title row')}, above the header`,
    blankRow: (rows) => `${count(rows, 'blank row')}`,
    totalRow: (rows) => `${count(rows, 'total row')}`,
    footnoteRow: (rows) => `${count(rows, 'note')} under the table`,
    otherSheet: () => 'sheet taken instead of the first one of the workbook',
    renamedColumn: (columns) => `${count(columns, 'column')} renamed`,
    addedColumn: (columns) => `${count(columns, 'column')} added`,
    movedColumn: () => 'columns put in the order of the schema',
    emptyColumn: (columns) => `${count(columns, 'column')} without a name or a value, removed`,
    droppedColumn: (columns) => `${count(columns, 'column')} outside the schema, removed`,
  },
  added: (fields, left) =>
    `${andOthers(fields, left)}: ${isPlural(fields.length + left) ? 'columns that the file lacks, added empty' : 'a column that the file lacks, added empty'}`,
  otherSheet: (sheet, first) => `Table taken from the sheet ${quote(sheet)}, and not from the first one of the workbook, ${quote(first)}`,
  dropped: (labels, left) => `${andOthers(labels, left)}: outside the schema, removed as asked`,
  guess: (column, field, proof) =>
    proof === 'distance' ? `${column}: ${field}, but for a typing error?` : `${column}: its values are of those that ${field} expects`,
  guessAdvice: (columns) =>
    `${plural(columns, 'It was', 'They were')} not renamed: scdl is not sure. --write-mapping columns.csv writes the list of the columns, to be completed and given back with --mapping columns.csv; --accept-guesses accepts all typing errors at once.`,
  contested: (field, columns) => `${field}: ${list(columns, 'or')}?`,
  contestedAdvice: 'None was chosen. Say which with --mapping.',
  doubt: (cells, cell) => `${count(cells, 'number')} such as ${quote(cell)}`,
  doubtWhy:
    'One number of the column shows this mark between thousands, another shows it before decimals: these numbers can be read both ways.',
  changes: (changes) => `${count(changes, 'change')} in all`,
  changeLog: (path) => `The list of all changes is in ${path}.`,
  firstRow: (row) => `The first one is in row ${number(row)}.`,
  sheets: (sheets, rows) =>
    `A sheet of a workbook holds ${count(rows, 'row')} below its header: the table goes on over ${number(sheets)} sheets, with the header on each. A CSV holds it in one piece.`,
  summaryOf({ all, valid, notYet }) {
    const parts = [`${number(valid)} valid`]
    if (notYet > 0) parts.push(`${number(notYet)} not yet valid`)
    return `${count(all, 'file')} converted: ${list(parts)}.`
  },
  log: {
    name: 'changes',
    columns: ['row', 'column', 'field', 'before', 'after', 'rule', 'certainty'],
    rules: changeRules,
    certainties: { lossless: 'certain', verified: 'confirmed by a check', given: 'given by you' },
  },
  mapping: ['column', 'field'],
}
