// What stops a check against a data package: which of its tables a file stands for, and where their schemas are.
import type { Details } from '../../core/diagnostic.js'
import type { PackageFault } from '../../core/error.js'
import { listOf, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { list, quote, someOf } from './words.js'

const PATH_WIDTH = 300
const shown = (detail: Details[string]): string => shorten(textOf(detail), PATH_WIDTH) || '(empty)'
const tables = (known: Details[string]): string => (listOf(known).length === 0 ? '' : ` Its tables: ${list(listOf(known).map(quote))}.`)
const example = ({ ref, known }: Details): string => `--schema ${shown(ref)}#${shorten(listOf(known)[0] ?? 'table', 60)}`

export const packageRequests: { readonly [F in PackageFault]: (details: Details) => string } = {
  'no-resources': (details) =>
    `${details.path === undefined ? 'This file' : `“${shown(details.path)}”`} is not a data package: it needs a list “resources”, with at least one table.`,
  'unknown-resource': (details) =>
    listOf(details.known).length === 0
      ? `The schema ${quote(details.ref)} does not hold several tables: leave out “#${shown(details.resource)}”.`
      : `The data package ${quote(details.ref)} has no table ${quote(details.resource)}.${details.nearest === undefined ? tables(details.known) : ` Did you mean ${quote(details.nearest)}?`}`,
  'resource-without-schema': (details) =>
    `The data package ${quote(details.ref)} says nothing of the columns of the table ${quote(details.resource)}: ${details.path === undefined ? 'nothing can be checked in it' : `“${shown(details.path)}” is not checked`}.`,
  'no-such-table': (details) =>
    `Nothing tells which table of the package ${quote(details.ref)} “${details.path === '-' ? 'standard input' : shown(details.path)}” is: neither its name nor its column titles. Say which, for example ${example(details)}. Possible: ${someOf(listOf(details.known))}.`,
  'outside-package': (details) =>
    `The data package ${quote(details.ref)} has a schema outside its folder (${quote(details.reference)}): scdl does not look for it there.`,
}
