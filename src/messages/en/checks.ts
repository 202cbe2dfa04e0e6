// What the checks that a schema names have to say, but for SIRET, SIREN and the pair of which one is required.
import type { Details, Diagnostic } from '../../core/diagnostic.js'
import { ACT_DOMAINS } from '../actDomains.js'
import { isTime, listOf, lookUp, textOf } from '../details.js'
import type { BodyCode, FaultWords } from '../messages.js'
import { samplePosition } from '../samples.js'
import { count, forExample, list, number, quote, that } from './words.js'

const value = (d: Diagnostic): string => (d.cell === undefined ? 'The value' : quote(d.cell))
const faultOf = (d: Diagnostic): number => Number(d.details.fault ?? 1)
const columns = (details: Details): string => list(listOf(details.columns)) || 'these columns'

/** `12 values that are not RNA numbers`. */
const notThe =
  (one: string, many: string): FaultWords['title'] =>
  (cells) =>
    that(cells, 'value', `not ${one}`, `not ${many}`)

const DOMAINS = ACT_DOMAINS.map(quote)

const expected = {
  acts: () =>
    'an area of the French classification of official acts, a slash, then the subject, for example “Finances locales/Subventions”',
  hours: () =>
    'opening hours: the days as two letters (Mo, Tu, We, Th, Fr, Sa, Su for Monday to Sunday) and the times in the form 09:00, for example “Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00”',
  phone: () =>
    'a French number of 10 digits, a short number, or a number that begins with + and the country code, for example “01 99 00 27 37” or “+33 1 99 00 27 37”',
  years: ({ allowYear }: Details) =>
    `${allowYear === true ? 'a year, or ' : ''}two years separated by a slash, the earlier one first, for example “2023/2024”`,
  position: ({ format }: Details) =>
    `a longitude then a latitude, in degrees, of a place in France${forExample(format === undefined ? undefined : samplePosition(textOf(format)))}`,
  department: () => 'the code of a French department, for example “01”, “2A” or “974”',
  exactName: (noun: string, example: string) => () =>
    `the exact name of ${noun}, with its capitals, accents and hyphens, for example ${quote(example)}`,
  metres: (noun: string) => (details: Details) =>
    `a ${noun} in metres in the Lambert 93 projection, between ${number(Number(details.lowest))} and ${number(Number(details.highest))}`,
} as const

