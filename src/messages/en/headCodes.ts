// Sentences about the file as a whole and the header.
import type { KnownCode } from '../../codes.js'
import type { Diagnostic } from '../../core/diagnostic.js'
import { columnLetters } from '../columnLetters.js'
import { listOf, lookUp, textOf } from '../details.js'
import { encodingName } from '../encodingName.js'
import { count, isPlural, list, number, plural, quote } from './words.js'

const NAMES_SHOWN = 6

/** The first names, and how many more there are. */
function someNames(names: readonly string[]): string[] {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => quote(name))
  return names.length > shown.length ? [...shown, count(names.length - shown.length, 'other')] : shown
}

type HeadCode = Extract<KnownCode, `${'file' | 'header'}/${string}`>

const NOT_A_TABLE: Readonly<Record<string, string>> = {
  pdf: 'a PDF document',
  html: 'a web page (HTML)',
  image: 'an image',
  zip: 'a ZIP archive',
  xlsx: 'an Excel workbook (.xlsx)',
  ods: 'a LibreOffice workbook (.ods)',
  xls: 'an old Excel workbook (.xls)',
  json: 'JSON',
  xml: 'XML',
  encrypted: 'a workbook protected by a password',
  corrupt: 'a damaged or incomplete file',
  gzip: 'a damaged or incomplete compressed file (gzip)',
  numbers: 'an Apple Numbers document',
  xlsb: 'a binary Excel workbook (.xlsb)',
  docx: 'a Word document',
  odt: 'a LibreOffice text document',
  pptx: 'a PowerPoint presentation',
  odp: 'a LibreOffice presentation',
  binary: 'a binary file, not text',
  csv: 'a text file (CSV)',
  spreadsheetml: 'an Excel 2003 workbook in XML',
  fods: 'a LibreOffice workbook in XML (.fods)',
  mhtml: 'a web page in a single file (MHTML)',
  rtf: 'a text document (RTF)',
  doc: 'an old Word document (.doc)',
  ppt: 'an old PowerPoint presentation (.ppt)',
  msg: 'an Outlook message (.msg)',
  epub: 'an electronic book (EPUB)',
  jar: 'a program (Java archive)',
  odg: 'a LibreOffice drawing',
  shapefile: 'an archive of geographic data (Shapefile)',
  kmz: 'an archive of geographic data (KMZ)',
  parquet: 'a Parquet file',
  sqlite: 'a database (SQLite or GeoPackage)',
  archive: 'an archive (7-Zip, RAR or another)',
}

const SYNTAX: Readonly<Record<string, string>> = {
  'value-expected': 'a value is missing',
  'key-expected': 'the name of a property, between double quotation marks, is missing',
  'colon-expected': 'a colon is missing after the name of a property',
  'comma-expected': 'a comma is missing, or there is a sign too many',
  'trailing-comma': 'there is a comma too many',
  'unclosed-text': 'a quotation mark that opens here is not closed on its line',
  'bad-escape': 'a backslash is followed by a sign that does not go with it',
  'control-character': 'a text holds an invisible character, such as a tab, which has to be written otherwise there (\\t)',
  'bad-number': 'a number is badly written (no zero in front, a point for the decimals)',
  'bad-word': 'a word without quotation marks is neither true, nor false, nor null',
  'end-expected': 'something follows the end of the document',
  'too-deep': 'too many levels are nested',
  cut: 'it ends too early, most likely badly downloaded or badly exported',
}

const WORKBOOKS = ['xlsx', 'ods', 'xls', 'xlsb', 'spreadsheetml', 'fods', 'mhtml']
const DAMAGED = ['corrupt', 'gzip']
const ARCHIVES = ['zip', 'archive']

function notATable(found: string): string {
  const what = lookUp(NOT_A_TABLE, found) ?? 'something else'
  return `This file is not a table: it is ${what}. ${wayOut(found)}`
}

