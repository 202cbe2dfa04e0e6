// What to do about a request that could not be carried out: one sentence or two, exit code 2.

import type { Detail, Details } from '../../core/diagnostic.js'
import type { RequestFault } from '../../core/error.js'
import { columnLetters } from '../columnLetters.js'
import { bare, listOf, lookUp, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { badConfiguration } from './configurationFaults.js'
import { notDownloaded } from './notices.js'
import { packageRequests } from './packageRequests.js'
import { allFiltered, runRequests } from './runRequests.js'
import { list, number, quote, someOf } from './words.js'

const PATH_WIDTH = 300
const path = (details: Details): string =>
  details.path === '-' ? 'standard input' : `“${shorten(textOf(details.path), PATH_WIDTH) || '(empty)'}”`
/** At the start of a sentence. */
const subject = (details: Details): string => (details.path === '-' ? 'Standard input' : path(details))
const file = (details: Details): string => (details.path === '-' ? 'Standard input' : `The file ${path(details)}`)
/** Where the fault of a list of known faults is. */
function baselinePlace({ line, name, entry, key, nearest, missing }: Details): string {
  if (isGiven(line)) return ` (fault on line ${number(Number(line))})`
  if (!isGiven(name)) return ''
  const place = `${quote(name)}${isGiven(entry) ? `, fault ${number(Number(entry))}` : ''}`
  if (isGiven(missing)) return ` (${place}: ${quote(missing)} is missing)`
  if (!isGiven(key)) return ` (${place})`
  return ` (${place}: ${quote(key)} ${isGiven(nearest) ? `is unknown, did you mean ${quote(nearest)}?` : 'is unknown or not well written'})`
}

const reason = (details: Details): string => (textOf(details.reason) === '' ? '' : ` (${shorten(textOf(details.reason), PATH_WIDTH)})`)
const isGiven = (detail: Detail): boolean => detail !== undefined && detail !== ''
const didYouMean = (nearest: Detail): string => (isGiven(nearest) ? ` Did you mean ${quote(nearest)}?` : '')
const see = (help: Detail): string => (isGiven(help) ? ` See ${bare(help)}.` : '')
const choices = (known: Detail): string => (listOf(known).length === 0 ? '' : ` Possible: ${someOf(listOf(known))}.`)

const UNREADABLE: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder, not a file',
  EBUSY: 'it is open in another program; close it and try again',
  EMFILE: 'too many files are open at once',
  EIO: 'the disk does not respond',
  ENXIO: 'it is not a file',
  ELOOP: 'it is a link that leads back to itself',
  'broken-link': 'it is a link to a file that does not exist',
  'name-encoding': 'its name is not written in UTF-8; rename it',
}

const NOT_WRITTEN: Readonly<Record<string, (details: Details) => string>> = {
  'no-such-folder': ({ folder }) => `the folder ${quote(folder)} does not exist. Create it, or choose another one.`,
  'not-folder': ({ folder }) => `${quote(folder)} is not a folder. Choose another place.`,
  'is-folder': () => 'it is a folder. Give a file name as well.',
  'no-permission': () => 'you do not have permission to write there. Choose another folder.',
  'read-only': () => 'this disk is read-only. Choose another folder.',
  'no-space': () => 'there is no space left on the disk. Free some, or choose another disk.',
  busy: () => 'the file is open in another program, probably your spreadsheet. Close it and try again.',
}

const EXPECTED: Readonly<Record<string, string>> = {
  integer: 'It must be a whole number, for example 1000.',
  shard: 'It must be a part and their number, for example 1/4 for the first of four.',
  seconds: 'It must be a number of seconds, for example 30 or 0.5.',
  size: 'It must be a size, for example 500000, 16M or 2G.',
  character: 'It must be a single character; for a tab, write “tab”.',
  value: 'Give it a value.',
  path: 'Only one report can go to the screen: give the others a file, for example --report json=report.json.',
  url: 'A web address is needed, for example https://schema.data.gouv.fr.',
  'other-place': 'That would overwrite a file to convert. Choose another name, or another folder.',
  'own-place': 'The table itself is written there. Give the list of changes another name.',
  assignment: 'Write the field, the sign = and the value, for example --set idAttribuant=21950999900013.',
  lookup:
    'Write for example --lookup idBeneficiaire=associations.csv:nomBeneficiaire,siret: the field, the table, its key column and its value column.',
  rule: 'Write the code, the sign = and the severity (off, info, warning or error), for example --rule header/extra-column=off.',
  baseline: 'Say in which file: --baseline scdl.baseline.json, or the key “baseline” of the configuration.',
  table: 'The schema describes a JSON document, not a table whose cells can be marked.',
  'annotated-file': 'Give a file whose name ends in .xlsx or .csv.',
  'other-file': 'That would overwrite the file to check. Choose another name for the report.',
}

