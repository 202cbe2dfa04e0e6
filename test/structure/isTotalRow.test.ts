import { describe, expect, it } from 'vitest'
import { isTotalRow } from '../../src/structure/isTotalRow.js'

describe('isTotalRow', () => {
  it.each([
    'TOTAL|||1234',
    '|||TOTAL|1 234,50 €',
    'Total 2019||196900000|',
    'Sous-total|||12',
    'Sous total de la section|||12',
    'Total général :|||12',
    'TOTAUX|||12|13',
    'Montant total|||12',
    'Total des subventions versées en 2023|||12',
    'Total en euros||-12|',
    'Total|1234',
    'TOTAL|||',
  ])('%s', (row) => {
    expect(isTotalRow(row.split('|'))).toBe(true)
  })

  it.each([
    'TotalEnergies SE|||1234',
    'TOTAL ENERGIES|||1234',
    'Total|75001|12|13|14',
    'Total|Paris||1234',
    'Total Danse|||500',
    'Association du Total|||500',
    'Totalement cirque|||500',
    '|||1234',
    '|||',
    'Total',
    'Amicale|||1234',
    `Total de ${'la '.repeat(50)}|||1`,
  ])('not %s', (row) => {
    expect(isTotalRow(row.split('|'))).toBe(false)
  })
})
