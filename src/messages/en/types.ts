// The types of Table Schema, in the words of someone who keeps a spreadsheet.
import type { Details } from '../../core/diagnostic.js'
import { bare, listOf, lookUp, textOf } from '../details.js'
import { sampleDate, samplePosition } from '../samples.js'
import { dateForm } from './dates.js'
import { forExample, quote, someOf, that } from './words.js'

/** What a cell of this type holds, to follow "it must be"; undefined where anything will do. */
export function expectedType(details: Details): string | undefined {
  return lookUp(TYPES, details.type)?.(details)
}

/** The format of a field, `default` where it has none. */
const formatOf = (details: Details): string => textOf(details.format) || 'default'

const TYPES: Readonly<Record<string, (details: Details) => string | undefined>> = {
  string: (details) => {
    const words = lookUp(STRINGS, formatOf(details))
    return words && `${words}${forExample(details.example)}`
  },
  number: (details) => {
    const sign = details.decimalChar === undefined || details.decimalChar === '.' ? 'a point' : quote(details.decimalChar)
    const group = textOf(details.groupChar)
    const grouping =
      group === '' ? 'and no spaces or symbols' : `and, if need be, ${group.trim() === '' ? 'a space' : quote(group)} between the thousands`
    return `a number, with ${sign} for the decimals ${grouping}${forExample(details.example ?? `1250${bare(details.decimalChar) || '.'}50`)}`
  },
  integer: (details) => `a whole number, with no decimals, spaces or symbols${forExample(details.example ?? '1250')}`,
  boolean: (details) => {
    const yes = listOf(details.trueValues)
    const no = listOf(details.falseValues)
    return someOf([...(yes.length === 0 ? ['true', '1'] : yes), ...(no.length === 0 ? ['false', '0'] : no)])
  },
  date: (details) => dated('a date', details, '%Y-%m-%d'),
  time: (details) => dated('a time', details, '%H:%M:%S'),
  datetime: (details) => dated('a date and time', details, '%Y-%m-%dT%H:%M:%SZ'),
  year: (details) => `a year in 4 digits${forExample(details.example ?? '2024')}`,
  yearmonth: (details) => `a month written as yyyy-mm${forExample(details.example ?? '2024-07')}`,
  duration: (details) => `a duration written as the ISO 8601 standard lays down${forExample(details.example ?? 'P1Y6M')}`,
  geopoint: (details) => `a longitude, then a latitude${forExample(details.example ?? samplePosition(formatOf(details)))}`,
  geojson: (details) =>
    `a geographical object in the ${formatOf(details) === 'topojson' ? 'TopoJSON' : 'GeoJSON'} format${forExample(details.example)}`,
  object: (details) => `a JSON object, in braces${forExample(details.example ?? '{"a": 1}')}`,
  array: (details) => `a JSON list, in square brackets${forExample(details.example ?? '["a", "b"]')}`,
  list: (details) => `a list of values separated by ${quote(details.delimiter ?? ',')}${forExample(details.example)}`,
}

const STRINGS: Readonly<Record<string, string | undefined>> = {
  email: 'an email address',
  uri: 'a full web address, beginning with http:// or https://',
  uuid: 'a UUID (32 digits or letters from a to f, in five groups joined by hyphens)',
  binary: 'content encoded in base64',
}

function dated(noun: string, details: Details, usual: string): string {
  const format = formatOf(details)
  if (format === 'any') return `${noun}${forExample(details.example)}`
  const asked = format === 'default' ? usual : format
  const form = dateForm(asked)
  const example = details.example ?? sampleDate(asked)
  return form === undefined
    ? `${noun} in the form that the schema sets${forExample(example)}`
    : `${noun} written as ${form}${forExample(example)}`
}

/** One value, and several, to follow "is not" and "are not". */
const REFUSED: Readonly<Record<string, readonly [string, string] | undefined>> = {
  number: ['a number written as expected', 'numbers written as expected'],
  integer: ['a whole number', 'whole numbers'],
  boolean: ['one of the expected words', 'among the expected words'],
  date: ['a date written as expected', 'dates written as expected'],
  time: ['a time written as expected', 'times written as expected'],
  datetime: ['a date and time written as expected', 'dates and times written as expected'],
  year: ['a year in 4 digits', 'years in 4 digits'],
  yearmonth: ['a month written as expected', 'months written as expected'],
  duration: ['a duration written as expected', 'durations written as expected'],
  geopoint: ['a geographical position written as expected', 'geographical positions written as expected'],
}

const ANY_FORM = ['in the expected form', 'in the expected form'] as const

/** `is not …`, for a value that its type refuses. */
export function refusedType(details: Details): string {
  const string = textOf(details.type) === 'string' ? lookUp(STRINGS, formatOf(details)) : undefined
  return `is not ${string ?? (lookUp(REFUSED, details.type) ?? ANY_FORM)[0]}`
}

/** `12 values that are not dates written as expected`. */
export function refusedTitle(cells: number, details: Details): string {
  const [one, many] = lookUp(REFUSED, details.type) ?? ANY_FORM
  return that(cells, 'value', `not ${one}`, `not ${many}`)
}

/** A field's type in one or two words, for sentences about schemas. */
export function typeName(type: string): string {
  const names: Readonly<Record<string, string | undefined>> = {
    string: 'text',
    integer: 'whole number',
    boolean: 'yes or no',
    datetime: 'date and time',
    yearmonth: 'month',
  }
  return lookUp(names, type) ?? type
}
