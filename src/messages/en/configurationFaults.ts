// What is wrong with a configuration, and what to write instead.
import type { Detail, Details } from '../../core/diagnostic.js'
import { bare, listOf, lookUp, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { list, number, quote } from './words.js'

const PATH_WIDTH = 300

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text between quotation marks, of the expected form',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list, between brackets',
  object: 'an object, between braces',
}

const isGiven = (detail: Detail): boolean => detail !== undefined && detail !== ''
const meant = ({ nearest }: Details): string => (isGiven(nearest) ? `, did you mean ${quote(nearest)}?` : '.')
const choices = ({ known }: Details): string => (listOf(known).length === 0 ? '' : ` Possible: ${list(listOf(known).map(bare), 'or')}.`)

const FAULTS: Readonly<Record<string, (details: Details) => string>> = {
  syntax: () => 'the text cannot be read as JSON or YAML.',
  form: () => 'a configuration is written in JSON or YAML, and the name of the file must say so.',
  'unknown-key': (d) => `${quote(lastKey(d.key))} is unknown${meant(d)}${isGiven(d.nearest) ? '' : choices(d)}`,
  missing: (d) => `${quote(d.missing)} is missing.`,
  value: (d) => `${quote(d.value)} is not a possible value${meant(d)}${isGiven(d.nearest) ? '' : choices(d)}`,
  type: (d) => `it must be ${lookUp(TYPES, d.expected) ?? bare(d.expected)}, not ${quote(d.value)}.`,
  'unknown-code': (d) => `no finding has the code ${quote(d.value)}${meant(d)}`,
  pattern: (d) =>
    `${quote(d.value)} names no files below the folder of the configuration. Write for example data/{siren}/subventions*.csv.`,
  capture: (d) => `“match” does not hold ${bare(d.value)}.${choices(d)}`,
  outside: (d) => `${quote(d.value)} leads out of the folder of the configuration. Choose a place below this folder.`,
}

/** `shema`, of `files[0].shema`. */
const lastKey = (key: Detail): string =>
  textOf(key)
    .split('.')
    .slice(textOf(key).includes('/') ? 1 : -1)
    .join('.')

export function badConfiguration(details: Details): string {
  const line = details.line === undefined ? '' : `, line ${number(Number(details.line))}`
  const key = isGiven(details.key) ? ` (${bare(details.key)})` : ''
  const fault = lookUp(FAULTS, details.reason)?.(details) ?? `${bare(details.reason)}.`
  return `The configuration “${shorten(textOf(details.path), PATH_WIDTH)}”${line}${key}: ${fault}`
}
