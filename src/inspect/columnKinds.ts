// What a column may hold, from the most telling to the least: a type of Table Schema with its options, tested as validation would.

import { cellChecks } from '../checks/cell/index.js'
import { compileField } from '../core/compileField.js'
import type { CellTest, CompiledType } from '../core/fieldType.js'
import type { Field } from '../core/schema.js'
import { fieldTypes } from '../fieldTypes/index.js'
import { newDateReading, readWrittenDate } from '../repairs/dateReading.js'
import { isFrenchTelephone, isInternationalTelephone, isQuantity } from './numberShapes.js'

type CellPredicate = (bytes: Uint8Array, start: number, end: number) => boolean

export interface ColumnKind {
  name: string
  type: string
  format?: string
  options?: Readonly<Record<string, unknown>>
  /** The name of a check of Validata's that every value passes. */
  check?: keyof typeof cellChecks
  /** What a value must have beside being of the type. */
  test?: CellPredicate
  /** Found in the folded label; without it the kind is not believed. */
  label?: RegExp
  /** What must hold of the column as a whole. */
  believe?: (facts: KindFacts) => boolean
}

/** What is known of a column when all its cells have been seen. */
export interface KindFacts {
  /** Folded, without spaces. */
  label: string
  filled: number
  distinct: number
  /** By the type's own order; NaN where it has none. */
  minimum: number
  maximum: number
  /** Cells of several digits that begin with a zero. */
  paddedNumbers: number
  /** Characters of the shortest and of the longest cell. */
  shortest: number
  longest: number
}

const OPENING_BRACKET = 0x5b
const OPENING_BRACE = 0x7b
const DOT = 0x2e
const PERCENT = 0x25
const COLON = 0x3a
const SLASH = 0x2f
const EURO = [0xe2, 0x82, 0xac]

const begins =
  (byte: number) =>
  (bytes: Uint8Array, start: number): boolean =>
    bytes[start] === byte
const endsWithPercent: CellPredicate = (bytes, _start, end) => bytes[end - 1] === PERCENT
const endsWithEuro: CellPredicate = (bytes, start, end) => end - start > 3 && EURO.every((byte, i) => bytes[end - 3 + i] === byte)

/** `48.85, 2.35`, and not the decimal comma of `48,85`. */
const hasTwoDots: CellPredicate = (bytes, start, end) => {
  let dots = 0
  for (let i = start; i < end; i++) if (bytes[i] === DOT) dots++
  return dots === 2
}

/** http, https, ftp: a scheme alone (`note:`) is most often a text. */
const isAddress: CellPredicate = (bytes, start, end) => {
  for (let i = start + 3; i < Math.min(end - 3, start + 6); i++) {
    if (bytes[i] === COLON) return bytes[i + 1] === SLASH && bytes[i + 2] === SLASH
  }
  return false
}

const reading = newDateReading()
const isWrittenDate: CellPredicate = (bytes, start, end) => readWrittenDate(bytes, start, end, reading) === end

/** A fixed length, all digits: what an identifier that the file pads looks like. */
const isDigits: CellPredicate = (bytes, start, end) => {
  for (let i = start; i < end; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false
  return true
}
/** Spaces of any kind, if there are any, only between groups of three figures. */
const hasThousands: CellPredicate = (bytes, start, end) => {
  let figures = 0
  let isGrouped = false
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!
    if (byte >= 0x30 && byte <= 0x39) figures++
    else if (byte === 0x20 || byte >= 0x80) {
      const isFirst = !isGrouped
      if (byte !== 0x20) while (i + 1 < end && (bytes[i + 1]! & 0xc0) === 0x80) i++
      if (isFirst ? figures === 0 || figures > 3 : figures !== 3) return false
      isGrouped = true
      figures = 0
    } else if (byte === 0x2c) break
  }
  return !isGrouped || figures === 3
}

const isFourDigits: CellPredicate = (bytes, start, end) => end - start === 4 && isDigits(bytes, start, end)

