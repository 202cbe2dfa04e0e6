// What `scdl inspect` says, in English.
import type { FormatFacts } from '../../core/format.js'
import type { GuessedType } from '../../core/inspectionTypes.js'
import { bare, listOf, lookUp } from '../details.js'
import { encodingName } from '../encodingName.js'
import type { InspectionWords } from '../inspectionWords.js'
import { dateForm } from './dates.js'
import { count, list, number, plural, quote } from './words.js'

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'CSV file',
  xlsx: 'Excel workbook (XLSX)',
  xls: 'Old Excel workbook (XLS)',
  ods: 'OpenDocument workbook (ODS)',
  xlsb: 'Binary Excel workbook (XLSB)',
  spreadsheetml: 'Excel 2003 workbook (XML)',
  html: 'Web page',
}

const KINDS: Readonly<Record<string, string>> = {
  empty: 'empty',
  text: 'text',
  constant: 'a single value',
  category: 'a few values that repeat',
  uuid: 'UUID identifiers',
  email: 'e-mail addresses',
  url: 'web addresses',
  siret: 'SIRET numbers with a right key',
  siren: 'SIREN numbers with a right key',
  rna: 'RNA numbers of associations',
  phone: 'French telephone numbers',
  'phone-abroad': 'telephone numbers of other countries',
  commune: 'Insee codes of communes',
  postcode: 'French postcodes',
  department: 'codes of departments',
  region: 'codes of regions',
  time: 'times',
  yearmonth: 'months written yyyy-mm',
  'date-written': 'dates in French words',
  year: 'years',
  geopoint: 'geographical points (latitude and longitude)',
  geojson: 'geographical shapes (GeoJSON)',
  object: 'JSON objects',
  array: 'JSON lists',
  identifier: 'identifiers made of figures',
  scientific: 'numbers shortened by a spreadsheet, which has lost digits of them',
  integer: 'whole numbers',
  number: 'numbers with a decimal point',
  'decimal-comma': 'numbers with a decimal comma',
  amount: 'amounts with the sign €',
  percent: 'percentages',
}

function guess({ kind, type, format, options = {} }: GuessedType): string {
  if (kind === 'boolean') {
    const [yes, no] = [options.trueValues, options.falseValues].map((words) => (Array.isArray(words) ? bare(words[0]) : ''))
    return `${quote(yes)} or ${quote(no)}`
  }
  if (type === 'date') return `dates written ${dateForm(format ?? '%Y-%m-%d') ?? bare(format)}`
  if (type === 'datetime') return format === undefined ? 'dates and times' : `dates and times written ${dateForm(format) ?? bare(format)}`
  return lookUp(KINDS, kind) ?? bare(type)
}

const separator = (sign: unknown): string => (sign === '\t' ? 'tabs' : quote(bare(sign as string)))

function bytesOf(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte')
  const [unit, size] = bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9]
  return `${number(Math.round((bytes / size) * 10) / 10)} ${unit}`
}

function file({ name, delimiter, encoding, encodingConfidence, wrapped }: FormatFacts, bytes: number): string {
  const parts = [lookUp(FORMATS, name) ?? name]
  if (wrapped !== undefined) parts[0] += `, compressed (${wrapped})`
  if (delimiter !== undefined) parts.push(`columns separated by ${separator(delimiter)}`)
  if (encoding !== undefined) {
    const sure = encodingConfidence === undefined ? '' : ` (${number(Math.round(encodingConfidence * 100))}% sure)`
    parts.push(`encoding ${encodingName(encoding)}${sure}`)
  }
  return `${[...parts, bytesOf(bytes)].join(', ')}.`
}

const share = (part: number, whole: number): string => {
  const percent = (part / whole) * 100
  return `${number(percent > 99 && percent < 100 ? 99 : percent > 0 && percent < 1 ? 1 : Math.round(percent))}%`
}

