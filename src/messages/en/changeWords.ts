// One change between two versions of a schema, for who produces the files.
import type { SchemaChange } from '../../schema/diffSchemas.js'
import { typeName } from './types.js'
import { count, list, quote } from './words.js'

const SHOWN = 12
/** Longer values are told to have changed, not quoted. */
const QUOTED = 60

const OPTIONS: Readonly<Record<string, string>> = {
  trueValues: 'the words for yes',
  falseValues: 'the words for no',
  decimalChar: 'the decimal sign',
  groupChar: 'the sign between thousands',
  missingValues: 'the texts that count as an empty cell',
  arrayItem: 'what the list holds',
  itemType: 'what the list holds',
  delimiter: 'the separator of the list',
  categories: 'the categories',
}

const CONSTRAINTS: Readonly<Record<string, string>> = {
  minLength: 'the shortest length',
  maxLength: 'the longest length',
  minimum: 'the minimum',
  maximum: 'the maximum',
  exclusiveMinimum: 'the minimum (excluded)',
  exclusiveMaximum: 'the maximum (excluded)',
  pattern: 'the pattern',
  jsonSchema: 'the JSON Schema',
  unique: 'uniqueness',
}

const KEYS: Readonly<Record<string, string>> = {
  primaryKey: 'The key',
  uniqueKeys: 'The unique keys',
  foreignKeys: 'The references to another column',
}

function fromTo(before: string | undefined, after: string | undefined): string {
  const isLong = (before ?? '').length > QUOTED || (after ?? '').length > QUOTED
  if (before === undefined) return isLong ? ': new' : `: new, ${quote(after)}`
  if (after === undefined) return ': removed'
  return isLong ? ': changed' : `: ${quote(before)} becomes ${quote(after)}`
}

function values(all: readonly string[] = []): string {
  const shown = all.slice(0, SHOWN).map(quote).join(', ')
  return all.length > SHOWN ? `${shown} … (${all.length} values)` : shown
}

export function changeWords(change: SchemaChange): string {
  const field = quote(change.field)
  const { before, after, property = '', constraint = '', fields = [] } = change
  switch (change.kind) {
    case 'field-added':
      return `New ${change.required === true ? 'required' : 'optional'} column ${field}.`
    case 'fields-removed':
      return fields.length === 1
        ? `The column ${quote(fields[0])} leaves the schema: it may stay in the file, it is not checked any more.`
        : `These columns leave the schema: ${list(fields.map(quote))}. They may stay in the file, they are not checked any more.`
    case 'field-renamed':
      return `The column ${quote(before)} is now called ${field}.`
    case 'required':
      return `${field} becomes required.`
    case 'optional':
      return `${field} becomes optional.`
    case 'type':
      return `${field} changes its type: ${typeName(before ?? '')} becomes ${typeName(after ?? '')}.`
    case 'format':
      return `${field} changes its format: ${quote(before)} becomes ${quote(after)}.`
    case 'values-added':
      return `${field} also accepts: ${values(change.values)}.`
    case 'values-removed':
      return `${field} no longer accepts: ${values(change.values)}.`
    case 'values-limited':
      return `${field} now only accepts: ${values(change.values)}.`
    case 'values-freed':
      return `${field} now also accepts values outside the list.`
    case 'constraint':
      return `${field}, ${CONSTRAINTS[constraint] ?? constraint}${fromTo(before, after)}.`
    case 'option':
      return `${field}, ${OPTIONS[property] ?? property}${fromTo(before, after)}.`
    case 'key':
      return `${KEYS[property] ?? property}${fromTo(before, after)}.`
    case 'check-added':
      return `New check ${quote(change.check)} on ${list(fields.map(quote))}.`
    case 'check-removed':
      return `The check ${quote(change.check)} on ${list(fields.map(quote))} is no longer done.`
    case 'order':
      return 'The order of the columns changes.'
    case 'words':
      return `Descriptions or examples rewritten: ${list([...fields.slice(0, SHOWN).map(quote), ...(fields.length > SHOWN ? [count(fields.length - SHOWN, 'other')] : [])])}.`
  }
}