function wayOut(found: string): string {
  if (WORKBOOKS.includes(found)) return 'Open it in your spreadsheet program and save the sheet as CSV UTF-8.'
  if (found === 'numbers') return 'Open it in Numbers, then choose File, Export To, Excel or CSV.'
  if (found === 'html') {
    return 'This is often the page of a website instead of the file itself: download it again. If your software exported it, open it in your spreadsheet program and save it as CSV UTF-8.'
  }
  if (found === 'encrypted') return 'Open it in your spreadsheet program, remove the password, then save it again.'
  if (DAMAGED.includes(found)) return 'Ask for it, download it or export it again.'
  if (ARCHIVES.includes(found)) return 'Extract the file from it, then check that file.'
  return 'Ask for the table itself, or export it, as CSV.'
}

const nameOf = (d: Diagnostic): string => quote(d.field ?? d.label)

function nearMiss(d: Diagnostic): string {
  const { nearMiss, nearMissColumn } = d.details
  if (nearMiss === undefined) return ''
  const place = nearMissColumn === undefined ? 'Column' : `Column ${columnLetters(Number(nearMissColumn))},`
  return ` ${place} ${quote(nearMiss)}${nearMissColumn === undefined ? '' : ','} seems to be the one: rename it ${quote(d.field)}.`
}

