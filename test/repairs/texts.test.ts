import { describe, expect, test } from 'vitest'
import { mojibake } from '../../src/repairs/mojibake.js'
import { trim } from '../../src/repairs/trim.js'
import { words } from '../../src/repairs/words.js'
import { type Case, compiled, fieldOf, proposals } from './fieldOf.js'

const nature = fieldOf('string', { enum: ['aide en numéraire', 'aide en nature', 'aide en numéraire;aide en nature'] })

describe('trim', () => {
  test('spaces, invisible marks, the quotes of spreadsheets', () => {
    const cases: Case[] = [
      [' oui', 'oui'],
      ['oui\u00a0', 'oui'],
      ['\u202foui\u2007', 'oui'],
      ['\toui\r\n', 'oui'],
      ['\ufeffoui\u200b', 'oui'],
      ['\u200eoui\u200f', 'oui'],
      ['\u202e4202', undefined],
      ['\u202a2024\u202c', undefined],
      ['2024\u2069', undefined],
      ["'12", '12'],
      ["'12'", '12'],
      ['"12"', '12'],
      ['" 12 "', '12'],
      ['="0123"', '0123'],
      ['ou\u200bi', 'oui'],
      ['sub\u00advention', 'subvention'],
      ['  ', ''],
      ['oui', undefined],
      ['a b', undefined],
      ['a\u00a0b', undefined],
      ['"12', undefined],
      ["l'eau", undefined],
      ['', undefined],
      ['voilà', undefined],
      ['voilÃ\u00a0', undefined],
      ['maÃ\u00ads', undefined],
    ]
    expect(proposals(compiled(trim, fieldOf('date')), cases)).toEqual(cases)
  })

  test('free text keeps its quotes', () => {
    const cases: Case[] = [
      [" 'cité' ", "'cité'"],
      ["'cité'", undefined],
    ]
    expect(proposals(compiled(trim, fieldOf('string', { maxLength: 5 })), cases)).toEqual(cases)
  })

  test('spaces alone are left where the empty text is a value', () => {
    const field = { ...fieldOf('date'), missingValues: ['NA'] }
    expect(proposals(compiled(trim, field), [['  ', undefined]])).toEqual([['  ', undefined]])
  })

  test('a text that nothing can refuse', () => {
    expect(trim.compile(fieldOf('string', { required: true }), [])).toBeUndefined()
    expect(trim.compile(fieldOf('string'), ['siret'])).toBeDefined()
  })
})

describe('words', () => {
  test('allowed values', () => {
    const cases: Case[] = [
      ['Aide en numéraire', 'aide en numéraire'],
      ['AIDE EN NUMERAIRE', 'aide en numéraire'],
      ['aide_en_nature', 'aide en nature'],
      ['aide-en-nature ', 'aide en nature'],
      ['aideennature', 'aide en nature'],
      ['aide\u00a0en  nature', 'aide en nature'],
      ['aide en nume\u0301raire', 'aide en numéraire'],
      ['aide en numéraire ; aide en nature', 'aide en numéraire;aide en nature'],
      ['aide en nature', undefined],
      ['aide', undefined],
      ['', undefined],
      [' ', undefined],
      ['aide en natures', undefined],
      ['aide en numÃ©raire', undefined],
    ]
    expect(proposals(compiled(words, nature), cases)).toEqual(cases)
  })

  test('apostrophes, ligatures, dashes, categories', () => {
    const field = fieldOf('string', { enum: ["Maison d'œuvre", 'Vis-à-vis', 'Straße'] }, { categories: ['Épi'] })
    const cases: Case[] = [
      ['maison d’oeuvre', "Maison d'œuvre"],
      ['MAISON D ŒUVRE', "Maison d'œuvre"],
      ['vis à vis', 'Vis-à-vis'],
      ['Vis–à–vis', 'Vis-à-vis'],
      ['strasse', 'Straße'],
      ['epi', 'Épi'],
    ]
    expect(proposals(compiled(words, field), cases)).toEqual(cases)
  })

  test('marks between figures count', () => {
    const field = fieldOf('string', { enum: ['1-2', '0-10 ans', '-5', 'A-1'] })
    const cases: Case[] = [
      ['12', undefined],
      ['1–2', '1-2'],
      ['1 2', '1-2'],
      ['010 ans', undefined],
      ['0 - 10 ANS', '0-10 ans'],
      ['5', undefined],
      ['a1', 'A-1'],
    ]
    expect(proposals(compiled(words, field), cases)).toEqual(cases)
  })

  test('a text that could be two values is left', () => {
    const cases: Case[] = [
      ['CREE', undefined],
      ['Autre', 'autre'],
    ]
    expect(proposals(compiled(words, fieldOf('string', { enum: ['créé', 'crée', 'autre'] })), cases)).toEqual(cases)
  })

  test('booleans', () => {
    const plain: Case[] = [
      ['OUI', 'true'],
      ['o', 'true'],
      ['Vrai', 'true'],
      ['1', 'true'],
      ['y', 'true'],
      ['Non', 'false'],
      ['FAUX', 'false'],
      ['0', 'false'],
      ['x', undefined],
      ['?', undefined],
      ['true', undefined],
      ['ou', undefined],
    ]
    expect(proposals(compiled(words, fieldOf('boolean')), plain)).toEqual(plain)
    const french: Case[] = [
      ['Oui', 'oui'],
      ['TRUE', 'oui'],
      ['Faux', 'non'],
      ['non', undefined],
    ]
    expect(proposals(compiled(words, fieldOf('boolean', {}, { trueValues: ['oui'], falseValues: ['non'] })), french)).toEqual(french)
    const reversed: Case[] = [
      ['O', 'n'],
      ['N', undefined],
      ['oui', 'y'],
    ]
    expect(proposals(compiled(words, fieldOf('boolean', {}, { trueValues: ['y', 'N'], falseValues: ['n', 'o'] })), reversed)).toEqual(
      reversed,
    )
  })

  test('no value to choose from', () => {
    expect(words.compile(fieldOf('string', { pattern: 'a' }), [])).toBeUndefined()
    expect(words.compile(fieldOf('number', { enum: ['1'] }), [])).toBeUndefined()
  })
})

describe('mojibake', () => {
  /** UTF-8 read as windows-1252. */
  const misread = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))

  test('undone as a whole', () => {
    const good = ['Marché', 'aide en numéraire', 'voilà', 'maïs', 'œuvre', 'l’été', 'n° 5', '12 €', 'À Í Ý', '日本', '🚲', 'Łódź']
    for (const times of [1, 2, 3]) {
      const cases = good.map((text): Case => {
        let cell = text
        for (let i = 0; i < times; i++) cell = misread(cell)
        return [cell, /[\u0080-\u{10ffff}]/u.test(text) ? text : undefined]
      })
      const repairable = cases.filter(([cell]) => /[Ã-ÅâÂ]/.test(cell))
      expect(proposals(compiled(mojibake, nature), repairable)).toEqual(repairable)
    }
  })

  test('left alone', () => {
    const left = ['Marché', 'château', 'Ã', 'Ãvident', 'â', 'MarchÃ© déjà', 'âge', 'abc', '', 'Ã©\ufffd', 'ÂŁ']
    const cases = left.map((cell): Case => [cell, undefined])
    expect(proposals(compiled(mojibake, nature), cases)).toEqual(cases)
  })

  test('only where a form tells whether the outcome is right', () => {
    expect(mojibake.compile(fieldOf('string', { maxLength: 5 }), [])).toBeUndefined()
    expect(mojibake.compile(fieldOf('number'), [])).toBeUndefined()
  })
})
