// For information: what changes nothing to the verdict.
import type { Detail, Diagnostic } from '../../core/diagnostic.js'
import { columnLetters } from '../../messages/columnLetters.js'
import { shorten } from '../../messages/visible.js'
import { findings, isNearMiss, nameOf, settlingColumns } from './headerEntries.js'
import { isUncheckedReference } from './headParagraphs.js'
import { jsonCounts, jsonEntry } from './jsonSection.js'
import { rowCounts, rowEntries } from './rowEntries.js'
import type { Entry, TableView } from './section.js'

const NAMES_SHOWN = 12
const LABEL_WIDTH = 40

export function noteEntries(view: TableView): Entry[] {
  const words = view.messages.report.notes
  const notes: string[] = []
  const missing = [...findings(view, 'header/missing-column', false), ...findings(view, 'header/missing-label', false)]
  const settling = settlingColumns(view)
  // A name between spaces is found all the same: only the column outside the schema tells of it.
  const near = [
    ...missing
      .filter((found) => isNearMiss(found) && !settling.includes(found))
      .map(({ field, details }) => ({ field, column: details.nearMissColumn, label: details.nearMiss, details })),
    ...findings(view, 'header/extra-column', false)
      .filter(({ details, column }) => details.nearMissOf !== undefined && !isToldAsMissing(column, view))
      .map(({ column, label, details }) => ({ field: textOf(details.nearMissOf), column, label, details })),
  ]
  for (const { field, column, label, details } of near.sort((a, b) => Number(a.column) - Number(b.column))) {
    if (details.proof === 'spaces') {
      notes.push(words.padded(columnLetters(Number(column ?? 0)), shorten(field ?? '', LABEL_WIDTH)))
      continue
    }
    const proof = view.messages.report.proof(textOf(details.proof))
    const names = [shorten(textOf(label), LABEL_WIDTH), shorten(field ?? '', LABEL_WIDTH)] as const
    notes.push(words.renameOptional(columnLetters(Number(column ?? 0)), ...names, proof))
  }
  const extra = findings(view, 'header/extra-column', false)
    .filter(({ details, label = '' }) => details.nearMissOf === undefined && label.trim() !== '')
    // A name without a letter or a figure (`,`), or that reads like a list, would be lost in the sentence.
    .map(({ label = '', column = 0 }) =>
      /^(?!\.)[^,]*[\p{L}\p{N}]/u.test(label) && !/,\s*[,.]/.test(label) ? shorten(label, LABEL_WIDTH) : columnLetters(column),
    )
  const shown = extra.slice(0, NAMES_SHOWN)
  if (shown.length > 0) notes.push(words.extra(shown, extra.length - shown.length + unlisted('header/extra-column', view)))
  const absent = missing.filter((d) => !isNearMiss(d)).map(nameOf)
  if (absent.length > 0) notes.push(words.absent(absent.slice(0, NAMES_SHOWN), Math.max(0, absent.length - NAMES_SHOWN)))
  if (findings(view, 'header/order', false).length > 0) notes.push(words.order)
  notes.push(...wholeFileNotes(view))
  if (view.table.known !== undefined && view.table.known.findings > 0) notes.push(words.known(view.table.known.findings))
  const references = view.table.diagnostics.filter(isUncheckedReference)
  const ofSchema = view.table.counts.filter(({ code }) => code.startsWith('schema/'))
  const schemaFaults = ofSchema.reduce((total, { count }) => total + count, 0) - references.length
  if (schemaFaults > 0) notes.push(words.schema(schemaFaults))
  const rows = rowCounts(view).filter(({ severity }) => severity !== 'error')
  const remarksOnJson = jsonCounts(view)
    .filter(({ severity }) => severity !== 'error')
    .map((count) => jsonEntry(count, view))
  return [...notes.map((title) => ({ title, places: [], sentences: [] })), ...rowEntries(rows, view), ...remarksOnJson]
}

/** Findings that are counted and that the list has no more place for. */
function unlisted(code: Diagnostic['code'], { table }: TableView): number {
  const counted = table.counts.filter((count) => count.code === code).reduce((total, { count }) => total + count, 0)
  return Math.max(0, counted - table.diagnostics.filter((d) => d.code === code).length)
}

const textOf = (detail: Detail): string => (detail === undefined ? '' : String(detail))

const isToldAsMissing = (column: number | undefined, { table }: TableView): boolean =>
  table.diagnostics.some(({ details }) => details.nearMissColumn !== undefined && details.nearMissColumn === column)

/** Told elsewhere on the page. */
const OWN_LINE = ['file/no-header', 'header/missing-column', 'header/missing-label', 'header/extra-column', 'header/order']

/** Findings about the file, and what the user's own rules made a warning. */
function wholeFileNotes(view: TableView): string[] {
  return view.table.counts
    .filter(({ code, severity }) => severity !== 'error' && /^(?:file|header)\//.test(code) && !OWN_LINE.includes(code))
    .flatMap(({ code, count }) => {
      const first = findings(view, code, false)[0]
      return first === undefined ? [] : [view.messages.report.notes.times(view.say(first), count)]
    })
}
