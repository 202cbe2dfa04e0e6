// Sentences about values of a JSON document.
import type { KnownCode } from '../../codes.js'
import type { Detail, Diagnostic } from '../../core/diagnostic.js'
import { bare, listOf, lookUp, textOf, totalOf } from '../details.js'
import { nameOfValue } from '../jsonNames.js'
import { expectedPattern } from './patterns.js'
import { count, list, number, quote, someOf } from './words.js'

type JsonCode = Extract<KnownCode, `json/${string}`>

const TYPES: Readonly<Record<string, string>> = {
  object: 'un objet { … }',
  array: 'une liste [ … ]',
  string: 'un texte entre guillemets',
  number: 'un nombre, sans guillemets',
  integer: 'un nombre entier, sans guillemets',
  boolean: 'true ou false, sans guillemets',
  null: 'null',
}
const FOUND: Readonly<Record<string, string>> = {
  object: 'un objet',
  array: 'une liste',
  string: 'un texte',
  number: 'un nombre',
  boolean: 'true ou false',
  null: 'null',
}
const FORMATS: Readonly<Record<string, string>> = {
  date: 'une date qui existe, écrite AAAA-MM-JJ, par exemple « 2024-03-15 »',
  time: 'une heure avec son fuseau, par exemple « 08:30:00Z »',
  'date-time': 'une date, une heure et un fuseau, par exemple « 2024-03-15T08:30:00Z »',
  duration: 'une durée de la norme ISO 8601, par exemple « P3DT12H »',
  uri: 'une adresse complète, sans espace ni accent, par exemple « https://www.data.gouv.fr/ »',
  'uri-reference': 'une adresse, sans espace ni accent',
  email: 'une adresse de courriel, par exemple « mairie@exemple.fr »',
  hostname: 'un nom de machine, par exemple « www.exemple.fr »',
  ipv4: 'une adresse IPv4, par exemple « 192.0.2.1 »',
  ipv6: 'une adresse IPv6, par exemple « 2001:db8::1 »',
  uuid: 'un identifiant UUID, par exemple « 123e4567-e89b-12d3-a456-426614174000 »',
}

/** At the start of a sentence. */
function subject(d: Diagnostic): string {
  const { name, item } = nameOfValue(d)
  if (item !== undefined) return name === undefined ? `L'élément ${number(item)}` : `L'élément ${number(item)} de ${quote(name)}`
  return name === undefined ? 'Le document' : quote(name)
}
const value = (d: Diagnostic): string => (d.cell === undefined ? subject(d) : `${subject(d)} : la valeur ${quote(d.cell)}`)
const twins = ({ details: { first, second } }: Diagnostic): string | undefined =>
  typeof first === 'number' && typeof second === 'number' ? `${number(first)} et ${number(second)}` : undefined
const limit = (d: Diagnostic): string =>
  typeof d.details.constraint === 'number' ? number(d.details.constraint) : bare(d.details.constraint)
const limitCount = (d: Diagnostic, one: string): string =>
  typeof d.details.constraint === 'number' ? count(d.details.constraint, one) : `${limit(d)} ${one}s`
const has = (d: Diagnostic, one: string): string =>
  d.details.length === undefined ? '' : ` (il y en a ${count(Number(d.details.length), one)})`
const nearest = (d: Diagnostic, sentence: (name: string) => string): string =>
  d.details.nearest === undefined ? '' : ` ${sentence(quote(d.details.nearest))}`
const oneOf = (detail: Detail, total: Detail): string => someOf(listOf(detail), 'ou', totalOf(total, listOf(detail)))

