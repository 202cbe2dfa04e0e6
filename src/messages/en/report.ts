// The report for readers, in English.
import type { FormatFacts } from '../../core/format.js'
import { encodingName } from '../encodingName.js'
import { formatName } from '../formatName.js'
import type { Kind } from '../kindOf.js'
import { namesPublisher, namesRow } from '../labelWords.js'
import type { Amount, Ranges, ReportWords } from '../reportWords.js'
import { toSchema } from './toSchema.js'
import { count, isPlural, list, number, plural } from './words.js'

const RANGES_SHOWN = 8

function formatWords(format: FormatFacts | undefined): string {
  if (format === undefined) return ''
  const delimiter = format.delimiter === undefined ? '' : format.delimiter === '\t' ? ' separated by tabs' : ` “${format.delimiter}”`
  const name = `${formatName(format.name)}${delimiter}`
  const words = [format.wrapped === undefined ? name : `${name}, compressed with ${format.wrapped}`]
  if (format.sheet !== undefined) words.push(`sheet “${format.sheet}”`)
  if (format.encoding !== undefined) {
    const sure = format.encodingConfidence === undefined || format.encodingConfidence >= 0.9 ? '' : 'probably '
    words.push(`${sure}${encodingName(format.encoding)}`)
  }
  if (format.headerRow !== undefined && format.headerRow > 1) words.push(`header on row ${number(format.headerRow)}`)
  return ` (${words.join(', ')})`
}

const rangeWords = (ranges: Ranges): string[] =>
  ranges.flatMap(([from, to]) => (to - from < 2 ? [...new Set([from, to])].map(number) : [`${number(from)} to ${number(to)}`]))

const cells = (value: number): string => count(value, 'cell')

function amountWords({ cells: cellCount, columns, rows }: Amount): string[] {
  const parts: string[] = []
  if (cellCount > 0) parts.push(cells(cellCount))
  if (columns > 0) parts.push(count(columns, 'column'))
  if (rows > 0) parts.push(count(rows, 'row'))
  return parts
}

/** Names, and how many there are beyond them. */
const names = (shown: readonly string[], left: number): string =>
  left > 0 ? `${shown.join(', ')} … and ${number(left)} more` : shown.join(', ')

const VALUES_TO_PUT: Readonly<Partial<Record<Kind, readonly [string, string]>>> = {
  siret: ['the exact SIRET number (14 digits)', "your organisation's SIRET number (14 digits)"],
  siren: ['the exact SIREN number (9 digits)', "your organisation's SIREN number (9 digits)"],
  rna: ['the exact RNA number', "your organisation's RNA number"],
  identifier: ['the exact number', "your organisation's number"],
}

