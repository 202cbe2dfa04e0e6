import { describe, expect, test } from 'vitest'
import { identifierDotZero } from '../../src/repairs/identifierDotZero.js'
import { identifierShape } from '../../src/repairs/identifierShape.js'
import { identifierSpaces } from '../../src/repairs/identifierSpaces.js'
import { leadingZeros } from '../../src/repairs/leadingZeros.js'
import { type Case, compiled, fieldOf, proposals } from './fieldOf.js'

const siretPattern = fieldOf('string', { pattern: '^\\d{14}$' })
const text = fieldOf('string')
const rna = fieldOf('string', { pattern: '^W\\d{9}$' })
const commune = fieldOf('string', { pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$' })

describe('which fields hold identifiers', () => {
  test.each([
    ['^\\d{14}$', true],
    ['^W\\d{9}$', true],
    ['^\\w{5}$', true],
    ['^[0-9]+$', true],
    ['^\\d{4}-\\d{2}-\\d{2}$', false],
    ['^[A-Za-z0-9_]+$', false],
    ['^[A-Z]{3}$', false],
    ['^.{0,20}$', false],
    ['^(oui|non)$', false],
    ['^(', false],
  ])('%s', (pattern, holds) => expect(identifierShape(fieldOf('string', { pattern }), []) !== undefined).toBe(holds))

  test('by their checks', () => {
    expect(identifierShape(text, [])).toBeUndefined()
    expect(identifierShape(text, ['phone-number-value'])).toBeUndefined()
    expect(identifierShape(text, ['french-siret-value'])).toMatchObject({ min: 14, max: 14, shortest: 11 })
    expect(identifierShape(text, ['other', 'siren'])).toMatchObject({ min: 9, shortest: 6 })
    expect(identifierShape(fieldOf('number'), ['siret'])).toBeUndefined()
  })
})

describe('identifierSpaces', () => {
  test('SIRET', () => {
    const cases: Case[] = [
      ['213 101 173 00010', '21310117300010'],
      ['213\u00a0101\u202f173 00010', '21310117300010'],
      ['213.101.173.00010', '21310117300010'],
      ['213-101-173-00010', '21310117300010'],
      ['213101173.00010', '21310117300010'],
      ['SIRET : 21310117300010', '21310117300010'],
      ['siret 213 101 173 00010', '21310117300010'],
      ['N° SIRET : 213 101 173 00010', '21310117300010'],
      ['Numéro SIRET:21310117300010', '21310117300010'],
      [' 21310117300010 ', '21310117300010'],
      ['213101173\u200b00010', '21310117300010'],
      ['21310117300010', undefined],
      ['2131011730001.0', undefined],
      ['213101173000.10', undefined],
      ['213 101 173', undefined],
      ['213 101 173 00010 00028', undefined],
      ['213101173 / 00010', undefined],
      ['SIRET', undefined],
      ['SIRET inconnu', undefined],
      ['bidon 21310117300010', undefined],
      ['2,13101E+13', undefined],
      ['', undefined],
    ]
    expect(proposals(compiled(identifierSpaces, siretPattern), cases)).toEqual(cases)
    expect(proposals(compiled(identifierSpaces, text, ['siret']), cases)).toEqual(cases)
  })

  test('other codes', () => {
    const cases: Case[] = [
      ['2A 004', '2A004'],
      ['75 056', '75056'],
      ['INSEE 31 555', '31555'],
      ['31-555', undefined],
      ['31.555', undefined],
      ['31555 Toulouse', undefined],
    ]
    expect(proposals(compiled(identifierSpaces, commune), cases)).toEqual(cases)
    const associations: Case[] = [
      ['W 313 012 345', 'W313012345'],
      ['RNA : W313012345', 'W313012345'],
      ['RNA', undefined],
    ]
    expect(proposals(compiled(identifierSpaces, rna), associations)).toEqual(associations)
    const phones: Case[] = [
      ['01.23.45.67.89', '0123456789'],
      ['Tél. : 01 23 45 67 89', '0123456789'],
      ['123456789.5', undefined],
    ]
    expect(proposals(compiled(identifierSpaces, fieldOf('string', { pattern: '^(\\+33|0)[1-9](\\d\\d){4}$' })), phones)).toEqual(phones)
    const lettered: Case[] = [['N 12345', 'N12345']]
    expect(proposals(compiled(identifierSpaces, fieldOf('string', { pattern: '^\\w{5,6}$' })), lettered)).toEqual(lettered)
    const dashed: Case[] = [['01053 – C – 001', '01053-C-001']]
    expect(proposals(compiled(identifierSpaces, fieldOf('string', { pattern: '^\\d{5}-C-\\d{3}$' })), dashed)).toEqual(dashed)
  })

  test('numbers of any length could be two', () => {
    expect(identifierSpaces.compile(fieldOf('string', { pattern: '^\\d+$' }), [])).toBeUndefined()
  })
})

describe('identifierDotZero', () => {
  test('figures that a program took for a number', () => {
    const cases: Case[] = [
      ['21310117300010.0', '21310117300010'],
      ['21310117300010,0', '21310117300010'],
      ['21310117300010.00', '21310117300010'],
      ['213 101 173 00010,00', '21310117300010'],
      [' 31555.0', '31555'],
      ['2131011730001.0', '2131011730001'],
      ['31555.5', undefined],
      ['31555.', undefined],
      ['31555', undefined],
      ['1.0.0', undefined],
      ['.0', undefined],
      ['000', undefined],
      ['W1.0', undefined],
      ['', undefined],
    ]
    expect(proposals(compiled(identifierDotZero, siretPattern), cases)).toEqual(cases)
  })

  test('not where the point belongs to the code', () => {
    expect(identifierDotZero.compile(fieldOf('string', { pattern: '^\\d\\.\\d{1,2}$' }), [])).toBeUndefined()
  })
})

describe('leadingZeros', () => {
  test('confirmed by a check', () => {
    const siret: Case[] = [
      ['5880148100012', '05880148100012'],
      ['32517500016', '00032517500016'],
      ['5880148100012.0', '05880148100012'],
      ['588014810 0012', '05880148100012'],
      ['2517500016', undefined],
      ['213101173', undefined],
      ['21310117300010', undefined],
      ['021310117300', undefined],
      ['5,88E+12', undefined],
      ['', undefined],
    ]
    expect(proposals(compiled(leadingZeros, siretPattern, ['french-siret-value']), siret)).toEqual(siret)
    const siren: Case[] = [
      ['58801481', '058801481'],
      ['325175', '000325175'],
      ['25175', undefined],
    ]
    expect(proposals(compiled(leadingZeros, text, ['siren']), siren)).toEqual(siren)
    const department: Case[] = [
      ['1', '01'],
      ['31', undefined],
    ]
    expect(proposals(compiled(leadingZeros, text, ['code-departement']), department)).toEqual(department)
  })

  test('one zero of five figures, confirmed by the pattern', () => {
    const cases: Case[] = [
      ['1053', '01053'],
      ['1053.0', '01053'],
      ['7300', '07300'],
      ['730', undefined],
      ['07300', undefined],
      ['2A04', undefined],
    ]
    expect(proposals(compiled(leadingZeros, commune), cases)).toEqual(cases)
    expect(proposals(compiled(leadingZeros, fieldOf('string', { pattern: '^\\d{5}$' })), cases)).toEqual(cases)
  })

  test('nothing confirms it', () => {
    expect(leadingZeros.compile(siretPattern, [])).toBeUndefined()
    expect(leadingZeros.compile(fieldOf('string', { pattern: '^\\w{5}$' }), [])).toBeUndefined()
    expect(leadingZeros.compile(text, [])).toBeUndefined()
  })
})
