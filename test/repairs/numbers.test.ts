import { describe, expect, test } from 'vitest'
import { commaGroupsNumber } from '../../src/repairs/commaGroupsNumber.js'
import { decimalNumber } from '../../src/repairs/decimalNumber.js'
import { dotGroupsNumber } from '../../src/repairs/dotGroupsNumber.js'
import { percent } from '../../src/repairs/percent.js'
import { type Case, compiled, fieldOf, proposals, witnessOf } from './fieldOf.js'

const number = fieldOf('number')
const share = fieldOf('number', { minimum: '0', maximum: '1' })

describe('decimalNumber', () => {
  test('one number only can be meant', () => {
    const cases: Case[] = [
      ['1234,50', '1234.50'],
      ['1 234,50 €', '1234.50'],
      ['1\u00a0234\u202f567,5', '1234567.5'],
      ["1'234.50", '1234.50'],
      ['1’234,5', '1234.5'],
      ['1.234,50', '1234.50'],
      ['1,234.50', '1234.50'],
      ['1.234.567', '1234567'],
      ['1,234,567', '1234567'],
      ['1.234.567,89', '1234567.89'],
      ['1 234,567', '1234.567'],
      ['1234,567', '1234.567'],
      ['0,123', '0.123'],
      [',5', '0.5'],
      ['12 EUR', '12'],
      ['12,00 euros', '12.00'],
      ['12euro', '12'],
      ['€ 12,5', '12.5'],
      ['EUR 1 000', '1000'],
      ['\u22125,2', '-5.2'],
      ['– 5', '-5'],
      ['- 1 000,0', '-1000.0'],
      ['+3,14', '3.14'],
      [' 007,10 ', '007.10'],
      ['\u00a012,5\ufeff', '12.5'],
    ]
    expect(proposals(compiled(decimalNumber, number), cases)).toEqual(cases)
  })

  test('nothing else is touched', () => {
    const refused = [
      '',
      ' ',
      '12',
      '12.5',
      '-3',
      '12 k€',
      '12k€',
      '3 M€',
      '1,5 Md€',
      '12 k EUR',
      '12 keuros',
      '1 %',
      '2,43E+13',
      '2.43E+13',
      '1e5',
      '12 34',
      '1 23,5',
      '1 2345',
      '12,',
      '.',
      ',',
      '€',
      'EUR',
      '-',
      '1,2,3',
      '1.2.3',
      '1,234.567.890',
      '1.23,4.5',
      "1 234'567",
      '12-5',
      '5-',
      '--5',
      '12,5,',
      'abc',
      '12 m',
      '1/2',
      '1,234',
      '1.234',
      '12.345 €',
      'néant',
      '12 $',
      '1,5 - 2,5',
      '12 €/m2',
    ]
    const cases = refused.map((cell): Case => [cell, undefined])
    expect(proposals(compiled(decimalNumber, number), cases)).toEqual(cases)
  })

  test('integers take whole numbers only', () => {
    const cases: Case[] = [
      ['12,00', '12'],
      ['12.0', '12'],
      ['1 234', '1234'],
      ['1 234,00 €', '1234'],
      ['1.234.567', '1234567'],
      ['12,5', undefined],
      ['1.234', undefined],
      ['1,000', undefined],
    ]
    expect(proposals(compiled(decimalNumber, fieldOf('integer')), cases)).toEqual(cases)
  })

  test("the field's own decimal mark", () => {
    const cases: Case[] = [
      ['1 234,5 €', '1234,5'],
      ['1234.5', '1234,5'],
      ['1,234 €', '1,234'],
      ['1.234', undefined],
    ]
    expect(proposals(compiled(decimalNumber, fieldOf('number', {}, { decimalChar: ',' })), cases)).toEqual(cases)
  })

  test('nothing to offer other fields', () => {
    expect(decimalNumber.compile(fieldOf('string', { pattern: '\\d+' }), [])).toBeUndefined()
  })
})

describe('one to three figures, a mark, three figures', () => {
  const dots = compiled(dotGroupsNumber, number)
  const commas = compiled(commaGroupsNumber, number)

  test('dots group thousands', () => {
    const cases: Case[] = [
      ['1.234', undefined],
      ['1.234 ', '1234'],
      ['12.345 €', '12345'],
      ['1,234', '1.234'],
      ['-1.234 EUR', '-1234'],
      ['1234,5', undefined],
      ['1.234.567', undefined],
    ]
    expect(proposals(dots, cases)).toEqual(cases)
    expect(dots.assumption).toBe('dot-groups')
  })

  test('commas group thousands', () => {
    const cases: Case[] = [
      ['1,234', '1234'],
      ['12.345 €', '12.345'],
      ['1.234', undefined],
      ['1,5', undefined],
    ]
    expect(proposals(commas, cases)).toEqual(cases)
    expect(commas.assumption).toBe('comma-groups')
  })

  test('in integers', () => {
    const whole: Case[] = [
      ['1.234', '1234'],
      ['1,000', '1'],
      ['1,234', undefined],
    ]
    expect(proposals(compiled(dotGroupsNumber, fieldOf('integer')), whole)).toEqual(whole)
  })

  test.each([
    ['12,5', 1],
    ['1.234,50', 1],
    ['1.234.567', 1],
    ['1 234,567', 1],
    ['0,123', 1],
    ['1,234.50', -1],
    ['1,234,567', -1],
    ['12.5 €', -1],
    ['1,234', 0],
    ['1.234', 0],
    ['1 234', 0],
    ['abc', 0],
    ['', 0],
  ])('%s proves dots %i', (cell, proof) => {
    expect(witnessOf(dots, cell)).toBe(proof)
    expect(witnessOf(commas, cell)).toBe(proof === 0 ? 0 : -proof)
  })
})

describe('percent', () => {
  test('shares', () => {
    const cases: Case[] = [
      ['45 %', '0.45'],
      ['45%', '0.45'],
      ['45,5 %', '0.455'],
      ['45.5\u202f%', '0.455'],
      ['5 %', '0.05'],
      ['0,5 %', '0.005'],
      ['100 %', '1.00'],
      ['33,333 %', '0.33333'],
      ['12,345%', '0.12345'],
      ['-2 %', '-0.02'],
      [' 7,25 % ', '0.0725'],
      ['45', undefined],
      ['%', undefined],
      ['45 % HT', undefined],
      ['4 5 %', undefined],
      ['k%', undefined],
      ['0.45', undefined],
    ]
    expect(proposals(compiled(percent, share), cases)).toEqual(cases)
  })

  test('only in fields that cannot exceed 1', () => {
    expect(percent.compile(number, [])).toBeUndefined()
    expect(percent.compile(fieldOf('number', { maximum: '100' }), [])).toBeUndefined()
    expect(percent.compile(fieldOf('integer', { maximum: '1' }), [])).toBeUndefined()
    expect(percent.compile(fieldOf('number', { maximum: 'x' }), [])).toBeUndefined()
    expect(percent.compile(fieldOf('number', { exclusiveMaximum: '1' }), [])).toBeDefined()
  })
})