const LIMITS: Readonly<Record<string, { what: string; cause?: string; option?: string; unit: 'bytes' | 'count' | 'times' | 'seconds' }>> = {
  sourceBytes: { what: 'the downloaded file is larger than', unit: 'bytes' },
  schemaBytes: { what: 'the schema is larger than', unit: 'bytes' },
  schemaParts: { what: 'the schema has more parts', unit: 'count' },
  schemaSteps: { what: 'the schema refers to itself more often, to check a single value,', unit: 'times' },
  schemaDocuments: { what: 'the schema refers to more documents', unit: 'count' },
  resources: { what: 'the data package has more tables', unit: 'count' },
  jsonDepth: { what: 'the document nests more levels', unit: 'count' },
  documentBytes: { what: 'the document, which this schema does not allow to read in parts, is larger', unit: 'bytes' },
  reportBytes: { what: 'the report is larger than', unit: 'bytes' },
  schemaDepth: { what: 'the schema nests more levels than', unit: 'count' },
  recordBytes: {
    what: 'a row of the file is longer than',
    cause: ' This is often a quote that is never closed.',
    option: '--max-record-size',
    unit: 'bytes',
  },
  fields: { what: 'the schema has more columns than', unit: 'count' },
  enumValues: { what: 'the schema lists more values than', unit: 'count' },
  entries: { what: 'the archive holds more files than', unit: 'count' },
  directoryBytes: { what: "the archive's table of contents is larger than", unit: 'bytes' },
  archiveBytes: { what: 'the archive is larger than', unit: 'bytes' },
  oldWorkbookBytes: {
    what: 'this .xls or .xlsb workbook is larger than',
    cause: ' Open it in your spreadsheet program and save it as .xlsx: scdl reads that format whatever its size.',
    unit: 'bytes',
  },
  taskBytes: {
    what: 'reading this workbook takes more memory than',
    cause: ' Open it in your spreadsheet program and save it as .xlsx.',
    unit: 'bytes',
  },
  taskSeconds: {
    what: 'reading this workbook takes more time than',
    cause: ' Open it in your spreadsheet program and save it as .xlsx.',
    unit: 'seconds',
  },
  pageBytes: { what: 'this web page is larger than', unit: 'bytes' },
  sheets: { what: 'the workbook has more sheets than', unit: 'count' },
  rows: { what: 'the sheet has more rows than', unit: 'count' },
  cells: { what: 'the sheet has more cells than', unit: 'count' },
  sharedStringBytes: { what: "the workbook's texts are larger than", unit: 'bytes' },
  tagBytes: { what: 'a tag of the workbook is longer than', unit: 'bytes' },
  depth: { what: 'the workbook nests more levels than', unit: 'count' },
  knownFaults: { what: 'the faults to remember are more than', unit: 'count' },
  knownFaultsBytes: { what: 'the list of known faults is larger than', unit: 'bytes' },
  configurationBytes: { what: 'the configuration is larger than', unit: 'bytes' },
  configurationValues: { what: 'the configuration holds more values than', unit: 'count' },
  keyBytes: { what: 'the keys to remember are larger than', unit: 'bytes' },
  columns: { what: 'a row of the file has more cells than', option: '--max-columns', unit: 'count' },
  inflatedBytes: { what: 'once decompressed, the file is larger than', option: '--max-inflated-size', unit: 'bytes' },
  inflationRatio: { what: 'decompressing makes the file grow more than', option: '--max-inflation-ratio', unit: 'times' },
}