export const checkFaults = {
  'row/nomenclature-actes-value': {
    title: notThe('in the classification of official acts', 'in the classification of official acts'),
    expected: expected.acts,
    advice: () => `The nine areas are ${list(DOMAINS)}.`,
  },
  'row/opening-hours-value': {
    title: notThe('opening hours written as expected', 'opening hours written as expected'),
    expected: expected.hours,
    advice: () => 'To check opening hours: openingh.openstreetmap.de/evaluation_tool.',
  },
  'row/phone-number-value': {
    title: notThe('a phone number', 'phone numbers'),
    expected: expected.phone,
    advice: () => 'Overseas mobile numbers (0690, 0692, 0694 …) are written with their own code: +590, +262, +594 …',
  },
  'row/year-interval-value': {
    title: notThe('a period of years', 'periods of years'),
    expected: expected.years,
  },
  'row/french-gps-coordinates': {
    title: (cells) => `${count(cells, 'position')} outside France`,
    expected: expected.position,
    advice: () => 'Check the order, longitude then latitude, and that no decimals are missing: spreadsheets sometimes cut them.',
  },
  'row/reversed-french-gps-coordinates': {
    title: (cells) => `${count(cells, 'position')} where latitude and longitude are swapped`,
    expected: expected.position,
    advice: () => 'The longitude (between -5 and 10 in metropolitan France) comes before the latitude (between 41 and 51).',
  },
  'row/code-commune-insee': {
    title: notThe('a commune code', 'commune codes'),
    expected: () => 'the Insee code of a commune: 5 characters, the department first, for example “31555” or “2A004”',
    advice: () => 'This code is not the postcode; the spreadsheet may have removed a zero at the start.',
  },
  'row/code-postal': {
    title: notThe('a postcode', 'postcodes'),
    expected: () => 'a French postcode: 5 digits, for example “31000”',
    advice: () => 'The spreadsheet may have removed a zero at the start: 1000 is probably 01000.',
  },
  'row/code-departement': { title: notThe('a department code', 'department codes'), expected: expected.department },
  'row/code-region': {
    title: notThe('a region code', 'region codes'),
    expected: () => 'the code of a French region, in 2 digits, for example “76” for Occitanie',
  },
  'row/commune': {
    title: notThe('the name of a commune', 'names of communes'),
    expected: () => 'the name of a commune, made of letters, for example “Saint-Denis”',
  },
  'row/departement': {
    title: notThe('the name of a department', 'names of departments'),
    expected: expected.exactName('a French department', 'Haute-Garonne'),
  },
  'row/region': {
    title: notThe('the name of a region', 'names of regions'),
    expected: expected.exactName('a French region', 'Île-de-France'),
  },
  'row/code-pays-iso2': {
    title: notThe('a country code', 'country codes'),
    expected: () => 'a country code of 2 capital letters (ISO 3166 standard), for example “FR”',
  },
  'row/code-pays-iso3': {
    title: notThe('a country code', 'country codes'),
    expected: () => 'a country code of 3 capital letters (ISO 3166 standard), for example “FRA”',
  },
  'row/pays': {
    title: notThe('the name of a country', 'names of countries'),
    expected: () => 'the French name of a country, as Insee writes it in its geographical code, for example “Allemagne”',
  },
  'row/code-fantoir': {
    title: notThe('a FANTOIR code', 'FANTOIR codes'),
    expected: () => 'the FANTOIR code of a street: 4 characters, then a capital letter, for example “ZB03A”',
  },
  'row/code-rna': {
    title: notThe('an RNA number', 'RNA numbers'),
    expected: () => 'an RNA number: a capital W, then 9 digits, for example “W313012345”',
  },
  'row/id-rnb': {
    title: notThe('a building identifier', 'building identifiers'),
    expected: () =>
      'the identifier of a building in the RNB: 12 digits or capital letters, with no spaces or hyphens, for example “4FT8QWX2NB7K”',
    advice: () => 'The digit 0 and the letters I, L, O and U are not used: they look too much like other signs.',
  },
  'row/latitude-l93': {
    title: notThe('a Lambert 93 latitude', 'Lambert 93 latitudes'),
    expected: expected.metres('latitude'),
  },
  'row/longitude-l93': {
    title: notThe('a Lambert 93 longitude', 'Lambert 93 longitudes'),
    expected: expected.metres('longitude'),
  },
  'row/cohesive-columns-value': {
    title: (rows, details) => `${count(rows, 'row')} where ${columns(details)} are not filled in together`,
    advice: (details) => `On each row, fill in ${columns(details)}, or leave them all empty.`,
  },
  'row/compare-columns-value': {
    title: (rows, details) =>
      `${count(rows, 'row')} where ${textOf(details.column)} is not ${comparison(details)} ${textOf(details.column2)}`,
    advice: (details) => `Check ${textOf(details.column)} and ${textOf(details.column2)}: one of the two is wrong.`,
  },
  'row/sum-columns-value': {
    title: (rows, details) => `${count(rows, 'row')} where ${textOf(details.column)} is not the sum of ${columns(details)}`,
    advice: (details) => `Check ${textOf(details.column)}, and each of the numbers that are added up.`,
  },
} as const satisfies Partial<Record<BodyCode, FaultWords>>

type CheckCode = keyof typeof checkFaults

const SIZES: Readonly<Record<string, string>> = {
  '>': 'greater than',
  '>=': 'greater than or equal to',
  '==': 'equal to',
  '<=': 'less than or equal to',
  '<': 'less than',
}
const TIMES: Readonly<Record<string, string>> = {
  '>': 'later than',
  '>=': 'the same as or later than',
  '==': 'the same as',
  '<=': 'the same as or earlier than',
  '<': 'earlier than',
}

/** `greater than or equal to`; for dates, `the same as or later than`. */
const comparison = (details: Details): string => lookUp(isTime(details) ? TIMES : SIZES, details.op) ?? 'consistent with'

