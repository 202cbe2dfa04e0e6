// The types of Table Schema, in the words of someone who keeps a spreadsheet.
import type { Details } from '../../core/diagnostic.js'
import { bare, listOf, lookUp, textOf } from '../details.js'
import { sampleDate, samplePosition } from '../samples.js'
import { dateForm } from './dates.js'
import { count, forExample, plural, quote, someOf } from './words.js'

/** What a cell of this type holds, to follow "il faut"; undefined where anything will do. */
export function expectedType(details: Details): string | undefined {
  const type = textOf(details.type)
  return lookUp(TYPES, type)?.(details)
}

/** `le format` of a field, `default` where it has none. */
const formatOf = (details: Details): string => textOf(details.format) || 'default'

const TYPES: Readonly<Record<string, (details: Details) => string | undefined>> = {
  string: (details) => {
    const words = lookUp(STRINGS, formatOf(details))
    return words && `${words}${forExample(details.example)}`
  },
  number: (details) => {
    const sign = details.decimalChar === undefined || details.decimalChar === '.' ? 'un point' : quote(details.decimalChar)
    const group = textOf(details.groupChar)
    const grouping =
      group === '' ? 'sans espace ni symbole' : `${group.trim() === '' ? 'une espace' : quote(group)} au besoin entre les milliers`
    return `un nombre, avec ${sign} pour les décimales et ${grouping}${forExample(details.example ?? `1250${bare(details.decimalChar) || '.'}50`)}`
  },
  integer: (details) => `un nombre entier, sans virgule, ni espace, ni symbole${forExample(details.example ?? '1250')}`,
  boolean: (details) => {
    const yes = listOf(details.trueValues)
    const no = listOf(details.falseValues)
    return someOf([...(yes.length === 0 ? ['true', '1'] : yes), ...(no.length === 0 ? ['false', '0'] : no)])
  },
  date: (details) => dated('une date', 'écrite', details, '%Y-%m-%d'),
  time: (details) => dated('une heure', 'écrite', details, '%H:%M:%S'),
  datetime: (details) => dated('une date et une heure', 'écrites', details, '%Y-%m-%dT%H:%M:%SZ'),
  year: (details) => `une année en 4 chiffres${forExample(details.example ?? '2024')}`,
  yearmonth: (details) => `un mois écrit aaaa-mm${forExample(details.example ?? '2024-07')}`,
  duration: (details) => `une durée écrite à la norme ISO 8601${forExample(details.example ?? 'P1Y6M')}`,
  geopoint: (details) => `une longitude puis une latitude${forExample(details.example ?? samplePosition(formatOf(details)))}`,
  geojson: (details) =>
    `un objet géographique au format ${formatOf(details) === 'topojson' ? 'TopoJSON' : 'GeoJSON'}${forExample(details.example)}`,
  object: (details) => `un objet JSON, entre accolades${forExample(details.example ?? '{"a": 1}')}`,
  array: (details) => {
    const [items, sample] = ITEMS[textOf(details.itemType)] ?? ['', '["a", "b"]']
    return `une liste JSON${items}, entre crochets${forExample(details.example ?? sample)}`
  },
  list: (details) => `une liste de valeurs séparées par ${quote(details.delimiter ?? ',')}${forExample(details.example)}`,
}

/** What the items of an array are, and a sample. */
const ITEMS: Readonly<Record<string, readonly [string, string] | undefined>> = {
  string: [' de textes entre guillemets doubles', '["a", "b"]'],
  number: [' de nombres', '[1.5, 2]'],
  integer: [' de nombres entiers', '[1, 2]'],
  boolean: [' de true ou false', '[true, false]'],
  date: [' de dates entre guillemets doubles', '["2024-07-31"]'],
  object: [" d'objets JSON", '[{"a": 1}]'],
  array: [' de listes', '[["a"], ["b", "c"]]'],
}

const STRINGS: Readonly<Record<string, string | undefined>> = {
  email: 'une adresse électronique',
  uri: 'une adresse web complète, qui commence par http:// ou https://',
  uuid: 'un identifiant UUID (32 chiffres ou lettres de a à f, en cinq groupes séparés par des tirets)',
  binary: 'un contenu encodé en base64',
}

function dated(noun: string, written: string, details: Details, usual: string): string {
  const format = formatOf(details)
  if (format === 'any') return `${noun}${forExample(details.example)}`
  const asked = format === 'default' ? usual : format
  const form = dateForm(asked)
  const example = details.example ?? sampleDate(asked)
  return form === undefined
    ? `${noun} de la forme prévue par le schéma${forExample(example)}`
    : `${noun} ${written} ${form}${forExample(example)}`
}

/** `n'est pas …`, for a value that its type refuses. */
export function refusedType(details: Details): string {
  const type = textOf(details.type)
  const string = lookUp(STRINGS, formatOf(details))
  switch (type) {
    case 'number':
      return "n'est pas un nombre écrit comme attendu"
    case 'integer':
      return "n'est pas un nombre entier"
    case 'boolean':
      return "n'est pas l'un des mots attendus"
    case 'date':
      return "n'est pas une date écrite comme attendu"
    case 'time':
      return "n'est pas une heure écrite comme attendu"
    case 'datetime':
      return "n'est pas une date et une heure écrites comme attendu"
    case 'year':
      return "n'est pas une année en 4 chiffres"
    case 'yearmonth':
      return "n'est pas un mois écrit comme attendu"
    case 'duration':
      return "n'est pas une durée écrite comme attendu"
    case 'geopoint':
      return "n'est pas une position géographique écrite comme attendu"
    case 'string':
      return string === undefined ? "n'est pas un texte comme attendu" : `n'est pas ${string}`
    default:
      return "n'a pas la forme attendue"
  }
}

/** `12 valeurs qui ne sont pas des dates`. */
export function refusedTitle(cells: number, details: Details): string {
  const noun = lookUp(REFUSED, details.type)
  const values = count(cells, 'valeur')
  if (noun === undefined) return `${values} qui ${plural(cells, "n'a", "n'ont")} pas la forme attendue`
  return `${values} qui ${plural(cells, "n'est", 'ne sont')} pas ${plural(cells, noun[0], noun[1])}`
}

const REFUSED: Readonly<Record<string, readonly [string, string] | undefined>> = {
  number: ['un nombre écrit comme attendu', 'des nombres écrits comme attendu'],
  integer: ['un nombre entier', 'des nombres entiers'],
  boolean: ["l'un des mots attendus", 'parmi les mots attendus'],
  date: ['une date écrite comme attendu', 'des dates écrites comme attendu'],
  time: ['une heure écrite comme attendu', 'des heures écrites comme attendu'],
  datetime: ['une date et une heure écrites comme attendu', 'des dates et heures écrites comme attendu'],
  year: ['une année en 4 chiffres', 'des années en 4 chiffres'],
  yearmonth: ['un mois écrit comme attendu', 'des mois écrits comme attendu'],
}

/** A field's type in one or two words, for sentences about schemas. */
export function typeName(type: string): string {
  const names: Readonly<Record<string, string | undefined>> = {
    string: 'texte',
    number: 'nombre',
    integer: 'nombre entier',
    boolean: 'oui ou non',
    date: 'date',
    time: 'heure',
    datetime: 'date et heure',
    year: 'année',
    yearmonth: 'mois',
    duration: 'durée',
    geopoint: 'position géographique',
    geojson: 'objet géographique',
    object: 'objet JSON',
    array: 'liste JSON',
    list: 'liste',
    any: 'valeur quelconque',
  }
  return lookUp(names, type) ?? type
}