/** `path`: the labels of this file were looked at. */
function schemaRequired(details: Details): string {
  const [first] = listOf(details.candidates)
  if (details.path === undefined)
    return `Which schema should be used for checking? For example: --schema subventions.${choices(details.known)}`
  const example = `Name it, for example --schema ${shorten(first ?? 'subventions', 60)}.`
  if (details.unreadable === true)
    return `${subject(details)} is not a table that can be read: no schema can be recognised in it. See scdl inspect.`
  if (first === undefined) return `The column titles of ${path(details)} do not tell which schema to check with. ${example}`
  return `The column titles of ${path(details)} are not enough to choose a schema. The nearest: ${list(
    listOf(details.candidates).map((name) => shorten(name, 60)),
  )}. ${example}`
}

function limitExceeded(details: Details): string {
  const limit = lookUp(LIMITS, details.limit)
  const value = Number(details.value)
  const amount = Number.isNaN(value)
    ? ''
    : limit?.unit === 'bytes'
      ? ` (${bytes(value)})`
      : ` (${number(value)}${limit?.unit === 'times' ? ' times' : limit?.unit === 'seconds' ? ' seconds' : ''})`
  if (limit === undefined) return `A safety limit is exceeded: ${quote(details.limit)}${amount}.`
  const row = details.row === undefined ? '' : ` on row ${number(Number(details.row))}`
  const place = isGiven(details.path) ? ` in ${path(details)}` : ''
  const way = limit.option === undefined ? '' : ` If this is intended, raise the limit with ${limit.option}.`
  return `Stopped for safety${place}${row}: ${limit.what} the limit${amount}.${limit.cause ?? ''}${way}`
}

function bytes(value: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10))
  return `${number(Math.round((value / 2 ** (10 * power)) * 10) / 10)} ${units[power]}`
}

function unknownSchema(details: Details): string {
  const versions = listOf(details.versions)
  if (versions.length > 0) {
    return `The schema ${quote(details.name ?? details.ref)} does not have this version (${quote(details.ref)}). Known versions: ${versions.map((v) => shorten(v, 20)).join(', ')}.`
  }
  const known = listOf(details.known)
  const fallback = known.length === 0 ? '' : ` Known schemas: ${list(known.slice(0, 12).map((name) => shorten(name, 60)))}.`
  return `No schema is called ${quote(details.ref)}.${didYouMean(details.nearest) || fallback} “scdl schemas search” searches by words. For a file, give its path, for example ./schema.json.`
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  jsonschema: 'describes JSON documents, not tables: only the command “scdl validate” uses it',
  datapackage: 'brings several tables together',
  other: 'is a reference document: no program can check a file with it',
}

function schemaType(details: Details): string {
  const title = isGiven(details.title) ? ` (${bare(details.title)})` : ''
  const what = lookUp(OTHER_TYPES, details.type) ?? `is of a kind that scdl does not know (${quote(details.type)})`
  const tables = listOf(details.tables)
  const todo = tables.length === 0 ? '' : ` Give the one of your table: ${someNames(tables)}.`
  const documentation = isGiven(details.documentation) ? ` Documentation: ${shorten(textOf(details.documentation), PATH_WIDTH)}` : ''
  return `The schema ${quote(details.ref)}${title} ${what}.${todo}${documentation}`
}

const someNames = (names: readonly string[]): string =>
  list(
    names.map((name) => shorten(name, 60)),
    'or',
  )

const NOT_AT_HAND: Readonly<Record<string, string>> = {
  offline: 'Leave --offline out once, for scdl to download and keep it.',
  ci: 'In continuous integration (variable CI), scdl only asks the registry with --refresh.',
}

function nothingToCheck(details: Details): string {
  if (details.kind === 'none' && details.command === 'merge')
    return 'Which reports should be merged? For example: scdl merge reports/*.json'
  if (details.kind === 'none' && details.command === 'convert') {
    return 'Which file should be converted? For example: scdl convert subventions.csv --schema subventions'
  }
  if (details.kind === 'none') {
    return 'Which file should be checked? For example: scdl validate subventions.csv --schema subventions. So that scdl validate is enough, “scdl init” prepares a configuration.'
  }
  if (details.kind === 'configuration') {
    return `The configuration ${path(details)} names no file to check here. Add entries under “files”, or name the files to check.`
  }
  if (details.kind === 'none') return 'Which file should be checked? For example: scdl validate subventions.csv --schema subventions'
  if (details.kind === 'filtered') return allFiltered(details)
  if (details.kind === 'pattern') return `No file matches ${path(details)}.`
  const extensions = listOf(details.extensions)
  return `The folder ${path(details)} contains no table to check${extensions.length === 0 ? '' : ` (${list(extensions, 'or')})`}.`
}

