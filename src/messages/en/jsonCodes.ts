// Sentences about values of a JSON document.
import type { KnownCode } from '../../codes.js'
import type { Detail, Diagnostic } from '../../core/diagnostic.js'
import { bare, listOf, lookUp, textOf, totalOf } from '../details.js'
import { nameOfValue } from '../jsonNames.js'
import { expectedPattern } from './patterns.js'
import { count, list, number, quote, someOf } from './words.js'

type JsonCode = Extract<KnownCode, `json/${string}`>

const TYPES: Readonly<Record<string, string>> = {
  object: 'an object { … }',
  array: 'a list [ … ]',
  string: 'a text between quotation marks',
  number: 'a number, without quotation marks',
  integer: 'a whole number, without quotation marks',
  boolean: 'true or false, without quotation marks',
  null: 'null',
}
const FOUND: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}
const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date that exists, written YYYY-MM-DD, for example “2024-03-15”',
  time: 'a time with its zone, for example “08:30:00Z”',
  'date-time': 'a date, a time and a zone, for example “2024-03-15T08:30:00Z”',
  duration: 'a duration as ISO 8601 writes it, for example “P3DT12H”',
  uri: 'a whole address, without spaces or accents, for example “https://www.data.gouv.fr/”',
  'uri-reference': 'an address, without spaces or accents',
  email: 'an e-mail address, for example “townhall@example.org”',
  hostname: 'the name of a machine, for example “www.example.org”',
  ipv4: 'an IPv4 address, for example “192.0.2.1”',
  ipv6: 'an IPv6 address, for example “2001:db8::1”',
  uuid: 'a UUID, for example “123e4567-e89b-12d3-a456-426614174000”',
}

/** At the start of a sentence. */
function subject(d: Diagnostic): string {
  const { name, item } = nameOfValue(d)
  if (item !== undefined) return name === undefined ? `Item ${number(item)}` : `Item ${number(item)} of ${quote(name)}`
  return name === undefined ? 'The document' : quote(name)
}
const within = (d: Diagnostic): string => subject(d).replace(/^Item/, 'item').replace(/^The/, 'the')
const value = (d: Diagnostic): string => (d.cell === undefined ? subject(d) : `${subject(d)}: the value ${quote(d.cell)}`)
const twins = ({ details: { first, second } }: Diagnostic): string | undefined =>
  typeof first === 'number' && typeof second === 'number' ? `${number(first)} and ${number(second)}` : undefined
const limit = (d: Diagnostic): string =>
  typeof d.details.constraint === 'number' ? number(d.details.constraint) : bare(d.details.constraint)
const limitCount = (d: Diagnostic, one: string): string =>
  typeof d.details.constraint === 'number' ? count(d.details.constraint, one) : `${limit(d)} ${one}s`
const has = (d: Diagnostic, one: string): string =>
  d.details.length === undefined ? '' : ` (it has ${count(Number(d.details.length), one)})`
const nearest = (d: Diagnostic, sentence: (name: string) => string): string =>
  d.details.nearest === undefined ? '' : ` ${sentence(quote(d.details.nearest))}`
const oneOf = (detail: Detail, total: Detail): string => someOf(listOf(detail), 'or', totalOf(total, listOf(detail)))

export const jsonCodes: { readonly [C in JsonCode]: (d: Diagnostic) => string } = {
  'json/type': (d) => {
    const expected = listOf(d.details.expected).map((type) => lookUp(TYPES, type) ?? bare(type))
    const found = lookUp(FOUND, d.details.found) ?? bare(d.details.found)
    return `${subject(d)} is ${found}${d.cell === undefined || d.details.found === 'null' ? '' : ` (${quote(d.cell)})`}, but ${list(expected, 'or')} is needed.`
  },
  'json/required': (d) =>
    `${quote(d.details.property)} is required and missing in ${within(d)}.${nearest(d, (name) => `The file has ${name}: is that it, to be renamed?`) || ' Add it, spelt exactly so.'}`,
  'json/dependencies': (d) =>
    `${quote(d.details.property)} is missing in ${within(d)}${d.details.needs === undefined ? '' : `, although ${quote(d.details.needs)} is there: one does not go without the other`}.`,
  'json/enum': (d) => `${value(d)} is not in the list of allowed values. It has to be ${oneOf(d.details.values, d.details.valuesTotal)}.`,
  'json/const': (d) => `${value(d)} is not the one that the schema imposes. It has to be ${oneOf(d.details.values, undefined)}.`,
  'json/pattern': (d) =>
    `${value(d)} does not have the expected form. It needs ${expectedPattern(textOf(d.details.constraint), undefined)}.`,
  'json/format': (d) =>
    `${value(d)} is badly written. It needs ${lookUp(FORMATS, d.details.format) ?? `a value in the format ${quote(d.details.format)}`}.`,
  'json/minimum': (d) => `${value(d)} is too small. It has to be at least ${limit(d)}.`,
  'json/maximum': (d) => `${value(d)} is too large. It has to be at most ${limit(d)}.`,
  'json/exclusiveMinimum': (d) => `${value(d)} is too small. It has to be more than ${limit(d)}.`,
  'json/exclusiveMaximum': (d) => `${value(d)} is too large. It has to be less than ${limit(d)}.`,
  'json/multipleOf': (d) => `${value(d)} is not a multiple of ${limit(d)}.`,
  'json/minLength': (d) => `${value(d)} is too short. It needs at least ${limitCount(d, 'character')}${has(d, 'character')}.`,
  'json/maxLength': (d) => `${value(d)} is too long. It may have at most ${limitCount(d, 'character')}${has(d, 'character')}.`,
  'json/minItems': (d) => `${subject(d)} is too short a list. It needs at least ${limitCount(d, 'item')}${has(d, 'item')}.`,
  'json/maxItems': (d) => `${subject(d)} is too long a list. It may have at most ${limitCount(d, 'item')}${has(d, 'item')}.`,
  'json/uniqueItems': (d) =>
    `${subject(d)} has the same thing twice${twins(d) === undefined ? '' : ` (items ${twins(d)})`}, which the schema does not allow.`,
  'json/contains': (d) => `${subject(d)} does not hold the kind of item that the schema asks for.`,
  'json/minProperties': (d) => `${subject(d)} has too few properties. It needs at least ${limit(d)}.`,
  'json/maxProperties': (d) => `${subject(d)} has too many properties. It may have at most ${limit(d)}.`,
  'json/additionalProperties': (d) =>
    `The property ${quote(d.details.property)} is outside the schema, which allows none but its own.${nearest(d, (name) => `The schema knows ${name}: is that it, to be renamed?`)}`,
  'json/additionalItems': (d) => `${subject(d)} has more items than the schema allows (${limit(d)}).`,
  'json/propertyNames': (d) => `The property name ${quote(d.details.property)} is not one of those that the schema allows.`,
  'json/anyOf': (d) => {
    const forms = listOf(d.details.forms)
    return `${value(d)} follows none of the forms that the schema allows${forms.length === 0 ? '' : `: ${someOf(forms)}`}.`
  },
  'json/oneOf': (d) => {
    const forms = listOf(d.details.forms)
    const which = forms.length === 0 ? '' : `: ${someOf(forms)}`
    return d.details.fitting === undefined
      ? `${value(d)} follows none of the forms that the schema allows${which}.`
      : `${value(d)} follows several forms at once, where the schema allows one only${which}.`
  },
  'json/not': (d) => `${value(d)} is one of those that the schema forbids here.`,
  'json/duplicate-key': (d) =>
    `The property ${quote(d.details.key)} is written twice in the same object: programs read only the last one. Keep the right one only.`,
}
