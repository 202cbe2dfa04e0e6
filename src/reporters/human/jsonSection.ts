// What there is to do in a JSON document: one entry for each fault of each field, wherever in the document it stands.
import type { Count } from '../../core/reportTypes.js'
import { shorten } from '../../messages/visible.js'
import { placeOf, ruleOf } from '../place.js'
import type { Entry, PlaceLine, Section, TableView } from './section.js'

const SHOWN_PLACES = 3
const MAX_ENTRIES = 60
const FIELD_WIDTH = 100
const POINTER_WIDTH = 60

/** undefined: nothing is wrong with its values. */
export function jsonSection(view: TableView): Section | undefined {
  const { table, messages } = view
  const errors = jsonCounts(view).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return undefined
  const words = messages.report
  const entries = errors.slice(0, MAX_ENTRIES).map((count) => jsonEntry(count, view))
  const left = errors.length - entries.length
  if (left > 0) entries.push({ title: words.others(left, undefined), places: [], sentences: [] })
  return { title: words.json.todo, amount: words.json.amount(table.stats.errors), entries }
}

/** Most frequent first. */
export const jsonCounts = ({ table }: TableView): Count[] =>
  table.counts.filter(({ code }) => code.startsWith('json/')).toSorted((a, b) => b.count - a.count)

export function jsonEntry(found: Count, view: TableView): Entry {
  const { table, messages, say } = view
  const { report } = messages
  const like = table.diagnostics.filter(({ code, field }) => code === found.code && field === found.field)
  const shown = like.slice(0, SHOWN_PLACES)
  const [first] = shown
  const left = found.count - shown.length
  return {
    title: report.json.title(found.field && shorten(found.field, FIELD_WIDTH), ruleOf(found, messages).title, found.count),
    places: shown.map((diagnostic): PlaceLine => {
      const { cell, suggestion, pointer, details } = diagnostic
      return {
        address: placeOf(diagnostic, messages) ?? '',
        value: cell === undefined ? shorten(pointer ?? '', POINTER_WIDTH) : details.found === 'string' ? JSON.stringify(cell) : cell,
        ...(suggestion !== undefined && { put: suggestion }),
        ...(cell !== undefined && suggestion === undefined && pointer !== undefined && { aside: pointer }),
      }
    }),
    sentences: [...(left > 0 && shown.length > 0 ? [report.others(left, undefined)] : []), ...(first === undefined ? [] : [say(first)])],
  }
}
