import { describe, expect, test } from 'vitest'
import { openingHoursValue } from '../../src/checks/cell/openingHoursValue.js'
import { openingHoursFrench } from '../../src/repairs/openingHoursFrench.js'
import { faultOf } from '../checks/faultOf.js'
import { type Case, compiled, fieldOf, proposals } from './fieldOf.js'
import { proposeText } from './proposeText.js'

const repair = compiled(openingHoursFrench, fieldOf('string'), ['opening-hours-value'])
const check = openingHoursValue.compile({}, fieldOf('string'))

describe('opening hours written in French', () => {
  const cases: Case[] = [
    ['Lu-Ve 9h-12h', 'Mo-Fr 09:00-12:00'],
    ['Lu-Ve 9h-12h et 14h-18h', 'Mo-Fr 09:00-12:00,14:00-18:00'],
    ['lundi au vendredi de 8h30 à 17h', 'Mo-Fr 08:30-17:00'],
    ['du lundi au vendredi 9h00-12h00 / 14h00-17h00', 'Mo-Fr 09:00-12:00,14:00-17:00'],
    ['Du lundi au samedi, de 10h à 12h et de 14h à 18h.', 'Mo-Sa 10:00-12:00,14:00-18:00'],
    ['Horaires d’ouverture : lundi 9h-12h', 'Mo 09:00-12:00'],
    ['Lundi: 9h-12h', 'Mo 09:00-12:00'],
    ['L-V 9h-17h', 'Mo-Fr 09:00-17:00'],
    ['mer. 9-12h', 'We 09:00-12:00'],
    ['Lundi, mardi, jeudi : 8h30-12h, 13h30-17h ; mercredi : 8h30-12h', 'Mo,Tu,Th 08:30-12:00,13:30-17:00; We 08:30-12:00'],
    ['lundi 9h-12h mardi 14h-17h', 'Mo 09:00-12:00; Tu 14:00-17:00'],
    ['lundi 9h-12h\nsamedi fermé', 'Mo 09:00-12:00; Sa off'],
    ['dimanche et jours fériés : fermé', 'Su,PH off'],
    ['fermé', 'off'],
    ['tous les jours de 9h à minuit', 'Mo-Su 09:00-24:00'],
    ['8h-midi', '08:00-12:00'],
    ['de 22h à 2h', '22:00-02:00'],
    ['24h/24', '24/7'],
    ['24h/24 - 7j/7', '24/7'],
    ['7j/7 9h-18h', 'Mo-Su 09:00-18:00'],
    ['samedi 24h/24', 'Sa 00:00-24:00'],
    ['avr-oct 9h-19h', 'Apr-Oct 09:00-19:00'],
  ]
  test('are translated', () => expect(proposals(repair, cases)).toEqual(cases))
  test('into what the check accepts', () => {
    for (const [, proposal] of cases) expect([proposal, faultOf(check, proposal ?? '')]).toEqual([proposal, 0])
  })
})

test("opening hours nearly in OpenStreetMap's notation", () => {
  const cases: Case[] = [
    ['Mo-Fr 9:00-12:00', 'Mo-Fr 09:00-12:00'],
    ['Mo-Fr 08h00-18h00', 'Mo-Fr 08:00-18:00'],
    ['Mo-Fr 08.00-18.00', 'Mo-Fr 08:00-18:00'],
    ['Mo–Fr 08:00-18:00', 'Mo-Fr 08:00-18:00'],
    ['Mo-Fr: 08:00-18:00', 'Mo-Fr 08:00-18:00'],
    ['mo-fr  08:00-18:00', 'Mo-Fr 08:00-18:00'],
    ['Monday-Friday 08:00-18:00', 'Mo-Fr 08:00-18:00'],
    ['Mo-Fr 08:00-18:00;Sa 09:00-12:00;', 'Mo-Fr 08:00-18:00; Sa 09:00-12:00'],
    ['Mo-Fr 08:00-18:00', undefined],
  ]
  expect(proposals(repair, cases)).toEqual(cases)
})

test.each([
  'Ouvert',
  'sur rendez-vous',
  'lundi matin',
  'lundi',
  'lundi 9h',
  '9-12',
  'lundi 9h-9h',
  'lundi 25h-26h',
  'lundi 9h70-12h',
  'lundi au 9h',
  'M 9h-12h',
  'D 9h-12h',
  'lundi 9h-12h, lundi 14h-17h',
  'lundi au vendredi 9h-12h ; mercredi 14h-17h',
  'Du 1er mai au 30 septembre : 9h-12h',
  'semaine 1 : lundi 9h-12h',
  'Mo-Fr 0800-1800',
  'Sa[-1] 10:00-12:00',
  '',
  ' ',
])('%s is left', (text) => expect(proposeText(repair, text)).toBeUndefined())

test('nothing is offered where the schema does not ask for opening hours', () => {
  expect(openingHoursFrench.compile(fieldOf('string'), ['phone-number-value'])).toBeUndefined()
})

test('a long text takes a time in proportion to its length', () => {
  for (const part of ['lundi 9h-', '24', '7j/', "d'", 'l-', ' ', '9h ', 'tous les '])
    expect(proposeText(repair, part.repeat(100))).toBeUndefined()
})
