import { describe, expect, test } from 'vitest'
import type { InspectedColumn } from '../../src/core/inspectionTypes.js'
import { ColumnProfile } from '../../src/inspect/columnProfile.js'

function profile(label: string, cells: readonly string[], mostDistinct = 1000): InspectedColumn {
  const column = new ColumnProfile(1, label, mostDistinct)
  for (const cell of cells) {
    const bytes = new TextEncoder().encode(cell)
    column.read(bytes, 0, bytes.length, undefined)
  }
  return column.finish()
}

const SIRETS = ['21310555400017', '78012958100010', '41395842200045', '21310117300010', '21950999900013']
const ten = (make: (i: number) => string): string[] => Array.from({ length: 10 }, (_, i) => make(i))

describe('the type of a column', () => {
  test.each<[string, string, readonly string[], Partial<InspectedColumn['guess']>]>([
    ['whole numbers', 'effectif', ['1', '12', '-3'], { kind: 'integer', type: 'integer' }],
    ['decimals', 'montant', ['1.5', '12', '1e3'], { kind: 'number', type: 'number' }],
    ['decimal commas', 'montant', ['1,5', '12', '0,25'], { kind: 'decimal-comma', type: 'number', options: { decimalChar: ',' } }],
    [
      'grouped thousands',
      'montant',
      ['1 234,50', '12', '1 000 000'],
      { kind: 'decimal-comma', options: { decimalChar: ',', groupChar: ' ' } },
    ],
    ['narrow no-break spaces', 'montant', ['1\u202f234,50', '12'], { options: { decimalChar: ',', groupChar: '\u202f' } }],
    ['a SIRET with spaces is no amount', 'id', ['200 033 767 00014', '200 033 767 00014'], { type: 'string' }],
    ['euros', 'montant', ['1 234,50 €', '12 €'], { kind: 'amount', type: 'number' }],
    ['percentages', 'part', ['12,5 %', '3 %'], { kind: 'percent', type: 'number' }],
    ['ISO dates', 'date', ['2024-01-31', '2023-12-01'], { kind: 'date', type: 'date' }],
    ['French dates', 'date', ['31/01/2024', '01/02/2024'], { kind: 'date-dmy', format: '%d/%m/%Y' }],
    ['French dates with dashes', 'date', ['31-01-2024'], { kind: 'date-dmy', format: '%d-%m-%Y' }],
    ['short years', 'date', ['31/01/24', '01/02/24'], { kind: 'date-dmy-short', format: '%d/%m/%y' }],
    ['month first, where a month above 12 proves it', 'date', ['01/31/2024', '01/02/2024'], { kind: 'date-mdy', format: '%m/%d/%Y' }],
    ['dates in words', 'date', ['1er janvier 2024', '6 mai 2025'], { kind: 'date-written', type: 'string' }],
    ['moments', 'debut', ['2024-01-31T10:00:00Z', '2024-02-01T11:30:00Z'], { kind: 'datetime', type: 'datetime' }],
    ['times', 'heure', ['10:00:00', '23:59:59'], { kind: 'time', type: 'time' }],
    ['months', 'mois', ['2024-01', '2023-12'], { kind: 'yearmonth', type: 'yearmonth' }],
    ['years', 'annee', ['2019', '2024'], { kind: 'year', type: 'year' }],
    ['numbers of four figures are no years', 'montant', ['2019', '9024'], { kind: 'integer' }],
    ['one number proves no year', 'surface', ['2040'], { kind: 'integer' }],
    ['one year under its name', 'date_creation', ['2015'], { kind: 'year' }],
    ['underlines make no number', 'cle_ban', ['13001_3079_00001', '13001_3079_00002'], { type: 'string' }],
    ['two identifiers are no decimal comma', 'siren', ['130025273,130025265'], { type: 'string' }],
    ['a long number alone', 'pivot', ['43493312300029'], { kind: 'identifier', type: 'string' }],
    ['yes and no', 'actif', ['oui', 'non', 'OUI'], { kind: 'boolean', type: 'boolean' }],
    ['true and false', 'actif', ['true', 'false'], { kind: 'boolean' }],
    ['one letter alone proves nothing', 'grade', ['N', 'N', 'N'], { kind: 'constant', type: 'string' }],
    ['SIRET', 'siret', SIRETS, { kind: 'siret', type: 'string' }],
    ['SIREN', 'siren', SIRETS.map((siret) => siret.slice(0, 9)), { kind: 'siren', type: 'string' }],
    ['14 figures without a key', 'id', ['12345678901234', '98765432109876'], { kind: 'identifier', type: 'string' }],
    ['Insee codes', 'code_insee', ['01004', '2A004'], { kind: 'commune', type: 'string' }],
    ['postcodes under a short name', 'com_cp', ['97442', '01000'], { kind: 'postcode', type: 'string' }],
    ['postcodes', 'Code postal', ['01000', '75001'], { kind: 'postcode', type: 'string' }],
    ['padded numbers', 'rang', ['001', '002', '010'], { kind: 'identifier', type: 'string' }],
    ['telephone numbers', 'tel', ['01 42 76 40 40', '0612345678'], { kind: 'phone', type: 'string' }],
    ['telephone numbers with their country code', 'tel', ['+33 1 42 76 40 40', '0612345678', '+262262200033'], { kind: 'phone' }],
    ['telephone numbers of other countries', 'tel', ['+32 2 550 01 00', '+33142764040'], { kind: 'phone-abroad', type: 'string' }],
    ['a sign alone makes no telephone number', 'solde', ['+12', '-5'], { kind: 'integer' }],
    ['e-mail', 'courriel', ['a@b.fr', 'c.d@e.org'], { kind: 'email', format: 'email' }],
    ['addresses', 'site', ['https://a.fr', 'http://b.org/c'], { kind: 'url', format: 'uri' }],
    ['a word and a colon is no address', 'note', ['note: rien', 'vu: oui'], { kind: 'text' }],
    ['points', 'position', ['48.85,2.35', '48.86, 2.36'], { kind: 'geopoint', type: 'geopoint' }],
    ['a decimal comma is no point', 'montant', ['48,85', '2,35'], { kind: 'decimal-comma' }],
    ['figures lost to a spreadsheet', 'idBeneficiaire', ['2,43E+13', '7.17E+13'], { kind: 'scientific', type: 'string' }],
    ['JSON objects', 'champ', ['{"a":1}', '{}'], { type: 'object' }],
    ['categories', 'nature', [...ten(() => 'aide'), ...ten(() => 'prêt')], { kind: 'category', type: 'string' }],
    ['texts', 'objet', ten((i) => `Projet ${i}`), { kind: 'text', type: 'string' }],
    ['nothing', 'vide', [], { kind: 'empty', type: 'string' }],
  ])('%s', (_what, label, cells, expected) => {
    expect(profile(label, cells).guess).toMatchObject({ ...expected, exceptions: 0 })
  })

  test('holds with a few exceptions, which are shown', () => {
    const { guess } = profile('date', [
      ...Array.from({ length: 40 }, (_, i) => `2024-01-${String((i % 28) + 1).padStart(2, '0')}`),
      'inconnue',
      'NC',
    ])
    expect(guess).toEqual({ kind: 'date', type: 'date', exceptions: 2, exceptionExamples: ['inconnue', 'NC'] })
  })

  test('does not hold with many', () => {
    expect(profile('date', [...ten((i) => `2024-01-1${i}`), ...ten(() => 'NC')]).guess.type).toBe('string')
  })

  test('is found after a bad beginning', () => {
    const cells = [...ten(() => 'à compléter'), ...Array.from({ length: 500 }, (_, i) => String(i))]
    expect(profile('rang', cells).guess).toMatchObject({ kind: 'integer', exceptions: 10 })
  })
})

