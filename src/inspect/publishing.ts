// What data.gouv.fr would make of the file: the caps of its previews, and what its analysis (csv-detective) assumes of a CSV.
import type { Details } from '../core/diagnostic.js'
import type { FormatFacts } from '../core/format.js'
import type { InspectedSheet, Publishing, PublishingRemark, SchemaMatch } from '../core/inspectionTypes.js'

/** In bytes; larger files are kept, but neither previewed nor analysed. */
const LARGEST: Readonly<Record<string, number>> = { csv: 100e6, xls: 50e6, xlsx: 12.5e6, ods: 10e6 }
const SEPARATORS = [';', ',', '|', '\t']

export interface PublishedFile {
  bytes: number
  format: FormatFacts
  headerRow: number
  /** The first line that holds something, as text. */
  firstLine: string
  /** The first of the first ten rows that has more or fewer cells than the header. */
  unevenRow?: number
  sheets: readonly InspectedSheet[]
  labels: readonly string[]
  schema?: SchemaMatch
}

export function judgePublishing(file: PublishedFile): Publishing {
  const { format, bytes, sheets, schema } = file
  const remarks: Publishing['remarks'] = []
  const say = (code: PublishingRemark, details: Details = {}): void => {
    remarks.push({ code, details })
  }
  const limit = LARGEST[format.name]
  if (limit === undefined) say('format', { format: format.name })
  else if (bytes > limit) say('too-large', { limit, bytes })
  if (format.encoding !== undefined && format.encoding !== 'utf-8') say('encoding', { encoding: format.encoding })
  if (format.delimiter !== undefined) {
    const seen = firstLineSeparator(file.firstLine)
    if (seen !== undefined && seen !== format.delimiter) say('first-line-separator', { seen, used: format.delimiter })
    if (file.unevenRow !== undefined) say('uneven-rows', { row: file.unevenRow })
  }
  if (file.headerRow > 1) say('header-row', { row: file.headerRow })
  judgeSheets(sheets, say)
  const { blank, repeated } = faultyLabels(file.labels)
  if (repeated.length > 0) say('duplicate-labels', { labels: repeated })
  if (blank > 0) say('blank-labels', { columns: blank })
  const { name, version } = schema ?? {}
  return { remarks, ...(name !== undefined && version !== undefined && { schema: { name, version } }) }
}

/** The most frequent of the four, as csv-detective takes it; quotes are not looked at. */
function firstLineSeparator(line: string): string | undefined {
  const counts = SEPARATORS.map((separator) => ({ separator, count: line.split(separator).length - 1 }))
  const [first] = counts.sort((a, b) => b.count - a.count)
  return first === undefined || first.count === 0 ? undefined : first.separator
}

function judgeSheets(sheets: readonly InspectedSheet[], say: (code: PublishingRemark, details: Details) => void): void {
  const held = sheets.filter(({ rows }) => rows > 0)
  if (held.length < 2) return
  const largest = held.reduce((a, b) => (b.rows * b.columns > a.rows * a.columns ? b : a))
  const inspected = held.find((sheet) => sheet.inspected)
  if (inspected !== undefined && largest !== inspected) say('largest-sheet', { taken: largest.name, sheet: inspected.name })
  else say('several-sheets', { sheets: held.length, taken: largest.name })
}

function faultyLabels(labels: readonly string[]): { blank: number; repeated: string[] } {
  const trimmed = labels.map((label) => label.trim())
  const named = trimmed.filter((label) => label !== '')
  return { blank: trimmed.length - named.length, repeated: [...new Set(named.filter((label, i) => named.indexOf(label) !== i))] }
}
