// What the checks that a schema names have to say, but for SIRET, SIREN and the pair of which one is required.
import type { Details, Diagnostic } from '../../core/diagnostic.js'
import { ACT_DOMAINS } from '../actDomains.js'
import { isTime, listOf, lookUp, textOf } from '../details.js'
import type { BodyCode, FaultWords } from '../messages.js'
import { samplePosition } from '../samples.js'
import { count, forExample, list, number, plural, quote } from './words.js'

const value = (d: Diagnostic): string => (d.cell === undefined ? 'La valeur' : quote(d.cell))
const faultOf = (d: Diagnostic): number => Number(d.details.fault ?? 1)
const columns = (details: Details): string[] => listOf(details.columns)

/** `12 valeurs qui ne sont pas des numéros RNA`. */
const notThe =
  (one: string, many: string): FaultWords['title'] =>
  (cells) =>
    `${count(cells, 'valeur')} qui ${plural(cells, `n'est pas ${one}`, `ne sont pas ${many}`)}`

const expected = {
  acts: () => 'un domaine de la nomenclature des actes, une barre oblique, puis la matière, par exemple « Finances locales/Subventions »',
  hours: () =>
    'les jours en deux lettres (Mo, Tu, We, Th, Fr, Sa, Su pour lundi à dimanche) et les heures sous la forme 09:00, par exemple « Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00 »',
  phone: () =>
    "un numéro français à 10 chiffres, un numéro court, ou un numéro qui commence par + et l'indicatif du pays, par exemple « 01 99 00 27 37 » ou « +33 1 99 00 27 37 »",
  years: ({ allowYear }: Details) =>
    `${allowYear === true ? 'une année, ou ' : ''}deux années séparées par une barre oblique, la plus ancienne d'abord, par exemple « 2023/2024 »`,
  position: ({ format }: Details) =>
    `une longitude puis une latitude, en degrés, d'un lieu en France${forExample(format === undefined ? undefined : samplePosition(textOf(format)))}`,
  department: () => "le code d'un département, par exemple « 01 », « 2A » ou « 974 »",
  exactName: (noun: string, example: string) => () =>
    `le nom exact ${noun}, avec ses majuscules, ses accents et ses tirets, par exemple ${quote(example)}`,
  metres: (noun: string) => (details: Details) =>
    `une ${noun} en mètres dans la projection Lambert 93, entre ${number(Number(details.lowest))} et ${number(Number(details.highest))}`,
} as const

