// What stands around the findings in reports other than the one of the terminal, in English.
import type { PageWords } from '../pageWords.js'
import { count, number, plural } from './words.js'

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const

export const page: PageWords = {
  title: 'Validation report',
  made: (version, date) =>
    date === undefined
      ? `Written by scdl ${version}`
      : `Written by scdl ${version} on ${date.toLocaleDateString('en-GB', { dateStyle: 'long' })} at ${date.toLocaleTimeString('en-GB', { timeStyle: 'short' })}`,
  toContent: 'Skip to content',
  verdict: 'Verdict',
  verdicts: { valid: 'Conforms', convertible: 'Everything can be corrected', invalid: 'Does not conform' },
  severities: { error: 'error', warning: 'warning', info: 'information' },
  severityNames: { error: 'Errors', warning: 'Warnings', info: 'Remarks' },
  repairable: 'Cells with a proposed value',
  errors: (errors) => count(errors, 'error'),
  warnings: (warnings) => count(warnings, 'warning'),
  infos: (infos) => count(infos, 'remark'),
  findings: (findings) => count(findings, 'finding'),
  outOf: (part, whole) => `${number(part)} of ${number(whole)}`,
  size(bytes) {
    const unit = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
    const value = bytes / 1000 ** unit
    return `${number(unit === 0 || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10)}\u00a0${UNITS[unit]}`
  },
  listSeparator: ',',
  folder: 'Folder',
  columns: {
    file: 'File',
    severity: 'Severity',
    title: 'Finding',
    place: 'Cell',
    row: 'Row',
    lastRow: 'Last row',
    column: 'Column',
    field: 'Label',
    cell: 'Value read',
    suggestion: 'To write',
    message: 'Explanation',
    code: 'Code',
    page: 'Help page (in French)',
  },

  parts: {
    files: 'Files',
    todo: 'What there is to do',
    columns: 'Columns',
    rows: 'Faulty rows',
    findings: 'List of findings',
    explained: 'The findings explained',
  },
  schema: {
    title: 'Schema',
    titleTerm: 'Title',
    name: 'Name',
    version: 'Version',
    origin: 'Origin',
    origins: {
      shipped: 'shipped with scdl',
      cache: 'registry schema.data.gouv.fr, copy kept by scdl',
      registry: 'registry schema.data.gouv.fr',
      path: 'file',
      url: 'web address',
      inline: 'given by the program',
    },
    newer: (version) => `Version ${version} is more recent.`,
    documentation: 'Documentation',
  },
  file: {
    title: 'File',
    name: 'Name',
    rows: 'Rows',
    columns: 'Columns',
    size: 'Size',
    rightRows: 'Correct rows',
  },
  table: {
    column: 'Column',
    label: 'Label',
    filled: 'Filled cells',
    invalid: 'Wrong cells',
    faults: 'Findings',
    outside: 'outside the schema',
    absent: 'absent, optional',
    absentRequired: 'absent, required',
    times: (times, title) => (times > 1 ? `${title} (${number(times)})` : title),
  },
  rows: {
    row: 'Row',
    shown: (shown, all) =>
      shown < all
        ? `The first ${number(shown)} of ${number(all)}, as they are in the file. What is wrong is marked and explained.`
        : `${plural(all, 'It is shown as it is', 'They are shown as they are')} in the file. What is wrong is marked and explained.`,
    allColumns: 'Show columns without faults too',
    faulty: 'to look at',
  },
  filter: {
    title: 'Filter the list',
    search: 'Search',
    severity: 'Severity',
    fault: 'Finding',
    suggestion: 'Correction',
    all: 'All',
    withSuggestion: 'With a proposed value',
    withoutSuggestion: 'Without a proposed value',
    reset: 'Show all',
    shown: (all) => `Findings shown: # of ${number(all)}.`,
    none: 'No finding matches these choices.',
  },
  printed: (rows) => `Only the first ${number(rows)} lines of this table are printed. The screen shows them all.`,
  cut: (shown, all) => `Only the first ${number(shown)} findings of ${number(all)} are detailed here. The figures above count everything.`,
  textCut: (characters) => ` […] (cut here: ${count(characters, 'character')} in all)`,
  listCut: (left) => `The list stops here: ${count(left, 'other finding is', 'other findings are')} not detailed.`,
  pageFull: 'What follows does not fit: the report stops here.',
  moreFiles: (files) => `… and ${count(files, 'other file')}`,
  alike: (alike) => `${count(alike, 'other similar finding')} in this file.`,
  moreAnnotations: (left) =>
    `${count(left, 'other kind of finding is', 'other kinds of findings are')} not shown: the full report lists them.`,
  explained: (page) => `Explanations and examples, in French: ${page}`,
  tests: { file: 'File', header: 'Header', rows: 'Rows', values: 'Values' },
  wholeTable: 'whole file',
  rowRange: (first, last) => `rows ${number(first)} to ${number(last)}`,
  afterRenaming: 'once the header is corrected',
}