const E = 0x65
/** `2,43E+13`: what a spreadsheet makes of an identifier. */
const isScientific: CellPredicate = (bytes, start, end) => {
  const plus = end - 1 - (isDigits(bytes, end - 2, end) ? 2 : 1)
  if (plus - start < 2 || (bytes[plus - 1]! | 0x20) !== E || bytes[plus] !== 0x2b) return false
  for (let i = start; i < plus - 1; i++) {
    const byte = bytes[i]!
    if ((byte < 0x30 || byte > 0x39) && byte !== DOT && byte !== 0x2c) return false
  }
  return true
}

const casesOf = (word: string): string[] => [word, `${word.charAt(0).toUpperCase()}${word.slice(1)}`, word.toUpperCase()]
function words(yes: string, no: string): ColumnKind {
  const options = { trueValues: [...new Set(casesOf(yes))], falseValues: [...new Set(casesOf(no))] }
  const isLetters = yes.length === 1
  return { name: 'boolean', type: 'boolean', options, believe: ({ distinct, filled }) => filled > 1 && (!isLetters || distinct === 2) }
}

const date = (name: string, format: string): ColumnKind => ({ name, type: 'date', format })
const moment = (format: string): ColumnKind => ({ name: 'datetime', type: 'datetime', format })
const number = (name: string, options: Record<string, unknown>, shape?: CellPredicate): ColumnKind => ({
  name,
  type: 'number',
  options,
  test: (bytes, start, end) => isQuantity(bytes, start, end) && (shape?.(bytes, start, end) ?? true),
  believe: isAmount,
})

/** Digits that begin with zeros, or more than a number can hold, are names and not amounts. */
const MOST_DIGITS = 15
type Belief = (facts: KindFacts) => boolean
const isAmount: Belief = ({ paddedNumbers, longest }) => paddedNumbers === 0 && longest <= MOST_DIGITS + 10
const isCount: Belief = ({ paddedNumbers, longest }) => paddedNumbers === 0 && longest <= MOST_DIGITS

/** A few numbers pass a key of control by chance, one in ten for each. */
const SURE_KEYS = 4
const hasKeys =
  (label: RegExp): Belief =>
  (facts) =>
    facts.distinct >= SURE_KEYS || label.test(facts.label)

/** Long figures that are all as long, or begin with zeros; some are too long to be anything else. */
const SHORTEST_IDENTIFIER = 9
const SURE_IDENTIFIER = 13
const isIdentifier: Belief = ({ paddedNumbers, shortest, longest, filled }) =>
  paddedNumbers > 0 || longest >= SURE_IDENTIFIER || (filled > 1 && shortest === longest && longest >= SHORTEST_IDENTIFIER)

const YEARS = { first: 1900, last: 2100 }
/** A few numbers may lie between these by chance. */
const SURE_YEARS = 3
const isCalendarYear: Belief = ({ minimum, maximum, filled, label }) =>
  minimum >= YEARS.first && maximum <= YEARS.last && (filled >= SURE_YEARS || /^ans?$|annee|year|exercice|millesime|date/.test(label))