export const checkFaults = {
  'row/nomenclature-actes-value': {
    title: notThe('dans la nomenclature des actes', 'dans la nomenclature des actes'),
    expected: expected.acts,
    advice: () => `Les neuf domaines : ${list(ACT_DOMAINS)}.`,
  },
  'row/opening-hours-value': {
    title: notThe("un horaire d'ouverture écrit comme attendu", "des horaires d'ouverture écrits comme attendu"),
    expected: expected.hours,
    advice: () => 'Pour vérifier un horaire : openingh.openstreetmap.de/evaluation_tool.',
  },
  'row/phone-number-value': {
    title: notThe('un numéro de téléphone', 'des numéros de téléphone'),
    expected: expected.phone,
    advice: () => "Les mobiles d'outre-mer (0690, 0692, 0694 …) s'écrivent avec leur indicatif : +590, +262, +594 …",
  },
  'row/year-interval-value': {
    title: notThe("une période d'années", "des périodes d'années"),
    expected: expected.years,
  },
  'row/french-gps-coordinates': {
    title: (cells) => `${count(cells, 'position')} hors de France`,
    expected: expected.position,
    advice: () => "Vérifiez l'ordre, longitude puis latitude, et que les décimales sont complètes : le tableur les abrège parfois.",
  },
  'row/reversed-french-gps-coordinates': {
    title: (cells) => `${count(cells, 'position')} où latitude et longitude sont inversées`,
    expected: expected.position,
    advice: () => 'La longitude (entre -5 et 10 en métropole) vient avant la latitude (entre 41 et 51).',
  },
  'row/code-commune-insee': {
    title: notThe('un code de commune', 'des codes de commune'),
    expected: () => "le code Insee d'une commune : 5 signes, le département d'abord, par exemple « 31555 » ou « 2A004 »",
    advice: () => "Ce code n'est pas le code postal ; un zéro au début a pu être ôté par le tableur.",
  },
  'row/code-postal': {
    title: notThe('un code postal', 'des codes postaux'),
    expected: () => 'un code postal : 5 chiffres, par exemple « 31000 »',
    advice: () => 'Un zéro au début a pu être ôté par le tableur : 1000 est sans doute 01000.',
  },
  'row/code-departement': { title: notThe('un code de département', 'des codes de département'), expected: expected.department },
  'row/code-region': {
    title: notThe('un code de région', 'des codes de région'),
    expected: () => "le code d'une région, en 2 chiffres, par exemple « 76 » pour l'Occitanie",
  },
  'row/commune': {
    title: notThe('un nom de commune', 'des noms de commune'),
    expected: () => "le nom d'une commune, fait de lettres, par exemple « Saint-Denis »",
  },
  'row/departement': {
    title: notThe('un nom de département', 'des noms de département'),
    expected: expected.exactName("d'un département", 'Haute-Garonne'),
  },
  'row/region': { title: notThe('un nom de région', 'des noms de région'), expected: expected.exactName("d'une région", 'Île-de-France') },
  'row/code-pays-iso2': {
    title: notThe('un code de pays', 'des codes de pays'),
    expected: () => 'un code de pays en 2 lettres majuscules (norme ISO 3166), par exemple « FR »',
  },
  'row/code-pays-iso3': {
    title: notThe('un code de pays', 'des codes de pays'),
    expected: () => 'un code de pays en 3 lettres majuscules (norme ISO 3166), par exemple « FRA »',
  },
  'row/pays': {
    title: notThe('un nom de pays', 'des noms de pays'),
    expected: () => "le nom d'un pays, comme l'Insee l'écrit dans son code géographique, par exemple « Allemagne »",
  },
  'row/code-fantoir': {
    title: notThe('un code FANTOIR', 'des codes FANTOIR'),
    expected: () => "le code FANTOIR d'une voie : 4 signes, puis une lettre majuscule, par exemple « ZB03A »",
  },
  'row/code-rna': {
    title: notThe('un numéro RNA', 'des numéros RNA'),
    expected: () => 'un numéro RNA : la lettre W en majuscule, puis 9 chiffres, par exemple « W313012345 »',
  },
  'row/id-rnb': {
    title: notThe('un identifiant de bâtiment', 'des identifiants de bâtiment'),
    expected: () =>
      "l'identifiant d'un bâtiment au RNB : 12 chiffres ou lettres majuscules, sans espace ni tiret, par exemple « 4FT8QWX2NB7K »",
    advice: () => "Le chiffre 0 et les lettres I, L, O et U ne servent pas : ils se confondent avec d'autres signes.",
  },
  'row/latitude-l93': {
    title: notThe('une latitude Lambert 93', 'des latitudes Lambert 93'),
    expected: expected.metres('latitude'),
  },
  'row/longitude-l93': {
    title: notThe('une longitude Lambert 93', 'des longitudes Lambert 93'),
    expected: expected.metres('longitude'),
  },
  'row/cohesive-columns-value': {
    title: (rows, details) => `${count(rows, 'ligne')} où ${list(columns(details))} ne sont pas remplis ensemble`,
    advice: (details) => `Sur chaque ligne, remplissez ${list(columns(details))}, ou laissez-les vides ensemble.`,
  },
  'row/compare-columns-value': {
    title: (rows, details) =>
      `${count(rows, 'ligne')} où ${textOf(details.column)} n'est pas ${comparison(details)} ${textOf(details.column2)}`,
    advice: (details) => `Vérifiez ${textOf(details.column)} et ${textOf(details.column2)} : l'un des deux est faux.`,
  },
  'row/sum-columns-value': {
    title: (rows, details) => `${count(rows, 'ligne')} où ${textOf(details.column)} n'est pas la somme de ${list(columns(details))}`,
    advice: (details) => `Vérifiez ${textOf(details.column)}, et chacun des nombres à additionner.`,
  },
} as const satisfies Partial<Record<BodyCode, FaultWords>>

type CheckCode = keyof typeof checkFaults

const SIZES: Readonly<Record<string, string>> = {
  '>': 'supérieur à',
  '>=': 'supérieur ou égal à',
  '==': 'égal à',
  '<=': 'inférieur ou égal à',
  '<': 'inférieur à',
}
const TIMES: Readonly<Record<string, string>> = {
  '>': 'postérieur à',
  '>=': 'égal ou postérieur à',
  '==': 'égal à',
  '<=': 'égal ou antérieur à',
  '<': 'antérieur à',
}

/** `supérieur ou égal à`; for dates, `égal ou postérieur à`. */
const comparison = (details: Details): string => lookUp(isTime(details) ? TIMES : SIZES, details.op) ?? 'conforme à'

