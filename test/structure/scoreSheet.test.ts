import { describe, expect, it } from 'vitest'
import { chooseSheet, scoreSheet } from '../../src/structure/scoreSheet.js'

const knows = (label: string): boolean => ['siret', 'nom', 'montant', 'date'].includes(label)
const score = (...rows: string[]) =>
  scoreSheet(
    rows.map((row) => row.split('|')),
    knows,
  )

const DATA = score('siret|nom|montant|date', '1|a|2|2022')
const MODEL = score('siret|nom|montant|date')
const READ_ME = score('Lisez-moi', 'Une ligne par subvention')
const LIST = score('nom', 'a', 'b')
const NOTHING = score()

describe('scoreSheet', () => {
  it('counts the different labels of the header, wherever it stands', () => {
    expect(score('Subventions 2022', '', 'siret|nom|nom', '1|a|b')).toEqual({ known: 2, hasRows: true, isFilled: true })
    expect(MODEL).toEqual({ known: 4, hasRows: false, isFilled: true })
    expect(NOTHING).toEqual({ known: 0, hasRows: false, isFilled: false })
    expect(score('|', '|')).toEqual({ known: 0, hasRows: false, isFilled: false })
  })
})

describe('chooseSheet', () => {
  it.each([
    ['the one that matches', [READ_ME, LIST, DATA], 2],
    ['the first of two that match', [READ_ME, DATA, DATA], 1],
    ['the one with rows', [MODEL, DATA], 1],
    ['the first where it knows half of the labels', [score('siret|nom', '1|a'), DATA], 0],
    ['another where the first knows less', [LIST, DATA], 1],
    ['the first that is filled where nothing matches', [NOTHING, READ_ME, READ_ME], 1],
    ['the first where nothing is filled', [NOTHING, NOTHING], 0],
    ['none of none', [], -1],
  ])('%s', (_name, scores, chosen) => {
    expect(chooseSheet(scores)).toBe(chosen)
  })
})
