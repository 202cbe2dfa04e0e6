// Tables of accepted and refused texts, one per check, with the number of the fault.
import { describe, expect, test } from 'vitest'
import { codeCommuneInsee } from '../../../src/checks/cell/codeCommuneInsee.js'
import { codeDepartement } from '../../../src/checks/cell/codeDepartement.js'
import { codeFantoir } from '../../../src/checks/cell/codeFantoir.js'
import { codePaysIso2 } from '../../../src/checks/cell/codePaysIso2.js'
import { codePaysIso3 } from '../../../src/checks/cell/codePaysIso3.js'
import { codePostal } from '../../../src/checks/cell/codePostal.js'
import { codeRegion } from '../../../src/checks/cell/codeRegion.js'
import { codeRna } from '../../../src/checks/cell/codeRna.js'
import { commune } from '../../../src/checks/cell/commune.js'
import { departement } from '../../../src/checks/cell/departement.js'
import { frenchGpsCoordinates } from '../../../src/checks/cell/frenchGpsCoordinates.js'
import { idRnb } from '../../../src/checks/cell/idRnb.js'
import { latitudeL93 } from '../../../src/checks/cell/latitudeL93.js'
import { longitudeL93 } from '../../../src/checks/cell/longitudeL93.js'
import { nomenclatureActesValue } from '../../../src/checks/cell/nomenclatureActesValue.js'
import { pays } from '../../../src/checks/cell/pays.js'
import { region } from '../../../src/checks/cell/region.js'
import { yearIntervalValue } from '../../../src/checks/cell/yearIntervalValue.js'
import type { CellCheck, Params } from '../../../src/core/check.js'
import type { Field } from '../../../src/core/schema.js'
import { ACT_DOMAINS } from '../../../src/messages/actDomains.js'
import { compiled, faultOf, fieldOf } from '../faultOf.js'

/** By fault (0: accepted), the texts. */
type Table = Readonly<Record<number, readonly string[]>>

function table(name: string, check: CellCheck, texts: Table, params: Params = {}, field: Field = fieldOf()): void {
  test(name, async () => {
    const ready = await compiled(check, params, field)
    const found = Object.fromEntries(Object.values(texts).flatMap((list) => list.map((text) => [text, faultOf(ready, text)])))
    const wanted = Object.fromEntries(Object.entries(texts).flatMap(([fault, list]) => list.map((text) => [text, Number(fault)])))
    expect(found).toEqual(wanted)
  })
}

describe('nomenclature-actes-value', () => {
  test('takes the very domains that its sentences name', async () => {
    const check = await compiled(nomenclatureActesValue, {}, fieldOf())
    expect(ACT_DOMAINS.map((domain) => faultOf(check, `${domain}/x`))).toEqual(ACT_DOMAINS.map(() => 0))
    expect(ACT_DOMAINS).toHaveLength(9)
  })

  table('domains, a slash, the matter', nomenclatureActesValue, {
    0: [
      'Commande publique/Marchés',
      'FINANCES LOCALES/SUBVENTIONS',
      'Domaines de competences par themes/x',
      'Libertés publiques et pouvoirs de police/x'.normalize('NFD'),
      'Urbanisme/',
      'Urbanisme//x',
      'Urbanisme/x/y',
      'Urbanisme/x /y',
      'Urbanisme/x ',
      'Urbanisme/\u00a0x',
    ],
    1: ['Finances locales', '7.5', ' '],
    2: ['Finances locales / Subventions', 'Finances locales /Subventions', 'Finances locales/ Subventions', 'Urbanisme/x/ y'],
    3: [
      'Voirie/x',
      'Voirie / x',
      '/x',
      '7.5 Finances locales/x',
      ' Urbanisme/x',
      'Finances  locales/x',
      'Finances\u00a0locales/x',
      `${'a'.repeat(300)}/x`,
    ],
  })
})

describe('year-interval-value', () => {
  const common = {
    1: ['2017-2018', '2017 / 2018', '2017/18', ' 2017/2018', '2017/2018 ', '17', '20170', 'toto', '/', '2017/', '-2017/2018', '²017/2018'],
  }
  table('two years', yearIntervalValue, {
    0: ['2017/2018', '0001/9999', '2017/2018\n', '２０１７/２０１８', '٢٠١٧/٢٠١٨'],
    ...common,
    2: ['2017/2017', '0000/0000'],
    3: ['2018/2017', '9999/0000', '٢٠١٨/٢٠١٧'],
  })
  table('two years, one not allowed', yearIntervalValue, { 1: ['2017', '２０１７', '2017\n'] }, { 'allow-year-only': 'TRUE' })
  table('two years or one', yearIntervalValue, { 0: ['2017', '２０１７', '2017\n', '2017/2018'], ...common }, { 'allow-year-only': 'yes' })
  test('the canonical form has the digits of everyone', async () => {
    const { canonical } = await compiled(yearIntervalValue)
    expect([canonical?.('２０１７/𝟚𝟘𝟙𝟠\n'), canonical?.('2017/2018')]).toEqual(['2017/2018', '2017/2018'])
  })
  test('a parameter that is no text cannot be used', () => {
    expect(yearIntervalValue.unusable?.({ column: 'f', 'allow-year-only': true })).toBe('allow-year-only')
    expect(yearIntervalValue.unusable?.({ column: 'f' })).toBeUndefined()
  })
})