function badOptionValue(details: Details): string {
  const option = bare(details.option)
  const known = listOf(details.known)
  const todo = known.length > 0 ? `${choices(known).trim()}${didYouMean(details.nearest)}` : (lookUp(EXPECTED, details.expected) ?? '')
  if (!isGiven(details.value)) return `The option ${option} has no value. ${todo}${see(details.help)}`.trim()
  return `The option ${option} cannot take the value ${quote(details.value)}. ${todo}`.trim()
}

const figure = (value: Details[string]): string => (typeof value === 'number' ? number(value) : bare(value))

function workbookLimit(details: Details): string {
  const { limit, value, characters, row, column } = details
  const cell = `Cell ${columnLetters(typeof column === 'number' ? column : 1)}${bare(row)}`
  if (limit === 'character')
    return `${cell} holds an invisible character that an ODS workbook cannot hold: nothing was written. Remove it, or write an XLSX workbook or a CSV.`
  if (limit === 'size') return 'The table is too large for an ODS workbook. Write a CSV instead.'
  if (limit === 'cell')
    return `${cell} has ${figure(characters)} characters, and a cell of a workbook holds ${figure(value)} at most: nothing was cut or written. Write a CSV instead.`
  return `The table has more than ${figure(value)} columns, which is all that a workbook holds. Write a CSV instead.`
}