/** `“x” is not …. It must be ….`, with the words that the grouped report uses too. */
const isNot =
  (code: CheckCode, noun: string) =>
  (d: Diagnostic): string => {
    const words: FaultWords = checkFaults[code]
    return `${value(d)} is not ${noun}. It must be ${words.expected?.(d.details)}.`
  }

const coordinate = (code: 'row/latitude-l93' | 'row/longitude-l93', noun: string) => (d: Diagnostic) =>
  faultOf(d) === 1
    ? `${value(d)} is outside metropolitan France. It must be ${checkFaults[code].expected(d.details)}.`
    : isNot(code, noun)(d)

export const checkCodes: { readonly [C in CheckCode]: (d: Diagnostic) => string } = {
  'row/nomenclature-actes-value': (d) => {
    const needed = `It must be ${expected.acts()}.`
    if (faultOf(d) === 1) return `${value(d)} has no slash between the area and the subject. ${needed}`
    if (faultOf(d) === 2) return `In ${value(d)}, a space touches the slash: remove it. ${needed}`
    return `${value(d)} begins with none of the nine areas of the classification of official acts: ${list(DOMAINS, 'or')}.`
  },
  'row/opening-hours-value': isNot('row/opening-hours-value', 'a set of opening hours written the OpenStreetMap way'),
  'row/phone-number-value': isNot('row/phone-number-value', 'a phone number that can be dialled from France'),
  'row/year-interval-value': (d) => {
    if (faultOf(d) === 2) return `${value(d)} repeats the same year. It must be ${expected.years(d.details)}.`
    if (faultOf(d) === 3) return `In ${value(d)}, the second year comes before the first. It must be ${expected.years(d.details)}.`
    return isNot('row/year-interval-value', 'a period of years')(d)
  },
  'row/french-gps-coordinates': (d) =>
    faultOf(d) === 3
      ? isNot('row/french-gps-coordinates', 'a geographical position')(d)
      : `${value(d)} is neither in metropolitan France, nor in Guadeloupe, Martinique, French Guiana, Réunion or Mayotte. It must be ${expected.position(d.details)}.`,
  'row/reversed-french-gps-coordinates': (d) =>
    `${value(d)} gives the latitude before the longitude: once the two are swapped, the place is in France.`,
  'row/code-commune-insee': isNot('row/code-commune-insee', 'a commune code'),
  'row/code-postal': isNot('row/code-postal', 'a postcode'),
  'row/code-departement': isNot('row/code-departement', 'a department code'),
  'row/code-region': isNot('row/code-region', 'a region code'),
  'row/commune': isNot('row/commune', 'the name of a commune'),
  'row/departement': isNot('row/departement', 'the name of a department'),
  'row/region': isNot('row/region', 'the name of a region'),
  'row/code-pays-iso2': isNot('row/code-pays-iso2', 'a 2-letter country code'),
  'row/code-pays-iso3': isNot('row/code-pays-iso3', 'a 3-letter country code'),
  'row/pays': isNot('row/pays', 'the name of a known country'),
  'row/code-fantoir': isNot('row/code-fantoir', 'a FANTOIR code'),
  'row/code-rna': isNot('row/code-rna', 'an RNA number'),
  'row/id-rnb': isNot('row/id-rnb', 'a building identifier'),
  'row/latitude-l93': coordinate('row/latitude-l93', 'a number'),
  'row/longitude-l93': coordinate('row/longitude-l93', 'a number'),
  'row/cohesive-columns-value': (d) =>
    `On this row, ${list(listOf(d.details.columns).map(quote)) || 'these columns'} are not filled in together: fill them all in, or leave them all empty.`,
  'row/compare-columns-value': (d) => {
    const other = `the value of column ${quote(d.details.column2)} on this row`
    if (faultOf(d) === 2) return `${value(d)} cannot be compared with ${other}: one is a number or a date, the other is not.`
    return `${value(d)} must be ${comparison(d.details)} ${other}.`
  },
  'row/sum-columns-value': (d) => {
    const summed = list(listOf(d.details.columns).map(quote)) || 'the other columns'
    if (faultOf(d) === 2) return `The sum of ${summed} cannot be worked out: one of the values is not a number.`
    const sum = d.details.sum === undefined ? '' : `, which is ${number(Number(d.details.sum))}`
    return `${value(d)} is not the sum of ${summed} on this row${sum}.`
  },
}