export const columnKinds: readonly ColumnKind[] = [
  words('true', 'false'),
  words('vrai', 'faux'),
  words('oui', 'non'),
  words('yes', 'no'),
  words('o', 'n'),
  { name: 'uuid', type: 'string', format: 'uuid' },
  { name: 'email', type: 'string', format: 'email' },
  { name: 'url', type: 'string', format: 'uri', test: isAddress },
  { name: 'siret', type: 'string', check: 'french-siret-value', believe: hasKeys(/siret|^id(attribuant|beneficiaire)/) },
  { name: 'siren', type: 'string', check: 'french-siren-value', believe: hasKeys(/siren/) },
  { name: 'rna', type: 'string', check: 'code-rna' },
  { name: 'phone', type: 'string', test: isFrenchTelephone },
  { name: 'phone-abroad', type: 'string', test: isInternationalTelephone },
  { name: 'commune', type: 'string', check: 'code-commune-insee', label: /insee|cog$|codecom|communecode|citycode/ },
  { name: 'postcode', type: 'string', check: 'code-postal', label: /postal|cp$|^cp\d|codepost|zip/ },
  { name: 'department', type: 'string', check: 'code-departement', label: /dep/ },
  { name: 'region', type: 'string', check: 'code-region', label: /reg/ },
  date('date', 'default'),
  date('date-dmy', '%d/%m/%Y'),
  date('date-dmy', '%d-%m-%Y'),
  date('date-dmy', '%d.%m.%Y'),
  date('date-ymd', '%Y/%m/%d'),
  date('date-dmy-short', '%d/%m/%y'),
  date('date-mdy', '%m/%d/%Y'),
  { name: 'date-compact', type: 'date', format: '%Y%m%d', test: isDigits, label: /date|jour/ },
  moment('default'),
  moment('%Y-%m-%d %H:%M'),
  moment('%Y-%m-%dT%H:%M'),
  moment('%d/%m/%Y %H:%M:%S'),
  moment('%d/%m/%Y %H:%M'),
  { name: 'time', type: 'time', format: 'default' },
  { name: 'time', type: 'time', format: '%H:%M' },
  { name: 'yearmonth', type: 'yearmonth' },
  { name: 'date-written', type: 'string', test: isWrittenDate },
  { name: 'year', type: 'year', test: isFourDigits, believe: isCalendarYear },
  { name: 'geopoint', type: 'geopoint', format: 'default', test: hasTwoDots },
  { name: 'geopoint', type: 'geopoint', format: 'array', test: begins(OPENING_BRACKET) },
  { name: 'geojson', type: 'geojson', test: begins(OPENING_BRACE) },
  { name: 'object', type: 'object', test: begins(OPENING_BRACE) },
  { name: 'array', type: 'array', test: begins(OPENING_BRACKET) },
  { name: 'identifier', type: 'string', test: isDigits, believe: isIdentifier },
  { name: 'scientific', type: 'string', test: isScientific },
  { name: 'integer', type: 'integer', test: isQuantity, believe: isCount },
  number('number', {}),
  number('decimal-comma', { decimalChar: ',' }),
  number('decimal-comma', { decimalChar: ',', groupChar: ' ' }, hasThousands),
  number('decimal-comma', { decimalChar: ',', groupChar: '\u00a0' }, hasThousands),
  number('decimal-comma', { decimalChar: ',', groupChar: '\u202f' }, hasThousands),
  number('amount', { decimalChar: ',', groupChar: ' ', bareNumber: false }, endsWithEuro),
  number('percent', { decimalChar: ',', bareNumber: false }, endsWithPercent),
]

export interface CompiledKind {
  kind: ColumnKind
  accepts(bytes: Uint8Array, start: number, end: number): boolean
  order: CompiledType['order']
}

/** Made once: no kind keeps anything of a cell. */
let compiled: readonly CompiledKind[] | undefined
export function compiledKinds(): readonly CompiledKind[] {
  compiled ??= columnKinds.map(compileKind)
  return compiled
}

function compileKind(kind: ColumnKind): CompiledKind {
  const field: Field = {
    name: kind.name,
    type: kind.type,
    format: kind.format ?? 'default',
    constraints: {},
    missingValues: [''],
    options: kind.options ?? {},
  }
  const { type } = compileField(field, fieldTypes)
  const check = kind.check && cellChecks[kind.check].compile({}, field)
  const tests: CellTest[] = [type.test, ...(check === undefined ? [] : [check.test])]
  const { test: own } = kind
  return {
    kind,
    // The kind's own test is the cheapest.
    accepts: (bytes, start, end) => (own?.(bytes, start, end) ?? true) && tests.every((test) => test(bytes, start, end) === 0),
    order: kind.type === 'string' ? undefined : type.order,
  }
}
