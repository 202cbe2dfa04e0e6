import { describe, expect, it } from 'vitest'
import { expectedPattern } from '../../src/messages/fr/patterns.js'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('patterns in plain words', () => {
  it.each([
    ['^\\d{14}$', '14 chiffres'],
    ['^[0-9]{5}$', '5 chiffres'],
    ['^\\d\\d\\d$', '3 chiffres'],
    ['\\d{1}', '1 chiffre'],
    ['^W\\d{9}$', 'la lettre W suivie de 9 chiffres'],
    ['^FR[A-Z0-9]{4,33}$', 'les lettres FR suivies de 4 à 33 lettres majuscules ou chiffres'],
    ['^[A-Z]{2}\\d+$', '2 lettres majuscules suivies de chiffres'],
    ['^\\d{4}-\\d{2}-\\d{2}$', 'une date écrite aaaa-mm-jj'],
    ['^\\d{2}\\/\\d{2}\\/\\d{4}$', 'une date écrite jj/mm/aaaa'],
    [
      '^[0-9]{4}\\-[0-9]{2}\\-[0-9]{2}(\\/[0-9]{4}\\-[0-9]{2}\\-[0-9]{2})?$',
      'une date écrite aaaa-mm-jj, ou deux pour une période : aaaa-mm-jj/aaaa-mm-jj',
    ],
    ['^[0-9]{4}(\\/[0-9]{4})?$', "4 chiffres suivis d'au besoin le signe « / » suivi de 4 chiffres"],
    ['^\\d\\.\\d{1,2}$', '1 chiffre suivi du signe « . », puis 1 à 2 chiffres'],
    ['^(oui|non)$', "l'une de ces valeurs : « oui » ou « non »"],
    ['^(https?)://[^\\s/$.?#].[^\\s]*$', 'une adresse web complète, qui commence par http:// ou https://'],
    ['^([013-9]\\d|2[AB1-9])\\d{3}$', "un code commune de l'INSEE, 5 caractères (pas le code postal), par exemple « 2A004 »"],
    [
      '(?:(?:^|,)(Gratuit|Adhérent|Payant))+$',
      'une ou plusieurs de ces valeurs, séparées par « , » sans espace : « Gratuit », « Adhérent » et « Payant »',
    ],
    ['^(MIC|PME)(\\|(MIC|PME))*$', 'une ou plusieurs de ces valeurs, séparées par « | » sans espace : « MIC » et « PME »'],
  ])('%s', (pattern, words) => expect(plain(expectedPattern(pattern, undefined))).toBe(words))

  it('gives the example, and the pattern last, where words do not suffice', () => {
    expect(plain(expectedPattern('^([013-9]\\d|2[AB1-9])\\d{3}-C-\\d{3}$', '31555-C-001'))).toBe(
      'une valeur de la même forme que « 31555-C-001 » (règle technique du schéma : ^([013-9]\\d|2[AB1-9])\\d{3}-C-\\d{3}$)',
    )
    expect(plain(expectedPattern('^(?=x)[^y]+$', undefined))).toBe(
      'une valeur de la forme prévue par le schéma (règle technique du schéma : ^(?=x)[^y]+$)',
    )
  })

  it('reads patterns that a stranger wrote in no time', () => {
    for (const part of ['(', '\\d', '(a|', '[0-9]{4}-', '(?:(?:^|,)('])
      expect(expectedPattern(part.repeat(3000), undefined)).toMatch(/valeur|chiffre/)
  })
})