export const jsonCodes: { readonly [C in JsonCode]: (d: Diagnostic) => string } = {
  'json/type': (d) => {
    const expected = listOf(d.details.expected).map((type) => lookUp(TYPES, type) ?? bare(type))
    const found = lookUp(FOUND, d.details.found) ?? bare(d.details.found)
    return `${subject(d)} est ${found}${d.cell === undefined || d.details.found === 'null' ? '' : ` (${quote(d.cell)})`}, or il faut ${list(expected, 'ou')}.`
  },
  'json/required': (d) =>
    `${quote(d.details.property)} est obligatoire et manque dans ${nameOfValue(d).name === undefined && nameOfValue(d).item === undefined ? 'le document' : subject(d).replace(/^L'/, "l'")}.${nearest(d, (name) => `Le fichier a ${name} : est-ce lui, à renommer ?`) || ' Ajoutez-le, en respectant cette écriture.'}`,
  'json/dependencies': (d) =>
    `${quote(d.details.property)} manque dans ${subject(d).replace(/^L/, 'l')}${d.details.needs === undefined ? '' : `, alors que ${quote(d.details.needs)} y est : l'un ne va pas sans l'autre`}.`,
  'json/enum': (d) =>
    `${value(d)} n'est pas dans la liste des valeurs permises. Il faut ${oneOf(d.details.values, d.details.valuesTotal)}.`,
  'json/const': (d) => `${value(d)} n'est pas celle que le schéma impose. Il faut ${oneOf(d.details.values, undefined)}.`,
  'json/pattern': (d) => `${value(d)} n'a pas la forme attendue. Il faut ${expectedPattern(textOf(d.details.constraint), undefined)}.`,
  'json/format': (d) =>
    `${value(d)} est mal écrite. Il faut ${lookUp(FORMATS, d.details.format) ?? `une valeur au format ${quote(d.details.format)}`}.`,
  'json/minimum': (d) => `${value(d)} est trop petite. Il faut au moins ${limit(d)}.`,
  'json/maximum': (d) => `${value(d)} est trop grande. Il faut au plus ${limit(d)}.`,
  'json/exclusiveMinimum': (d) => `${value(d)} est trop petite. Il faut plus de ${limit(d)}.`,
  'json/exclusiveMaximum': (d) => `${value(d)} est trop grande. Il faut moins de ${limit(d)}.`,
  'json/multipleOf': (d) => `${value(d)} n'est pas un multiple de ${limit(d)}.`,
  'json/minLength': (d) => `${value(d)} est trop courte. Il faut au moins ${limitCount(d, 'caractère')}${has(d, 'caractère')}.`,
  'json/maxLength': (d) => `${value(d)} est trop longue. Il faut au plus ${limitCount(d, 'caractère')}${has(d, 'caractère')}.`,
  'json/minItems': (d) => `${subject(d)} est une liste trop courte. Il faut au moins ${limitCount(d, 'élément')}${has(d, 'élément')}.`,
  'json/maxItems': (d) => `${subject(d)} est une liste trop longue. Il faut au plus ${limitCount(d, 'élément')}${has(d, 'élément')}.`,
  'json/uniqueItems': (d) =>
    `${subject(d)} répète deux fois la même chose${twins(d) === undefined ? '' : ` (éléments ${twins(d)})`}, ce que le schéma ne permet pas.`,
  'json/contains': (d) => `${subject(d)} ne contient pas le genre d'élément que le schéma demande.`,
  'json/minProperties': (d) => `${subject(d)} a trop peu de propriétés. Il en faut au moins ${limit(d)}.`,
  'json/maxProperties': (d) => `${subject(d)} a trop de propriétés. Il en faut au plus ${limit(d)}.`,
  'json/additionalProperties': (d) =>
    `La propriété ${quote(d.details.property)} est hors du schéma, qui n'en permet pas d'autres que les siennes.${nearest(d, (name) => `Le schéma connaît ${name} : est-ce lui, à renommer ?`)}`,
  'json/additionalItems': (d) => `${subject(d)} a plus d'éléments que le schéma n'en permet (${limit(d)}).`,
  'json/propertyNames': (d) => `Le nom de propriété ${quote(d.details.property)} n'est pas de ceux que le schéma permet.`,
  'json/anyOf': (d) => {
    const forms = listOf(d.details.forms)
    return `${value(d)} ne suit aucune des formes que le schéma permet${forms.length === 0 ? '' : ` : ${someOf(forms)}`}.`
  },
  'json/oneOf': (d) => {
    const forms = listOf(d.details.forms)
    const which = forms.length === 0 ? '' : ` : ${someOf(forms)}`
    return d.details.fitting === undefined
      ? `${value(d)} ne suit aucune des formes que le schéma permet${which}.`
      : `${value(d)} suit plusieurs formes à la fois, alors que le schéma n'en permet qu'une${which}.`
  },
  'json/not': (d) => `${value(d)} est de celles que le schéma interdit ici.`,
  'json/duplicate-key': (d) =>
    `La propriété ${quote(d.details.key)} est écrite deux fois dans le même objet : les programmes n'en lisent que la dernière. Ne gardez que la bonne.`,
}
