// What is wrong with a configuration, and what to write instead.
import type { Detail, Details } from '../../core/diagnostic.js'
import { bare, listOf, lookUp, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { list, number, quote } from './words.js'

const PATH_WIDTH = 300

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte entre guillemets, de la forme attendue',
  integer: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste, entre crochets',
  object: 'un objet, entre accolades',
}

const isGiven = (detail: Detail): boolean => detail !== undefined && detail !== ''
const meant = ({ nearest }: Details): string => (isGiven(nearest) ? `, vouliez-vous ${quote(nearest)} ?` : '.')
const choices = ({ known }: Details): string => (listOf(known).length === 0 ? '' : ` Possibles : ${list(listOf(known).map(bare), 'ou')}.`)

const FAULTS: Readonly<Record<string, (details: Details) => string>> = {
  syntax: () => 'le texte ne peut être lu comme du JSON ou du YAML.',
  form: () => "une configuration s'écrit en JSON ou en YAML, et le nom du fichier doit le dire.",
  'unknown-key': (d) => `${quote(lastKey(d.key))} inconnu${meant(d)}${isGiven(d.nearest) ? '' : choices(d)}`,
  missing: (d) => `il manque ${quote(d.missing)}.`,
  value: (d) => `${quote(d.value)} n'est pas une valeur possible${meant(d)}${isGiven(d.nearest) ? '' : choices(d)}`,
  type: (d) => `il faut ${lookUp(TYPES, d.expected) ?? bare(d.expected)}, pas ${quote(d.value)}.`,
  'unknown-code': (d) => `aucun constat n'a le code ${quote(d.value)}${meant(d)}`,
  pattern: (d) =>
    `${quote(d.value)} ne désigne pas de fichiers sous le dossier de la configuration. Écrivez par exemple data/{siren}/subventions*.csv.`,
  capture: (d) => `« match » ne contient pas ${bare(d.value)}.${choices(d)}`,
  outside: (d) => `${quote(d.value)} mène hors du dossier de la configuration. Choisissez un endroit sous ce dossier.`,
}

/** `shema`, of `files[0].shema`. */
const lastKey = (key: Detail): string =>
  textOf(key)
    .split('.')
    .slice(textOf(key).includes('/') ? 1 : -1)
    .join('.')

export function badConfiguration(details: Details): string {
  const line = details.line === undefined ? '' : `, ligne ${number(Number(details.line))}`
  const key = isGiven(details.key) ? ` (${bare(details.key)})` : ''
  const fault = lookUp(FAULTS, details.reason)?.(details) ?? `${bare(details.reason)}.`
  return `La configuration « ${shorten(textOf(details.path), PATH_WIDTH)} »${line}${key} : ${fault}`
}