describe('what else is known of a column', () => {
  test('bounds are those of the type, as written', () => {
    expect(profile('montant', ['9,5', '10', '-2'])).toMatchObject({ minimum: '-2', maximum: '10' })
    expect(profile('date', ['02/01/2024', '01/02/2023'])).toMatchObject({ minimum: '01/02/2023', maximum: '02/01/2024' })
    expect(profile('objet', ['a', 'b'])).not.toHaveProperty('minimum')
  })

  test('values are listed with their cells up to 16 of them, and lengths are in characters', () => {
    const { values, shortest, longest, distinct } = profile('mot', ['été', 'oui', 'été', 'éé'])
    expect(values).toEqual([
      { value: 'été', cells: 2 },
      { value: 'oui', cells: 1 },
      { value: 'éé', cells: 1 },
    ])
    expect([shortest, longest, distinct]).toEqual([2, 3, 3])
    expect(
      profile(
        'mot',
        Array.from({ length: 17 }, (_, i) => `v${i}`),
      ).values,
    ).toBeUndefined()
  })

  test('above the bound the number of values is an estimate, and says so', () => {
    const { distinct, distinctEstimated } = profile(
      'id',
      Array.from({ length: 5000 }, (_, i) => `v${i}`),
      100,
    )
    expect(distinctEstimated).toBe(true)
    expect(Math.abs(distinct - 5000)).toBeLessThan(250)
  })
})