export const requests: { readonly [F in RequestFault]: (details: Details) => string } = {
  ...runRequests,
  ...packageRequests,
  'no-such-file': (details) => `The file ${path(details)} does not exist.${didYouMean(details.nearest)}`,
  'no-permission': (details) =>
    `You do not have permission to read ${path(details)}. Copy it to a folder of your own, or ask for that permission.`,
  'read-failed': (details) => {
    const why = lookUp(UNREADABLE, details.reason)
    return why === undefined ? `${file(details)} could not be read${reason(details)}.` : `${file(details)} could not be read: ${why}.`
  },
  'nothing-to-check': nothingToCheck,
  'unknown-schema': unknownSchema,
  'ambiguous-schema': (details) =>
    `Several schemas are called ${quote(details.ref)}: ${list(
      listOf(details.candidates).map((name) => shorten(name, 60)),
      'or',
    )}. Give the whole name, for example --schema ${shorten(listOf(details.candidates)[0] ?? 'scdl/subventions', 60)}.`,
  'schema-not-json': (details) =>
    `The schema${isGiven(details.path) ? ` ${path(details)}` : ''} is not readable JSON${details.line === undefined ? '' : ` (mistake on line ${number(Number(details.line))})`}. Correct it, or download it again.`,
  'schema-not-table-schema': (details) =>
    `The schema${isGiven(details.path) ? ` ${path(details)}` : ''} does not describe a table: it needs a list of columns, named “fields”.`,
  'json-schema-refused': (details) =>
    `The schema${isGiven(details.path) ? ` ${path(details)}` : ''} cannot serve to check JSON${reason(details)}. Its authors have to correct it.`,
  'schema-reference': (details) =>
    `The schema${isGiven(details.path) ? ` ${path(details)}` : ''} refers to ${quote(details.reference)}, which scdl does not fetch: only documents of the registry are followed. Put everything in a single file, under “definitions”.`,
  'schema-type': schemaType,
  'schema-not-at-hand': (details) =>
    `The schema ${quote(details.ref)} neither ships with scdl, nor was kept from an earlier download. ${lookUp(NOT_AT_HAND, details.why) ?? ''}`.trim(),
  'download-failed': (details) => `${subject(details)} could not be downloaded: ${notDownloaded(details)}`,
  'private-address': (details) =>
    `${subject(details)} leads to a machine of your network (${bare(details.host)}), which scdl does not ask for a schema that comes from elsewhere. Download the file and give its path; if it is your registry, name it with --registry.`,
  'conflicting-options': (details) => `The options ${list(listOf(details.options))} contradict each other. Keep one.`,
  'schema-required': schemaRequired,
  'unknown-command': (details) =>
    `The command ${quote(details.command)} does not exist.${didYouMean(details.nearest) || choices(details.known)}`,
  'unknown-option': (details) => `The option ${quote(details.option)} does not exist.${didYouMean(details.nearest)}${see(details.help)}`,
  'missing-argument': (details) => `Something is missing after the command: ${bare(details.argument)}.${see(details.help)}`,
  'unexpected-argument': (details) =>
    `The command takes no further argument: ${quote(details.argument)}. A name of several words goes between quotes.${see(details.help)}`,
  'bad-option-value': badOptionValue,
  'unknown-encoding': (details) =>
    `The encoding ${quote(details.value ?? details.encoding)} is not known. Try without --encoding: scdl recognises it by itself; otherwise utf-8, windows-1252, iso-8859-15, utf-16le, macintosh or cp850.`,
  'unsupported-format': (details) =>
    `${isGiven(details.path) ? subject(details) : 'This file'}: this format is not read yet${isGiven(details.format) ? ` (${quote(details.format)})` : ''}. Save the table as CSV UTF-8.`,
  'unsupported-source': (details) =>
    `The address ${path(details)} cannot be read: scdl reads those that begin with https:// or http://. Download the file, then give its path.`,
  'limit-exceeded': limitExceeded,
  'write-failed': (details) => {
    const why = lookUp(NOT_WRITTEN, details.reason)
    const target = details.path === '-' ? 'The standard output' : `The file ${path(details)}`
    return why === undefined ? `${target} could not be written${reason(details)}.` : `${target} could not be written: ${why(details)}`
  },
  'file-exists': (details) => `The file ${path(details)} already exists. Give another name, or add --force to replace it.`,
  'unknown-field': (details) => `The schema has no field ${quote(details.field)}.${didYouMean(details.nearest) || choices(details.known)}`,
  'value-refused': (details) =>
    `The value ${quote(details.value)} given for ${bare(details.field)} does not fit this field. See what it expects in the documentation of the schema.`,
  'unknown-column': (details) =>
    `${isGiven(details.path) ? file(details) : 'The table'} has no column ${quote(details.column)}.${didYouMean(details.nearest) || choices(details.known)}`,
  'same-output': (details) =>
    `Several files would be written to the same place, ${path(details)}: ${list(listOf(details.sources).map((name) => shorten(name, 60)))}. Convert them separately.`,
  'one-output': (details) =>
    details.option === '--annotate'
      ? `The option --annotate writes one table, and there are ${isGiven(details.files) ? number(Number(details.files)) : 'several'} to check. Check them one by one.`
      : `The option ${bare(details.option)} names one file, and there are ${isGiven(details.files) ? number(Number(details.files)) : 'several'} to convert. Give a folder instead: --out-dir.`,
  'no-geometry': () =>
    'No column of the schema says where the rows are: a column of points or shapes is needed (geopoint, geojson), or a longitude and a latitude. Write a CSV, a JSON or a workbook instead.',
  'workbook-limit': workbookLimit,
  'bad-mapping': (details) =>
    `${subject(details)} does not say which column is which field. It must be a CSV of two columns, the label of the column and the name of the field, or a JSON object { "label": "field" }.`,
  'one-source': (details) =>
    `${subject(details)} holds ${isGiven(details.sources) ? number(Number(details.sources)) : 'several'} files. Give only one${isGiven(details.first) ? `, for example ${quote(details.first)}` : ''}.`,
  'bad-configuration': badConfiguration,
  'unmatched-file': (details) =>
    `${subject(details)} is named by no entry of ${bare(details.configuration)}. Add an entry for it under “files”, or give --schema.`,
  'no-schema-recognised': (details) =>
    `None of the tables of ${path(details)} shows by its column titles which schema it follows${isGiven(details.files) ? ` (${number(Number(details.files))} looked at)` : ''}. “scdl schemas search” looks for a schema by words.`,
  'no-baseline': (details) =>
    `The list of known faults ${path(details)} does not exist yet. To write it: scdl validate --update-baseline, with the same files.`,
  'bad-baseline': (details) =>
    `${subject(details)} is not a list of known faults${baselinePlace(details)}. Correct it, or delete it and write it again with --update-baseline.`,
  'no-such-sheet': (details) =>
    listOf(details.known).length === 0
      ? `This file is not a workbook: it has no sheet ${quote(details.sheet)}. Leave out --sheet.`
      : `The workbook has no sheet ${quote(details.sheet)}.${choices(details.known)}`,
  'header-row-not-found': (details) =>
    `Row ${quote(details.row ?? details.headerRow ?? details.value)}, given as the header, does not exist or is empty in this file. Check --header-row.`,
}