export const headCodes: { readonly [C in HeadCode]: (d: Diagnostic) => string } = {
  'file/empty': () => 'This file is empty.',
  'file/not-a-table': (d) => notATable(textOf(d.details.found)),
  'file/not-json': (d) => {
    const found = textOf(d.details.found)
    if (found === 'csv')
      return 'This file is not JSON, which is what this schema describes. If it is a table, choose the schema of a table; otherwise, export the data as JSON.'
    return `This file is not JSON: it is ${lookUp(NOT_A_TABLE, found) ?? 'something else'}. Ask for the data themselves, or export them, as JSON.`
  },
  'file/json-syntax': (d) => {
    const what = lookUp(SYNTAX, d.details.fault) ?? 'there is a sign too many, or one is missing'
    const place =
      d.line === undefined ? '' : ` at line ${number(d.line)}${d.character === undefined ? '' : `, character ${number(d.character)}`}`
    return `This file stops being JSON${place}: ${what}. What follows was not read.`
  },
  'file/json-lines': (d) =>
    `Several JSON documents follow one another in this file${d.line === undefined ? '' : `, the second at line ${number(d.line)}`}: there has to be one, for example a list [ … ] of them all. If the schema describes one line (JSON Lines), give the file a name in .jsonl.`,
  'file/json-encoding': (d) =>
    textOf(d.details.encoding) === 'utf-8'
      ? 'Some characters of this file are not UTF-8, the only encoding that JSON allows. Export it again as UTF-8.'
      : `This file is encoded in ${encodingName(textOf(d.details.encoding))}, but JSON allows UTF-8 only. Save it as UTF-8.`,
  'file/json-mark': () =>
    'This file begins with an invisible mark (BOM), which JSON does not allow: some programs will refuse to read it. Save it as “UTF-8” rather than “UTF-8 with BOM”.',
  'file/format': (d) => {
    const what = lookUp(NOT_A_TABLE, d.details.found) ?? 'something else'
    return d.details.extension === undefined
      ? `This file is ${what}, which Validata and data.gouv.fr do not read. scdl reads it: “scdl convert” makes a CSV of it, or save it as CSV UTF-8.`
      : `Although its name ends in .${textOf(d.details.extension)}, this file is ${what}. scdl reads it as that, Validata does not: “scdl convert” makes a CSV of it, or save it as CSV UTF-8.`
  },
  'file/encoding': (d) =>
    `This file is encoded in ${encodingName(textOf(d.details.encoding))}. It is read, but the standard is UTF-8: save it as “CSV UTF-8”.`,
  'file/unreadable-encoding': (d) =>
    `This file is encoded in ${encodingName(textOf(d.details.encoding))}, which Validata and data.gouv.fr cannot read. Save it as “CSV UTF-8”.`,
  'file/quoting': (d) =>
    d.details.escaper === undefined
      ? `The cells of this file stand between ${quote(d.details.quote)}, which Validata and data.gouv.fr take for text: straight double quotes (") are needed. “scdl convert” replaces them.`
      : `In the cells of this file, a quote has ${quote(d.details.escaper)} before it; Validata and data.gouv.fr expect it doubled ("") and cut these cells in the wrong place. “scdl convert” rewrites them.`,
  'file/title-rows': (d) => {
    const rows = Number(d.details.rows ?? 1)
    const first = textOf(d.details.first) === '' ? '' : ` (${quote(d.details.first)}${rows > 1 ? ' …' : ''})`
    return `${count(rows, 'title row')} ${plural(rows, 'comes', 'come')} before the header${first}. The header must be the first row: delete what is above it.`
  },
  'file/other-sheet': (d) =>
    `The table is on the sheet ${quote(d.details.sheet)}, while Validata reads only the first one, ${quote(d.details.first)}: put it first, or save it on its own.`,
  'file/no-header': (d) => {
    const candidates = listOf(d.details.candidates)
    const expected = candidates.length === 0 ? '' : ` Expected names: ${list(someNames(candidates))}.`
    return `No column name of the file is that of a column of the schema: the header row is missing, or this is not the right schema.${expected}`
  },
  'file/truncated': (d) =>
    `The ${d.details.workbook === true ? 'workbook' : 'compressed file'} is damaged: reading stops${d.row === undefined ? '' : ` around row ${number(d.row)}`}. ${d.details.workbook === true ? 'Open it in your spreadsheet program and save it under another name, or download it again.' : 'Download it or compress it again.'}`,
  'file/no-rows': () => 'The file has only its header: there are no rows to check.',

  'header/missing-label': (d) => `The required column ${nameOf(d)} is missing.${nearMiss(d) || ' Add it, spelt exactly like this.'}`,
  'header/missing-column': (d) =>
    `The optional column ${nameOf(d)} is absent.${nearMiss(d) || ' This is not an error; add it, even empty, to follow the schema more closely.'}`,
  'header/extra-column': (d) => {
    const { nearMissOf } = d.details
    const hint = nearMissOf === undefined ? '' : ` It seems to be ${quote(nearMissOf)}: rename it if that is the case.`
    return `Column ${quote(d.label ?? d.cell)} is outside the schema: it is kept, but its content is not checked.${hint}`
  },
  'header/check-column': (d) => {
    const absent = listOf(d.details.absent).map(quote)
    const fields = listOf(d.details.fields).map(quote)
    const several = isPlural(absent.length)
    return `${list(fields) || 'Several columns'} go together, but the file does not have ${several ? 'columns' : 'column'} ${list(absent)}: add ${several ? 'them' : 'it'}, even empty.`
  },
  'header/order': (d) => {
    const expected = listOf(d.details.expected)
    return `The columns are the right ones, in a different order from the schema's${expected.length === 0 ? '' : `: ${expected.map((name) => quote(name)).join(', ')}`}. This is not an error.`
  },
  'header/blank-label': (d) =>
    `Column ${d.column === undefined ? '' : `${columnLetters(d.column)} `}has no name in the header: give it one, or delete it if it is empty.`,
  'header/phantom-columns': (d) => {
    const columns = Number(d.details.phantoms ?? 1)
    const from = d.column === undefined ? '' : `, from column ${columnLetters(d.column)} on`
    return `After the last column, ${count(columns, 'empty column')} ${plural(columns, 'keeps', 'keep')} a format${from}: Validata takes ${plural(columns, 'it for a column', 'them for columns')} without a name. Delete ${plural(columns, 'it', 'them')} in the spreadsheet program.`
  },
  'header/duplicate-label': (d) => {
    const places = listOf(d.details.columns).map((column) => columnLetters(Number(column)))
    const where = places.length < 2 ? '' : ` (columns ${list(places)})`
    return `Several columns have the same name, ${quote(d.label ?? d.cell ?? d.field)}${where}: give each its own. Until this is done, the rows cannot be checked.`
  },
}
