// What each repair mends, or explains where nothing can be mended.
import { digitsLeft } from '../digitsLeft.js'
import type { Kind } from '../kindOf.js'
import type { Messages } from '../messages.js'
import { checkRepairs } from './checkRepairs.js'
import { count, number, plural, quote } from './words.js'

const NOUNS: Readonly<Record<Kind, string>> = {
  siret: 'SIRET number',
  siren: 'SIREN number',
  rna: 'RNA number',
  identifier: 'number',
  date: 'date',
  number: 'number',
  year: 'year',
  boolean: 'value',
  value: 'value',
}

/** `3 SIRET numbers`. */
const nouns = (cells: number, kind: Kind): string => count(cells, NOUNS[kind])

const SPREADSHEET_ERRORS: Readonly<Record<string, string>> = {
  '#N/A': 'a lookup found nothing',
  '#REF!': 'a formula refers to a deleted cell',
  '#VALEUR!': 'a formula calculates with a text',
  '#VALUE!': 'a formula calculates with a text',
  '#DIV/0!': 'a formula divides by zero',
  '#NOM?': 'a formula has an unknown name',
  '#NAME?': 'a formula has an unknown name',
}

export const repairs: Messages['repairs'] = {
  ...checkRepairs,
  trim: {
    did: (cells, kind) => `${nouns(cells, kind)} with spaces or invisible signs around ${plural(cells, 'it', 'them')}`,
    why: () => 'Spaces, quotation marks or invisible signs surround the value.',
  },
  decimalNumber: {
    did: (cells, _kind, cell) =>
      /[,\s€]|eur/i.test(cell) ? count(cells, 'French-style number') : `${count(cells, 'number')} to write exactly as expected`,
    why: () => 'The schema expects only digits, and the decimal sign where there are decimals: no spaces, no symbols.',
  },
  dotGroupsNumber: {
    did: (cells) => `${count(cells, 'French-style number')}, with a comma before the decimals`,
    why: () => 'In this column, the point separates the thousands and the comma the decimals.',
  },
  commaGroupsNumber: {
    did: (cells) => `${count(cells, 'English-style number')}, with a comma between the thousands`,
    why: () => 'In this column, the comma separates the thousands and the point the decimals.',
  },
  percent: {
    did: (cells) => `${count(cells, 'percentage')} to write between 0 and 1`,
    why: () => 'The column expects a share between 0 and 1: 50% is written 0.5 there.',
  },
  dayFirstDate: {
    did: (cells) => count(cells, 'French-style date'),
    why: () => 'The day is written first, whereas the schema asks for another form.',
  },
  dayFirstPeriod: {
    did: (cells) => `${count(cells, 'period')} with French-style dates`,
    why: () => 'The day is written first, whereas the schema asks for another form.',
  },
  monthFirstDate: {
    did: (cells) => `${count(cells, 'American-style date')}, with the month first`,
    why: () => 'The month is written before the day, whereas the schema asks for another form.',
  },
  isoDate: {
    did: (cells) => `${count(cells, 'date')} almost in the right form`,
    why: () => 'The year is written first; what remains is to use exactly the form that is asked for.',
  },
  frenchWrittenDate: {
    did: (cells) => `${count(cells, 'date')} written in words`,
    why: () => 'The month is written in letters, whereas the schema asks for digits.',
  },
  datePeriod: {
    did: (cells) => `${count(cells, 'period')} to write in the form asked for`,
    why: () => 'Both dates are there; what remains is to write them in the form that is asked for.',
  },
  identifierSpaces: {
    did: (cells, kind) => `${nouns(cells, kind)} written with spaces or other signs`,
    why: () => 'Only the digits and letters of the number count: the rest is to be removed.',
  },
  identifierDotZero: {
    did: (cells, kind) => `${nouns(cells, kind)} followed by “.0”`,
    why: () => 'Some software took this identifier for a number with decimals and added “.0” to it.',
  },
  leadingZeros: {
    did: (cells, kind) => `${nouns(cells, kind)} without ${plural(cells, 'its leading zero', 'their leading zeros')}`,
    why: () => 'The spreadsheet removed the leading zeros; once they are put back, the number is right.',
  },
  words: {
    did: (cells) => `${count(cells, 'word')} to write exactly as expected`,
    why: () => 'The meaning is clear; what remains is to use the exact word that the schema expects.',
  },
  mojibake: {
    did: (cells) => `${count(cells, 'text')} with damaged accents`,
    why: () => 'The accents were read in the wrong encoding; they can be restored.',
  },
  excelSerialDate: {
    did: (cells) => `${count(cells, 'date')} turned into ${plural(cells, 'a number', 'numbers')}`,
    why: () => 'Excel counts dates in days since 1900: this number is a date that has lost its format.',
  },
  scientificNotation: {
    did: (cells, kind) => `${nouns(cells, kind)} damaged by the spreadsheet`,
    why(cell, _kind, cells) {
      const taken = plural(
        cells,
        'The spreadsheet took it for a very large number and shortened it',
        'The spreadsheet took them for very large numbers and shortened them',
      )
      const digits = digitsLeft(cell)
      if (digits === undefined || digits.left >= digits.whole) return `${taken}.`
      const left = `${count(digits.left, 'digit')} out of ${number(digits.whole)} ${plural(digits.left, 'is', 'are')} left`
      return `${taken}: ${left}, the others are no longer in this file.`
    },
  },
  replacementCharacter: {
    did: (cells) => `${count(cells, 'text')} where letters are lost`,
    why: () => 'The sign “\ufffd” has taken the place of accented letters: they are no longer in this file.',
  },
  spreadsheetError: {
    did: (cells) => `${count(cells, 'cell')} in error in the spreadsheet`,
    why: (cell) => {
      const name = cell.trim().toUpperCase()
      const known = Object.hasOwn(SPREADSHEET_ERRORS, name) ? `: ${SPREADSHEET_ERRORS[name]}` : ''
      return `${quote(cell.trim())} is a spreadsheet error${known}. Correct the formula in the original file.`
    },
  },
}