export const report: ReportWords = {
  number,
  verdict({ source: path, verdict, ...schema }) {
    const source = path === '-' ? 'Standard input' : path
    const to = toSchema(schema)
    if (verdict === 'valid') return `${source} conforms to ${to}`
    if (verdict === 'convertible') return `${source} does not conform to ${to} yet: everything can be corrected`
    return `${source} does not conform to ${to}`
  },
  read(rows, columns, format) {
    const columnsRead = count(columns, 'column')
    if (rows === undefined) return `${columnsRead} read${formatWords(format)}.`
    return `${rows === 0 ? 'No rows' : count(rows, 'row')} and ${columnsRead} read${formatWords(format)}.`
  },
  state({ rows, rightRows, todo, todoColumns, errors }) {
    const right =
      rows === 0 || rightRows === rows
        ? ''
        : rightRows === 0
          ? rows === 1
            ? 'The only row is not correct'
            : 'No row is correct'
          : `${number(rightRows)} of ${number(rows)} rows ${plural(rightRows, 'is', 'are')} correct`
    const parts: string[] = []
    if (todo.cells > 0) parts.push(`${cells(todo.cells)} to correct in ${count(todoColumns, 'column')}`)
    if (todo.columns > 0) parts.push(`${count(todo.columns, 'column')} to look at in the header`)
    if (todo.rows > 0) parts.push(`${count(todo.rows, 'row')} to look at`)
    const work = list(parts)
    const counted = `(${count(errors, 'error')} for Validata)`
    if (work === '') return `${right === '' ? 'What follows remains to be corrected' : right} ${counted}.`
    return right === '' ? `${work} ${counted}.` : `${right}: ${work} ${counted}.`
  },
  valid(rows, remarks, unchecked) {
    const all = unchecked ? 'Everything that was checked is correct.' : 'Everything is correct: you can publish it as it is.'
    const right = rows === 0 ? 'The header is correct, but there are no data.' : all
    return remarks ? `${right} The remarks below are not errors.` : right
  },
  schema(name, origin, newer) {
    const later = newer === undefined ? '' : `; a newer version exists: ${newer}`
    const named = name === '' ? 'Schema' : `Schema ${name},`
    if (origin === 'registry') return `${named} downloaded from the registry${later}.`
    if (origin === 'cache') return `${named} copied from the registry and kept on this computer${later}.`
    return later === '' ? undefined : `${named} shipped with scdl${later}.`
  },
  rowsNotChecked: 'The rows were not checked: the header must be corrected first.',

  sections: {
    rename: 'TO RENAME IN THE HEADER',
    propose: 'SCDL CAN CORRECT',
    oneValue: 'ONLY ONE VALUE TO GIVE',
    fewValues: 'A FEW VALUES TO GIVE',
    restore: 'TO CORRECT IN THE ORIGINAL FILE',
    afterRenaming: 'ONCE THE HEADER IS CORRECTED',
    notes: 'FOR INFORMATION, with no effect on conformity',
    next: 'NEXT',
  },
  amount: (amount) => amountWords(amount).join(', '),
  notCounted: (errors) => `${count(errors, 'error')}, not counted`,

  column: (letters, label, field) =>
    label === '' ? `Column ${letters}, without a name` : `Column ${letters}, ${field === undefined ? label : `“${label}” (${field})`}`,
  titled: (column, title) => `${column}: ${title}`,
  json: {
    read: (items, format) => `${items === 0 ? 'No item' : count(items, 'item')} read${formatWords(format)}.`,
    state({ items, rightItems, errors }) {
      const right =
        items === 0 || rightItems === items
          ? ''
          : rightItems === 0
            ? 'None is right: '
            : `${number(rightItems)} of ${number(items)} ${plural(rightItems, 'is right', 'are right')}: `
      return `${right}${count(errors, 'error')} to correct.`
    },
    valid: (items, remarks) =>
      `${items === 0 ? 'Nothing is wrong, but the document is empty.' : 'All is right: you can publish it as it is.'}${remarks ? ' The remarks that follow are no errors.' : ''}`,
    among: (items, warnings, known) => aside(count(items, 'item'), warnings, known),
    todo: 'TO CORRECT IN THE FILE',
    amount: (errors) => count(errors, 'error'),
    line: (line, character) => `line ${number(line)}${character === undefined ? '' : `, character ${number(character)}`}`,
    title: (field, title, times) => `${field === undefined ? '' : `${field}: `}${title}${times > 1 ? ` (${number(times)} times)` : ''}`,
  },
  emptyCell: '(empty)',
  emptyEverywhere: (rows) =>
    rows === 1 ? 'empty on the only row, although required' : `empty on all ${number(rows)} rows, although required`,
  leftOut: (value) => `${count(value, 'wrong cell')} of totals or notes, rows that scdl leaves out`,
  emptyColumns: (value, columns) => `${count(value, 'empty cell')} in ${count(columns, 'required column')}`,
  emptySomewhere: (value) => `${count(value, 'empty cell')}, although required`,
  sameEverywhere: (title) => `${title}, the same value everywhere`,
  sameEachTime: (title) => `${title}, the same value each time`,
  fewValues: (title, values) => `${title}, only ${count(values, 'different value')}`,
  valueToPut: (kind, publisher) => VALUES_TO_PUT[kind]?.[publisher ? 1 : 0],
  namesPublisher,
  namesRow,
  needed: (expected) => `The value must be ${list(expected)}.`,
  cells,
  others: (value, ranges) => {
    const which = ranges === undefined || ranges.length === 0 ? '' : `: ${plural(value, 'row', 'rows')} ${list(rangeWords(ranges))}`
    return `… and ${number(value)} more${which}.`
  },
  settled(assumption, proofs) {
    switch (assumption) {
      case 'day-first':
        return `The day/month order is certain: ${count(proofs, 'date')} in the column ${plural(proofs, 'has', 'have')} a day after the 12th.`
      case 'month-first':
        return `The month/day order is certain: ${count(proofs, 'date')} in the column ${plural(proofs, 'has', 'have')} a day after the 12th.`
      case 'dot-groups':
        return `Here the point separates the thousands, the comma the decimals: ${count(proofs, 'number')} in the column ${plural(proofs, 'proves', 'prove')} it.`
      case 'comma-groups':
        return `Here the comma separates the thousands, the point the decimals: ${count(proofs, 'number')} in the column ${plural(proofs, 'proves', 'prove')} it.`
    }
  },
  unsettledTitle: (value, assumption) =>
    assumption === 'day-first' || assumption === 'month-first'
      ? `${count(value, 'date')} whose day and month are uncertain`
      : `${count(value, 'number')} whose thousands and decimals are uncertain`,
  unsettled(assumption, proofs, contradictions) {
    const mixed = proofs > 0 && contradictions > 0
    if (assumption === 'day-first' || assumption === 'month-first') {
      return mixed
        ? 'The column mixes both orders, day/month and month/day: only the original file tells which is right on each row.'
        : 'Day first, or month? These dates can be read both ways, and no other date in the column settles it.'
    }
    const sign = assumption === 'dot-groups' ? 'point' : 'comma'
    return mixed
      ? `The ${sign} separates thousands in some places, decimals in others: only the original file tells which on each row.`
      : `Does the ${sign} separate thousands, or decimals? These numbers can be read both ways, and no other number in the column settles it.`
  },
  verified: "Every proposed value passes the schema's checks.",
  absentColumn: (field) => `Column ${field} is not in the file: it would have to be added.`,
  ragged(value, columns, longer) {
    const where = `${plural(columns.length, 'column', 'columns')} ${list(columns)}`
    return longer
      ? `In these rows, values have slipped from one column to the next: hence also ${count(value, 'wrong cell')} in ${where}, not to be corrected separately.`
      : `Hence also ${count(value, 'empty cell')} in ${where}.`
  },
  trailingSeparators: 'These cells are empty: they are surplus separators at the ends of the rows.',
  sameAsRow: (row) => `same as row ${number(row)}`,
  row: (row, line) => (line === undefined || line === row ? `row ${number(row)}` : `row ${number(row)} (${number(line)} in a text editor)`),
  rows(ranges, left) {
    const shown = rangeWords(ranges.slice(0, RANGES_SHOWN))
    const several = ranges.length > 1 || ranges.some(([from, to]) => to > from) || left > 0
    const rest = ranges.slice(RANGES_SHOWN).reduce((total, [from, to]) => total + to - from + 1, left)
    if (shown.length === 0) return ''
    return rest > 0 ? `Rows ${shown.join(', ')} … and ${number(rest)} more.` : `${several ? 'Rows' : 'Row'} ${list(shown)}.`
  },

  renameTitle: (columns) =>
    isPlural(columns)
      ? 'These columns seem to be those of the schema, but for their names:'
      : 'This column seems to be that of the schema, but for its name:',
  proof(proof) {
    switch (proof) {
      case 'mark':
        return 'an invisible mark comes before its quote'
      case 'spaces':
        return 'spaces around the name'
      case 'distance':
        return 'typing mistake?'
      default:
        return ''
    }
  },
  missingColumns: (fields, left) => ({
    title: `${plural(fields.length, 'Missing required column', 'Missing required columns')}: ${names(fields, left)}`,
    todo: isPlural(fields.length) ? 'Add them, with exactly these names.' : 'Add it, with exactly this name.',
  }),
  notes: {
    absent: (fields, left) =>
      `${names(fields, left)}: ${plural(fields.length + left, 'optional column', 'optional columns')} absent from the file`,
    renameOptional: (place, label, field, proof) =>
      `Column ${place}, “${label}”: seems to be ${field}${proof === '' ? '' : ` (${proof})`}; rename it so that it is recognised`,
    padded: (place, field) => `Column ${place}, ${field}: there are spaces around its name in the header; remove them`,
    extra: (labels, left) => `${names(labels, left)}: outside the schema; kept, not checked`,
    known: (findings) => `${count(findings, 'fault')} already known, not counted`,
    order: "The columns are in a different order from the schema's",
    schema: (faults) =>
      `The schema itself contains ${count(faults, 'point')} that scdl leaves aside; the JSON report gives the details, for its authors`,
    times: (sentence, times) => (times > 1 ? `${sentence} (${number(times)} times)` : sentence),
  },
  next: {
    original(columns, kind) {
      const digits = kind === 'siret' ? 'the 14 digits' : kind === 'siren' ? 'the 9 digits' : 'the digits'
      return `If you have the original workbook, give it to scdl as it is, without a CSV in between: ${digits} may still be there. Failing that, give ${plural(columns.length, 'column', 'columns')} ${list(columns)} the “Number” format, without decimals, in the spreadsheet before exporting. Do not save the file checked here from Excel: it has already lost these digits.`
    },
    workbook: 'original.xlsx',
    convert: 'To write a new file in which everything scdl can correct is corrected:',
    convertWith: 'To write a new file in which scdl corrects what it can and puts the value that you give (in place of “…”):',
    again: 'Once the file is corrected, check it again:',
    annotate: 'To see each faulty cell in colour, with what to write there, in a workbook:',
    annotatedFile: 'to-correct.xlsx',
    everything: 'For the list of all errors, cell by cell, in a file:',
    reportFile: 'report.json',
  },
  summary: (files) => `${count(files.all, 'file')} checked: ${verdicts(files)}.`,
  folder: (folder, files, errors) =>
    `${folder}: ${count(files.all, 'file')}, ${verdicts(files)}${errors > 0 ? ` (${count(errors, 'error')})` : ''}`,
  among: (rows, warnings, known) => aside(count(rows, 'row'), warnings, known),
}

function verdicts({ valid, convertible, invalid }: { valid: number; convertible: number; invalid: number }): string {
  const parts = [`${number(valid)} ${plural(valid, 'conforms', 'conform')}`]
  if (convertible > 0) parts.push(`${number(convertible)} to correct as proposed`)
  if (invalid > 0) parts.push(`${number(invalid)} ${plural(invalid, 'does not conform', 'do not conform')}`)
  return list(parts)
}

function aside(read: string, warnings: number, known: number): string {
  const parts = [read]
  if (warnings > 0) parts.push(count(warnings, 'remark'))
  if (known > 0) parts.push(`${count(known, 'fault')} already known`)
  return `(${parts.join(', ')})`
}