describe('french-gps-coordinates', () => {
  table('pairs, longitude first', frenchGpsCoordinates, {
    0: [
      '2.35,48.85',
      ' 2.35 , 48.85',
      '2.35,48.85 ',
      '0,45',
      '-61.5,16.2',
      '55.5,-21.1',
      '45.2,-12.8',
      '-52.3,4.9',
      '2.35e0,4885e-2',
      '9.56009,45',
    ],
    1: ['0,0', '-73.5,45.5', '166.4,-22.3', '10,10', '2,41.333571', '9.560091,45', '-56.2,46.8'],
    2: ['48.85,2.35', '45,0', '16.2,-61.5', '-21.1,55.5'],
    3: ['x', '2.35', '2.35;48.85', '2.35,', ',48.85', '2.35,48.85,0', '2.35 48.85', ' '],
  })
  table('arrays', frenchGpsCoordinates, {
    0: ['[2.35,48.85]', '[ 2.35 , 48.85 ] ', '["2.35","48.85"]'],
    2: ['[48.85, 2.35]'],
    3: ['[2.35,48.85', '[2.35]', '[]'],
  })
  table('objects', frenchGpsCoordinates, {
    0: ['{"lon":2.35,"lat":48.85}', '{"lat":"48.85","lon":"2.35"}'],
    1: ['{"lon":0,"lat":0}'],
    2: ['{"lat":2.35,"lon":48.85}'],
    3: ['{"lon":2.35}', '{}', '{"lon":null,"lat":48}'],
  })
})

describe('codes', () => {
  table('code-commune-insee', codeCommuneInsee, {
    0: ['31555', '01001', '2A004', '2B033', '97105', '97502', '98818', '95690'],
    1: [
      '20004',
      '00001',
      '96001',
      '2C004',
      '2a004',
      '31000',
      '97000',
      '97900',
      '98501',
      '99138',
      '3155',
      '315555',
      '3155A',
      '31 555',
      '97100',
    ],
  })
  table('code-postal', codePostal, {
    0: ['31000', '01000', '20000', '97110', '97500', '98000', '98800'],
    1: ['00100', '96000', '97000', '97900', '98100', '99000', '1000', '310000', '3100A', '31 000', 'F-31000', '2A000'],
  })
  table('code-departement', codeDepartement, {
    0: ['01', '2A', '2B', '95', '971', '978', '989'],
    1: ['1', '00', '20', '96', '970', '979', '2a', '001', ' 01'],
  })
  table('code-region', codeRegion, { 0: ['01', '06', '11', '76', '94'], 1: ['1', '05', '73', '91', '011'] })
  table('code-pays-iso2', codePaysIso2, { 0: ['FR', 'DE', 'RE'], 1: ['fr', 'FRA', 'XX', 'UK', 'F'] })
  table('code-pays-iso3', codePaysIso3, { 0: ['FRA', 'DEU'], 1: ['FR', 'fra', 'XXX'] })
  table('code-fantoir', codeFantoir, { 0: ['0042A', 'ZB03A', 'B123C'], 1: ['1000', 'zB03A', '00421', '0042a', '0042AB', '00É2A'] })
  table('code-rna', codeRna, {
    0: ['W313012345'],
    1: ['w313012345', 'W31301234', 'W3130123456', 'W31301234A', 'W313 012 345', '313012345'],
  })
  table('id-rnb', idRnb, { 0: ['4FT8QWX2NB7K'], 1: ['4FT8-QWX2-NB7K', '4ft8qwx2nb7k', '4FT8QWX2NB7', '4FT8QWX2NB70', '4FT8QWX2NBIO'] })
})

describe('names', () => {
  table('commune', commune, {
    0: ['Toulouse', "L'Haÿ-les-Roses", 'L’Haÿ-les-Roses', 'Y', 'Le Mans', 'Œting', 'Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson'],
    1: ['31555', 'Toulouse 31', ' Toulouse', 'Toulouse ', '-Toulouse', 'Paris (75)', 'a'.repeat(101).concat('é'), '???'],
  })
  table('departement', departement, {
    0: ['Haute-Garonne', "Côte-d'Or", 'La Réunion'],
    1: ['haute-garonne', 'Haute Garonne', 'Cote-d’Or', 'Réunion'],
  })
  table('region', region, { 0: ['Occitanie', 'Île-de-France'], 1: ['Ile-de-France', 'Midi-Pyrénées', 'OCCITANIE'] })
  table('pays', pays, { 0: ['France', 'Côte d’Ivoire', 'Corée du Sud'], 1: ['france', "Côte d'Ivoire", 'Allemagne de l’Est'] })
})

describe('Lambert 93', () => {
  table('latitude', latitudeL93, {
    0: ['6280000', '6280000.5', '+6280000', '6.28e6', '6037008', '7230728'],
    1: ['6037007.99', '7230728.01', '43.6', '-6280000'],
    2: ['nord', '', ' '],
  })
  table('longitude', longitudeL93, { 0: ['574000', '-357823', '1313633', '0'], 1: ['-357824', '1313634'], 2: ['x'] })
  table(
    'with the signs of the field',
    latitudeL93,
    { 0: ['6280000,5', '6 280 000,25'], 1: ['43,6'] },
    {},
    fieldOf('number', 'default', { decimalChar: ',', groupChar: ' ' }),
  )
})
