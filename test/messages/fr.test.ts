import { describe, expect, it } from 'vitest'
import type { Code, Details, Diagnostic } from '../../src/core/diagnostic.js'
import type { RequestFault } from '../../src/core/error.js'
import { columnLetters } from '../../src/messages/columnLetters.js'
import { dateForm } from '../../src/messages/fr/dates.js'
import { number } from '../../src/messages/fr/words.js'
import { fr } from '../../src/messages/fr.js'
import { messagesFor, say } from '../../src/messages/index.js'
import type { Kind } from '../../src/messages/kindOf.js'
import { everyCode, finding, fullDetails, leastDetails, requestDetails } from './samples.js'

const LEAKS = /undefined|NaN|null|\[object|Infinity|\$\{/
/** Words of the specification that a reader does not know. */
const JARGON = /Table Schema|regex|pattern|constraint|descripteur|frictionless/i

describe('every code', () => {
  for (const code of everyCode) {
    it(`${code} has a whole sentence`, () => {
      const place = { row: 12, line: 14, column: 3, field: 'montant', cell: '1 250,50' }
      for (const said of [
        say(fr, finding(code, leastDetails)),
        say(fr, finding(code, fullDetails, place)),
        say(fr, finding(code, fullDetails, { label: 'Montant' })),
      ]) {
        expect(said).not.toMatch(LEAKS)
        expect(said).toMatch(/^[\p{Lu}«0-9].*[.?)]$/su)
        // Quoted texts keep their own signs, and hours their colon.
        expect(said.replace(/«\u00a0.*?\u00a0»|« .*? »/gu, '« x »')).not.toMatch(/[^ \u00a0](?:[;?!»]|:(?!\d))|«[^ \u00a0]/u)
      }
    })
  }

  it('a code of a later version is not silent', () => {
    expect(say(fr, { code: 'cell/future', type: 'x', severity: 'error', details: {}, cell: 'a' })).toContain('cell/future')
  })
})

describe('sentences', () => {
  const said = (code: Code, details: Details, more: Partial<Diagnostic> = {}): string =>
    say(fr, finding(code, details, more)).replaceAll('\u00a0', ' ')

  it.each<[string, Code, Details, Partial<Diagnostic>, string]>([
    [
      'a date',
      'cell/type',
      { type: 'date', format: 'default', example: '2017-06-27' },
      { cell: '06/12/2022', suggestion: '2022-12-06' },
      "« 06/12/2022 » n'est pas une date écrite comme attendu. Il faut une date écrite aaaa-mm-jj, par exemple « 2017-06-27 ». Écrivez « 2022-12-06 ».",
    ],
    [
      'a boolean',
      'cell/type',
      { type: 'boolean', format: 'default', trueValues: ['oui'], falseValues: ['non'] },
      { cell: 'peut-être' },
      "« peut-être » n'est pas l'un des mots attendus. Il faut « oui » ou « non ».",
    ],
    [
      'a decimal comma',
      'cell/type',
      { type: 'number', format: 'default', decimalChar: ',' },
      { cell: '12.5' },
      "« 12.5 » n'est pas un nombre écrit comme attendu. Il faut un nombre, avec « , » pour les décimales et sans espace ni symbole, par exemple « 1250,50 ».",
    ],
    [
      'a long list',
      'cell/enum',
      { values: fullDetails.values },
      { cell: 'z' },
      "« z » n'est pas dans la liste des valeurs permises. Il faut l'une de ces valeurs : « a », « b », « c », « d », « e », « f » … (9 valeurs possibles).",
    ],
    [
      'damage',
      'cell/pattern',
      { constraint: '^\\d{14}$' },
      { cell: '2,43E+13', repair: 'scientificNotation' },
      "« 2,43E+13 » n'a pas la forme attendue. Il faut 14 chiffres. Le tableur l'a pris pour un très grand nombre et l'a abrégé : il reste 3 chiffres sur 14, les autres ne sont plus dans ce fichier.",
    ],
    [
      'a wrong key',
      'row/french-siret-value',
      { fault: 2 },
      { cell: '21310117300011' },
      "« 21310117300011 » n'est pas un SIRET : il a bien 14 chiffres, mais sa clé de contrôle est fausse. Un chiffre a sans doute été mal recopié.",
    ],
    [
      'a size',
      'cell/maxLength',
      { type: 'string', constraint: '5', length: 6 },
      { cell: '204170' },
      '« 204170 » est trop long (6 caractères). Il faut au plus 5 caractères.',
    ],
    [
      'a bound',
      'cell/minimum',
      { type: 'date', constraint: '2017-01-01' },
      { cell: '1917-01-01' },
      '« 1917-01-01 » est trop ancien. Il faut une date à partir de 2017-01-01.',
    ],
    [
      'an extra column',
      'header/extra-column',
      {},
      { label: 'secteur' },
      "La colonne « secteur » est hors du schéma : elle est gardée, mais son contenu n'est pas vérifié.",
    ],
    [
      'a near miss',
      'header/missing-label',
      { nearMiss: 'prix ht', nearMissColumn: 3 },
      { field: 'prix_ht' },
      'La colonne obligatoire « prix_ht » manque. La colonne C, « prix ht » semble être celle-là : renommez-la « prix_ht ».',
    ],
  ])('%s', (_name, code, details, more, sentence) => expect(said(code, details, more)).toBe(sentence))

  it('never asks to remove a column that holds something', () => {
    expect(said('header/extra-column', {}, { label: 'secteur' })).not.toMatch(/supprime|retire|enleve/i)
  })

  it('shows hostile text inert and short', () => {
    for (const code of everyCode) {
      const hostile = `\x1b]0;x\x07\u202e\n${'a'.repeat(1_000_000)}`
      const details = Object.fromEntries(
        Object.keys(fullDetails).map((key) => [key, Array.isArray(fullDetails[key]) ? [hostile, hostile] : hostile]),
      )
      const text = say(fr, finding(code, details, { cell: hostile, field: hostile, label: hostile, suggestion: hostile }))
      expect([code, text.slice(0, 2000).match(/[\p{Cc}\p{Cf}]/u), text.length < 2000]).toEqual([code, null, true])
    }
  })
})

describe('titles and repairs', () => {
  const kinds: Kind[] = ['siret', 'siren', 'rna', 'date', 'number', 'year', 'boolean', 'identifier', 'value']

  it.each([0, 1, 2, 1584])('agree with their number: %i', (count) => {
    for (const { title, expected, advice } of Object.values(fr.faults)) {
      for (const details of [leastDetails, fullDetails]) {
        const texts = [title(count, details), expected?.(details) ?? '', advice?.(details) ?? '']
        for (const text of texts) expect(text).not.toMatch(LEAKS)
        expect(texts[0]).toContain(number(count))
        if (count < 2) expect(texts[0]).toMatch(/^[01] \p{L}+[^s]( |$)|^[01] (?:mois|fois)/u)
      }
    }
    for (const { did, why } of Object.values(fr.repairs)) {
      for (const kind of kinds) {
        expect(did(count, kind, '1 250,50')).toMatch(new RegExp(`^${number(count)} `))
        expect(`${did(count, kind, 'x')} ${why('2,43E+13', kind, count)}`).not.toMatch(LEAKS)
        expect(why('#N/A', kind, count)).toMatch(/\.$/)
      }
    }
  })

  it('use no jargon', () => {
    for (const code of everyCode) {
      if (code.startsWith('schema/')) continue
      const plainDetails = { ...fullDetails, property: 'nom', nearest: 'prenom', constraint: '5', pattern: 'x' }
      expect(say(fr, finding(code, plainDetails, { cell: 'x', field: 'montant' }))).not.toMatch(JARGON)
    }
  })
})

describe('requests', () => {
  it.each(Object.keys(fr.requests) as RequestFault[])('%s is said whole', (fault) => {
    for (const given of requestDetails) {
      expect(fr.requests[fault](given)).not.toMatch(LEAKS)
      expect(fr.requests[fault](given)).toMatch(/^[\p{Lu}«].*[.?a-z]$/u)
    }
    expect(
      fr.requests[fault]({ path: '\x1b[2J', ref: '\x1b[2J', value: '\x1b[2J', known: ['\x1b[2J'], option: '\x1b[2J', command: '\x1b' }),
    ).not.toMatch(/\x1b/)
  })
})

describe('small words', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1584, '1 584'],
    [1234567.5, '1 234 567,5'],
    [-12000, '-12 000'],
  ])('number %d', (value, written) => expect(number(value).replaceAll('\u00a0', ' ')).toBe(written))

  it.each([
    ['%Y-%m-%d', 'aaaa-mm-jj'],
    ['fmt:%d/%m/%y', 'jj/mm/aa'],
    ['%H:%M', 'hh:mm'],
    ['%Q', undefined],
  ])('form of %s', (format, form) => expect(dateForm(format)).toBe(form))

  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16384, 'XFD'],
  ])('column %i is %s', (column, letters) => expect(columnLetters(column)).toBe(letters))

  it('messages load by language', async () => expect(await messagesFor('fr')).toBe(fr))
})