const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const inspection: InspectionWords = {
  sections: { sheets: 'SHEETS', columns: 'COLUMNS', schemas: 'LIKELY SCHEMA', publishing: 'ON DATA.GOUV.FR', next: 'NEXT' },
  notReadable: (source) => `${source} is not a table that scdl can read.`,
  file,
  table({ rows, blankRows, longRows, shortRows, headerRow, titleRows, columns }) {
    const sentences = [
      `${count(rows, 'row')} and ${count(columns.length, 'column')}, with the column titles in row ${number(headerRow ?? 1)}.`,
    ]
    if (titleRows > 0)
      sentences.push(`Above them, ${count(titleRows, 'row that is not part of the table', 'rows that are not part of the table')}.`)
    if (blankRows > 0) sentences.push(`${count(blankRows, 'row is empty', 'rows are empty')}.`)
    if (longRows > 0) sentences.push(`${count(longRows, 'row has', 'rows have')} more cells than the row of titles.`)
    if (shortRows > 0) sentences.push(`${count(shortRows, 'row has', 'rows have')} fewer cells than the row of titles.`)
    return sentences.join(' ')
  },
  sheet(name, rows, columns, hidden, inspected) {
    const size = rows === 0 ? 'empty' : `${count(rows, 'row')}, ${count(columns, 'column')}`
    return `${name}: ${size}${hidden ? ', hidden' : ''}${inspected ? '. This is the one described here.' : ''}`
  },
  fault: (sentence, times) => (times === 1 ? sentence : `${sentence} (${number(times)} times.)`),
  unnamed: '(untitled)',
  guess,
  nativeDates: ({ type }) => (type === 'datetime' ? 'dates and times' : type === 'date' ? 'dates' : 'times'),
  facts({ filled, distinct, distinctEstimated, values, minimum, maximum }, rows) {
    const sentences: string[] = []
    if (minimum !== undefined && maximum !== undefined && minimum !== maximum) sentences.push(`From ${minimum} to ${maximum}.`)
    if (filled > 0 && filled < rows) sentences.push(`Filled on ${count(filled, 'row')} (${share(filled, rows)}).`)
    if (distinct > 1 && values === undefined) {
      const about = distinctEstimated ? 'About ' : ''
      sentences.push(`${about}${number(distinct)} different values${distinct === filled && !distinctEstimated ? ', none repeated' : ''}.`)
    }
    return sentences.join(' ')
  },
  exceptions: (cells, examples) =>
    `Except ${count(cells, 'cell')}${examples.length > 0 ? `, such as ${list(examples.map(quote), 'or')}` : ''}.`,
  examples: (examples) => (examples.length === 0 ? '' : `For example ${list(examples.map(quote), 'or')}.`),
  values(values) {
    const [only] = values
    if (values.length === 1 && only !== undefined) return `${quote(only.value)} everywhere.`
    return `${values.map(({ value, cells }) => `${quote(value)} ${count(cells, 'time')}`).join(', ')}.`
  },
  schema: {
    found: (matched, fields, columns) =>
      `${number(matched)} of the ${count(columns, 'column')} of the file ${plural(matched, 'belongs', 'belong')} to this schema, which has ${number(fields)}.`,
    likeness: (score) => `likeness ${number(Math.round(score * 100))}%`,
    renamed: (labels, left) =>
      `${plural(labels.length + left, 'Title to correct', 'Titles to correct')}: ${labels.map(({ label, field }) => `${quote(label)} for ${field}`).join(', ')}${left > 0 ? ` … and ${count(left, 'other')}` : ''}.`,
    missing: (fields, left) =>
      `${plural(fields.length + left, 'Required column that is missing', 'Required columns that are missing')}: ${fields.join(', ')}${left > 0 ? ` … and ${count(left, 'other')}` : ''}.`,
    clear: 'No other comes near: scdl validate and scdl convert take it without --schema.',
    unclear: 'It is not clear enough for scdl to choose: name the schema with --schema.',
    none: 'The column titles are like those of no schema that scdl has at hand. To try all those of schema.data.gouv.fr, run “scdl schemas update --all”, then scdl inspect again.',
  },
  publishing: {
    remarks: {
      'too-large': ({ limit, bytes }) =>
        `The file takes ${bytesOf(Number(bytes))}: above ${bytesOf(Number(limit))} there is neither preview nor analysis.`,
      format: () => 'This format has neither preview nor analysis there. Publish a CSV file.',
      'first-line-separator': ({ seen, used }) =>
        `The separator is read there in the first line only, which suggests ${separator(seen)} in place of ${separator(used)}: the columns would be cut wrongly.`,
      'header-row': ({ row }) =>
        `The column titles are in row ${bare(row)}: what is above them would be taken for the titles, or make the analysis fail.`,
      encoding: ({ encoding }) => `The encoding ${encodingName(bare(encoding))} has to be guessed there: UTF-8 is safer.`,
      'uneven-rows': ({ row }) => `Row ${bare(row)} does not have as many cells as the row of titles: the analysis fails on it.`,
      'largest-sheet': ({ taken, sheet }) => `The largest sheet is read there, ${quote(taken)}, and not ${quote(sheet)}.`,
      'several-sheets': ({ sheets, taken }) => `Only one of the ${bare(sheets)} sheets is read there: the largest, ${quote(taken)}.`,
      'duplicate-labels': ({ labels }) =>
        `${plural(listOf(labels).length, 'This title stands', 'These titles stand')} on several columns: ${list(listOf(labels).map(quote))}.`,
      'blank-labels': ({ columns }) => `${count(Number(columns), 'column has', 'columns have')} no title.`,
    },
    fine: 'Nothing stands in the way of reading the file.',
    declare: 'Schema to declare for this file:',
  },
  next: { validate: 'To check the file:', infer: 'To write a schema from this file:', schemaFile: 'schema.json' },
  summary({ source, readable, rows, columns, schemas, clear }) {
    if (!readable) return `${source}: no table that can be read`
    const version = schemas[0]?.version
    const schema = clear === undefined ? 'no schema recognised' : `${clear}${version === undefined ? '' : ` ${version}`}`
    return `${source}: ${count(rows, 'row')}, ${count(columns.length, 'column')}, ${schema}`
  },
  inferred: {
    title: (source) => `Table ${source}`,
    column: (guess) => `${sentenceCase(inspection.guess(guess))}.`,
    description: (source) => `Schema that scdl inferred from the content of ${source}. To be read again, completed and made precise.`,
  },
}
