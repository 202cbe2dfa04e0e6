// What `scdl inspect` found, for readers: the file, its columns, the schemas it is like, its fate on data.gouv.fr, what to do next.
import type { InspectedColumn, Inspection, SchemaMatch } from '../../core/inspectionTypes.js'
import { columnLetters } from '../../messages/columnLetters.js'
import { DEFAULT_LANGUAGE, type InspectionWords, type Messages, say } from '../../messages/index.js'
import { displayWidth, shorten, shortenPath, visible } from '../../messages/visible.js'
import { stepLines, wrap } from '../human/layout.js'
import { shellWord } from '../human/shellWord.js'
import type { Style } from '../reporter.js'

export interface InspectionContext {
  words: InspectionWords
  messages: Messages
  style: Style
  /** Columns of the terminal. */
  width: number
  /** One line. */
  quiet?: boolean
}

const ENTRY = '  '
const INNER = '    '
const NAME_WIDTH = 44
const VALUE_WIDTH = 30
const MOST_NAMED = 6
const MOST_COLUMNS = 200
/** Values of a column that are listed with their number of cells. */
const MOST_VALUES = 4
const SHOWN_EXAMPLES = 2
/** From this likeness on, checking with the schema is worth proposing. */
const LIKELY = 0.5

export function inspectionText(inspection: Inspection, context: InspectionContext): string {
  const { words, style, quiet } = context
  if (quiet) return `${visible(words.summary({ ...inspection, source: shortenPath(inspection.source, 200) }))}\n`
  const paragraph = (text: string, first = ENTRY): string[] => (text === '' ? [] : wrap(text, context.width, first, ENTRY))
  const faults = inspection.faults.flatMap((fault) => paragraph(faultSentence(fault, context)))
  const title = style.bold(shortenPath(inspection.source, context.width))
  if (!inspection.readable) {
    return lines([...wrap(words.notReadable(shortenPath(inspection.source, 200)), context.width, '', ENTRY), ...faults])
  }
  return lines([
    title,
    ...(inspection.format === undefined ? [] : paragraph(words.file(inspection.format, inspection.bytes))),
    ...paragraph(words.table(inspection)),
    ...faults,
    ...sheetLines(inspection, context),
    ...columnLines(inspection, context),
    ...schemaLines(inspection, context),
    ...publishingLines(inspection, context),
    ...nextLines(inspection, context),
  ])
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`

function faultSentence({ code, details, count, row }: Inspection['faults'][number], { words, messages }: InspectionContext): string {
  const place = row === undefined ? {} : { row }
  return words.fault(say(messages, { code, type: '', severity: 'error', ...place, details }), count)
}

function sheetLines({ sheets }: Inspection, { words, style, width }: InspectionContext): string[] {
  if (sheets.length < 2) return []
  return [
    '',
    style.bold(words.sections.sheets),
    ...sheets.flatMap(({ name, rows, columns, hidden, inspected }) =>
      wrap(words.sheet(shorten(name, NAME_WIDTH), rows, columns, hidden, inspected), width, ENTRY, INNER),
    ),
  ]
}

function columnLines({ columns, rows }: Inspection, context: InspectionContext): string[] {
  const { words, style } = context
  const shown = columns.slice(0, MOST_COLUMNS)
  const left = columns.length - shown.length
  return [
    '',
    style.bold(words.sections.columns),
    ...shown.flatMap((column) => columnEntry(column, rows, context)),
    ...(left > 0 ? [`${ENTRY}${context.messages.report.others(left, undefined)}`] : []),
  ]
}

function columnEntry(column: InspectedColumn, rows: number, { words, style, width }: InspectionContext): string[] {
  const { label, guess, values, examples, native, filled } = column
  const letters = columnLetters(column.column)
  const name = label === '' ? words.unnamed : shorten(label, NAME_WIDTH)
  const head = `${ENTRY}${letters.padEnd(3)} ${name}`
  const type = native?.date === filled ? words.nativeDates(guess) : words.guess(guess)
  const gap = Math.max(2, 34 - displayWidth(head))
  const isBeside = displayWidth(head) + gap + displayWidth(type) <= width
  const shortened = (texts: readonly string[]): string[] => texts.map((text) => shorten(text, VALUE_WIDTH))
  const sentences = [
    guess.exceptions > 0 ? words.exceptions(guess.exceptions, shortened(guess.exceptionExamples ?? []).slice(0, SHOWN_EXAMPLES)) : '',
    words.facts(bounded(column), rows),
    values !== undefined && values.length > 0 && values.length <= MOST_VALUES && column.filled > values.length
      ? words.values(values.map(({ value, cells }) => ({ value: shorten(value, VALUE_WIDTH), cells })))
      : words.examples([...new Set(shortened(examples))].slice(0, SHOWN_EXAMPLES)),
  ].filter((sentence) => sentence !== '')
  const indent = ' '.repeat(6)
  return [
    `${ENTRY}${style.cyan(letters.padEnd(3))} ${name}${isBeside ? ' '.repeat(gap) + style.bold(type) : ''}`,
    ...(isBeside ? [] : wrap(type, width, indent, indent)),
    ...(sentences.length === 0 ? [] : wrap(sentences.join(' '), width, indent, indent)),
  ]
}

function bounded(column: InspectedColumn): InspectedColumn {
  const { minimum, maximum } = column
  if (minimum === undefined || maximum === undefined) return column
  return { ...column, minimum: shorten(minimum, VALUE_WIDTH), maximum: shorten(maximum, VALUE_WIDTH) }
}

function schemaLines({ schemas, clear, columns }: Inspection, { words, style, width }: InspectionContext): string[] {
  const { schema } = words
  const title = ['', style.bold(words.sections.schemas)]
  if (schemas.length === 0) return [...title, ...wrap(schema.none, width, ENTRY, ENTRY)]
  return [
    ...title,
    ...schemas.flatMap((match, i) => [
      ...wrap(`${matchName(match)}, ${schema.likeness(match.score)}`, width, `${ENTRY}${i + 1}. `, `${ENTRY}   `),
      ...proofSentences(match, columns.length, words).flatMap((sentence) => wrap(sentence, width, `${ENTRY}   `, `${ENTRY}   `)),
    ]),
    ...wrap(clear === undefined ? schema.unclear : schema.clear, width, ENTRY, ENTRY),
  ]
}

function matchName({ name, version, title }: SchemaMatch): string {
  const known = [name, version].filter((part) => part !== undefined).join(' ')
  return title === undefined ? visible(known) : `${visible(known)} (${shorten(title, 80)})`
}

function proofSentences({ matched, missing, fields }: SchemaMatch, columns: number, { schema }: InspectionWords): string[] {
  const renamed = matched.filter(({ proof }) => proof !== 'exact')
  const labels = renamed.slice(0, MOST_NAMED).map(({ label, field }) => ({ label: shorten(label, VALUE_WIDTH), field: visible(field) }))
  const absent = missing.slice(0, MOST_NAMED).map(visible)
  return [
    schema.found(matched.length, fields, columns),
    ...(renamed.length > 0 ? [schema.renamed(labels, renamed.length - labels.length)] : []),
    ...(missing.length > 0 ? [schema.missing(absent, missing.length - absent.length)] : []),
  ]
}

function publishingLines({ publishing }: Inspection, { words, style, width }: InspectionContext): string[] {
  const { remarks, fine, declare } = words.publishing
  const said = publishing.remarks.map(({ code, details }) => remarks[code](details))
  return [
    '',
    style.bold(words.sections.publishing),
    ...(said.length > 0 ? said : [fine]).flatMap((sentence) => wrap(sentence, width, ENTRY, INNER)),
    // Copied whole, even where it is too long for the line.
    ...(publishing.schema === undefined ? [] : [`${ENTRY}${declare}`, `${INNER}${visible(JSON.stringify(publishing.schema))}`]),
  ]
}

function nextLines({ source, schemas, clear }: Inspection, { words, messages, style, width }: InspectionContext): string[] {
  const file = shellWord(source)
  if (file === undefined) return []
  const { validate, infer, schemaFile } = words.next
  const [first] = schemas
  const name = clear ?? (first !== undefined && first.score >= LIKELY ? first.name : undefined)
  const ref = name === undefined ? undefined : shellWord(name)
  const language = messages.language === DEFAULT_LANGUAGE ? [] : [`--lang ${messages.language}`]
  const step =
    ref === undefined
      ? { text: infer, command: [`scdl inspect ${file}`, `--schema-out ${schemaFile}`, ...language] }
      : { text: validate, command: [`scdl validate ${file}`, `--schema ${ref}`, ...language] }
  return stepLines([step], words.sections.next, { width, style })
}
