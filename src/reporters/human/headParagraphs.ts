// What a report for readers says first: the verdict, what was read, what state it is in.
import type { Diagnostic } from '../../core/diagnostic.js'
import type { TableReport } from '../../core/reportTypes.js'
import type { SchemaName } from '../../messages/reportWords.js'
import { shorten } from '../../messages/visible.js'
import type { TableView } from './section.js'
import { amountToDo } from './tableSections.js'

const SOURCE_WIDTH = 200
const VERSION_WIDTH = 20
const REFERENCES_SHOWN = 3

/** "subventions.csv n'est pas conforme à scdl/subventions 2.1.1", without a full stop. */
export function verdictSentence({ table, messages }: TableView): string {
  return messages.report.verdict({ source: shorten(table.source, SOURCE_WIDTH), verdict: table.verdict, ...schemaName(table.schema) })
}

/** A schema given as a file is known by its title: its path is what the reader has just typed. */
export function schemaName(schema: TableReport['schema']): SchemaName {
  if (schema === undefined) return { schema: '' }
  const { name, title, version, origin, resource, package: parcel } = schema
  const registered = origin === 'shipped' || origin === 'cache' || origin === 'registry'
  return {
    schema: shorten(name, SOURCE_WIDTH),
    ...(registered || title === undefined ? {} : { title: shorten(title, SOURCE_WIDTH) }),
    ...(version === undefined ? {} : { version: shorten(version, VERSION_WIDTH) }),
    ...(resource !== undefined &&
      parcel !== undefined && { resource: { name: shorten(resource, SOURCE_WIDTH), package: shorten(parcel, SOURCE_WIDTH) } }),
  }
}

/** Nothing for a shipped schema that is the newest known. `named`: it is not clear from what stands before. */
export function schemaParagraph({ table: { schema }, messages }: Pick<TableView, 'table' | 'messages'>, named = false): string[] {
  if (schema === undefined) return []
  const { origin, newer } = schema
  const { schema: name, version = '' } = schemaName(schema)
  const later = newer === undefined ? undefined : shorten(newer, VERSION_WIDTH)
  return [messages.report.schema(named ? `${name} ${version}`.trim() : '', origin, later) ?? []].flat()
}

/** What there is to do in a table that is not valid. */
export function stateSentence(view: TableView): string {
  const { rows, errors, invalidRows } = view.table.stats
  const todoColumns = view.table.columns.filter(({ invalid, nearMiss }) => invalid > 0 && nearMiss === undefined).length
  return view.messages.report.state({ rows, rightRows: rows - invalidRows, todo: amountToDo(view), todoColumns, errors })
}

function jsonParagraph({ table: { stats, valid, format }, messages }: TableView, remarks: boolean): string {
  const words = messages.report.json
  const { rows: items, invalidRows, errors } = stats
  const state = valid ? words.valid(items, remarks) : words.state({ items, rightItems: items - invalidRows, errors })
  return `${words.read(items, format)} ${state}`
}

/** `remarks`: something for information follows. */
export function headParagraphs(view: TableView, remarks: boolean): string[] {
  const { table, messages } = view
  const words = messages.report
  const { rows, columns } = table.stats
  const unchecked = uncheckedReferences(view)
  const paragraphs: string[] = []
  if (table.schema?.type === 'jsonschema' && rows > 0) paragraphs.push(jsonParagraph(view, remarks))
  else if (columns > 0 && table.rowsNotChecked === true) {
    paragraphs.push(`${words.read(undefined, columns, table.format)} ${words.rowsNotChecked}`)
  } else if (columns > 0) {
    const state = table.valid ? words.valid(rows, remarks, unchecked.length > 0) : stateSentence(view)
    paragraphs.push(`${words.read(rows, columns, table.format)} ${state}`)
  }
  for (const fault of table.diagnostics) {
    if (isOfTheWholeFile(fault)) paragraphs.push(view.say(fault))
  }
  return [...paragraphs, ...unchecked]
}

/** What the verdict does not speak of: keys into a table that is not at hand. No fault of the schema: the user may have the other file. */
export function uncheckedReferences(view: TableView): string[] {
  return view.table.diagnostics.filter(isUncheckedReference).slice(0, REFERENCES_SHOWN).map(view.say)
}

export const isUncheckedReference = ({ code, severity, details }: Diagnostic): boolean =>
  code === 'schema/key' && severity !== 'error' && details.fields !== undefined

/** What the reader has to know first; that the header seems to be missing explains all the columns that are. */
function isOfTheWholeFile({ code, severity }: Diagnostic): boolean {
  return code.startsWith('file/') && (severity === 'error' || code === 'file/no-header')
}