/** `« x » n'est pas …. Il faut ….`, with the words that the grouped report uses too. */
const isNot =
  (code: CheckCode, noun: string) =>
  (d: Diagnostic): string => {
    const words: FaultWords = checkFaults[code]
    return `${value(d)} n'est pas ${noun}. Il faut ${words.expected?.(d.details)}.`
  }

const coordinate = (code: 'row/latitude-l93' | 'row/longitude-l93', noun: string) => (d: Diagnostic) =>
  faultOf(d) === 1
    ? `${value(d)} est hors de France métropolitaine. Il faut ${checkFaults[code].expected(d.details)}.`
    : isNot(code, noun)(d)

export const checkCodes: { readonly [C in CheckCode]: (d: Diagnostic) => string } = {
  'row/nomenclature-actes-value': (d) => {
    const needed = `Il faut ${expected.acts()}.`
    if (faultOf(d) === 1) return `${value(d)} n'a pas de barre oblique entre le domaine et la matière. ${needed}`
    if (faultOf(d) === 2) return `Dans ${value(d)}, un espace touche la barre oblique : ôtez-le. ${needed}`
    return `${value(d)} ne commence par aucun des neuf domaines de la nomenclature des actes : ${list(ACT_DOMAINS, 'ou')}.`
  },
  'row/opening-hours-value': isNot('row/opening-hours-value', "un horaire d'ouverture écrit à la manière d'OpenStreetMap"),
  'row/phone-number-value': isNot('row/phone-number-value', "un numéro de téléphone que l'on puisse composer depuis la France"),
  'row/year-interval-value': (d) => {
    if (faultOf(d) === 2) return `${value(d)} répète la même année. Il faut ${expected.years(d.details)}.`
    if (faultOf(d) === 3) return `Dans ${value(d)}, la seconde année précède la première. Il faut ${expected.years(d.details)}.`
    return isNot('row/year-interval-value', "une période d'années")(d)
  },
  'row/french-gps-coordinates': (d) =>
    faultOf(d) === 3
      ? isNot('row/french-gps-coordinates', 'une position géographique')(d)
      : `${value(d)} n'est ni en France métropolitaine, ni en Guadeloupe, en Martinique, en Guyane, à La Réunion ou à Mayotte. Il faut ${expected.position(d.details)}.`,
  'row/reversed-french-gps-coordinates': (d) =>
    `${value(d)} donne la latitude avant la longitude : une fois les deux échangées, le lieu est en France.`,
  'row/code-commune-insee': isNot('row/code-commune-insee', 'un code de commune'),
  'row/code-postal': isNot('row/code-postal', 'un code postal'),
  'row/code-departement': isNot('row/code-departement', 'un code de département'),
  'row/code-region': isNot('row/code-region', 'un code de région'),
  'row/commune': isNot('row/commune', 'un nom de commune'),
  'row/departement': isNot('row/departement', 'un nom de département'),
  'row/region': isNot('row/region', 'un nom de région'),
  'row/code-pays-iso2': isNot('row/code-pays-iso2', 'un code de pays en 2 lettres'),
  'row/code-pays-iso3': isNot('row/code-pays-iso3', 'un code de pays en 3 lettres'),
  'row/pays': isNot('row/pays', 'un nom de pays connu'),
  'row/code-fantoir': isNot('row/code-fantoir', 'un code FANTOIR'),
  'row/code-rna': isNot('row/code-rna', 'un numéro RNA'),
  'row/id-rnb': isNot('row/id-rnb', 'un identifiant de bâtiment'),
  'row/latitude-l93': coordinate('row/latitude-l93', 'un nombre'),
  'row/longitude-l93': coordinate('row/longitude-l93', 'un nombre'),
  'row/cohesive-columns-value': (d) =>
    `Sur cette ligne, ${list(columns(d.details).map(quote))} ne sont pas remplis ensemble : remplissez-les tous, ou laissez-les tous vides.`,
  'row/compare-columns-value': (d) => {
    const other = `la valeur de la colonne ${quote(d.details.column2)} sur cette ligne`
    if (faultOf(d) === 2) return `${value(d)} ne peut être comparé à ${other} : l'un est un nombre ou une date, l'autre non.`
    return `${value(d)} doit être ${comparison(d.details)} ${other}.`
  },
  'row/sum-columns-value': (d) => {
    const summed = list(columns(d.details).map(quote))
    if (faultOf(d) === 2) return `La somme de ${summed} ne peut être calculée : l'une des valeurs n'est pas un nombre.`
    const sum = d.details.sum === undefined ? '' : `, qui est ${number(Number(d.details.sum))}`
    return `${value(d)} n'est pas la somme de ${summed} sur cette ligne${sum}.`
  },
}
