import { describe, expect, test } from 'vitest'
import { replacementCharacter } from '../../src/repairs/replacementCharacter.js'
import { scientificNotation } from '../../src/repairs/scientificNotation.js'
import { spreadsheetError } from '../../src/repairs/spreadsheetError.js'
import { compiled, fieldOf } from './fieldOf.js'
import { proposeText } from './proposeText.js'

const siret = fieldOf('string', { pattern: '^\\d{14}$' })

describe('scientificNotation', () => {
  const repair = compiled(scientificNotation, siret)
  test.each(['2,43E+13', '2.43E+13', '7,17E+13', '2E+13', '2,43e13', ' 2,43E+13 ', '8,3000000E+13'])('%s has lost its figures', (cell) => {
    expect(proposeText(repair, cell)).toBe('')
  })
  test.each([
    '21310117300010',
    '2,1310117300010E+13',
    '2,43',
    'E+13',
    '2,43E',
    '2,43E+',
    '2,43E-13',
    '24,3E+12',
    '2,43E+1300',
    '2,43E+13a',
    '',
  ])('%s has not', (cell) => expect(proposeText(repair, cell)).toBeUndefined())
  test('only in identifiers', () => {
    expect(scientificNotation.compile(fieldOf('number'), [])).toBeUndefined()
    expect(scientificNotation.compile(fieldOf('string'), ['french-siret-value'])).toBeDefined()
  })
})

describe('replacementCharacter', () => {
  const repair = compiled(replacementCharacter, fieldOf('string', { enum: ['Marché'] }))
  test.each(['March\ufffd', '\ufffd', 'a\ufffdb'])('%s', (cell) => expect(proposeText(repair, cell)).toBe(''))
  test.each(['Marché', 'March?', '', '\ufeff', '\uffff'])('%s', (cell) => expect(proposeText(repair, cell)).toBeUndefined())
})

describe('spreadsheetError', () => {
  const repair = compiled(spreadsheetError, fieldOf('number'))
  test.each(['#N/A', '#REF!', '#VALEUR!', '#VALUE!', '#NOM?', '#NAME?', '#DIV/0!', '#NOMBRE!', '########', '##', ' #N/A ', 'Err:502'])(
    '%s',
    (cell) => expect(proposeText(repair, cell)).toBe(''),
  )
  test.each(['#', '#N', '#N/A!', '#12', '##1', 'N/A', 'Err:5', 'Err:abc', 'Erreur', ''])('%s', (cell) => {
    expect(proposeText(repair, cell)).toBeUndefined()
  })
})
