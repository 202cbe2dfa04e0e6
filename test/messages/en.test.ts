import { describe, expect, it } from 'vitest'
import type { Code, Details, Diagnostic } from '../../src/core/diagnostic.js'
import type { RequestFault } from '../../src/core/error.js'
import type { NoticeCode } from '../../src/core/notice.js'
import { dateForm } from '../../src/messages/en/dates.js'
import { lintWords } from '../../src/messages/en/lintWords.js'
import { expectedPattern } from '../../src/messages/en/patterns.js'
import { number } from '../../src/messages/en/words.js'
import { en } from '../../src/messages/en.js'
import { lintWords as frenchLintWords } from '../../src/messages/fr/lintWords.js'
import { fr } from '../../src/messages/fr.js'
import { languageOf, messagesFor, say } from '../../src/messages/index.js'
import type { Kind } from '../../src/messages/kindOf.js'
import type { LintRule } from '../../src/schema/lint/finding.js'
import { englishIn, frenchIn } from './foreignWords.js'
import { everyCode, finding, fullDetails, leastDetails, requestDetails } from './samples.js'

const LEAKS = /undefined|NaN|null|\[object|Infinity|\$\{/
/** Words of the specification that a reader does not know. */
const JARGON = /Table Schema|regex|\bpattern|constraint|descriptor|frictionless/i
/** Signs that French sets apart, its quotation marks, its spaces. */
const FRENCH_SIGNS = /[«»\u00a0\u202f]| [:;?!%](?: |$)/u

const place = { row: 12, line: 14, column: 3, field: 'montant', cell: '1 250,50' }
const kinds: Kind[] = ['siret', 'siren', 'rna', 'date', 'number', 'year', 'boolean', 'identifier', 'value']

describe('every code', () => {
  for (const code of everyCode) {
    it(`${code} has a whole sentence`, () => {
      for (const said of [
        say(en, finding(code, leastDetails)),
        say(en, finding(code, fullDetails, place)),
        say(en, finding(code, fullDetails, { label: 'Montant' })),
      ]) {
        expect(said).not.toMatch(LEAKS)
        expect(said).toMatch(/^[\p{Lu}“0-9].*[.?)]$/su)
        expect(said).not.toMatch(FRENCH_SIGNS)
        expect(frenchIn(said)).toEqual([])
      }
    })

    it(`${code} has no English in its French sentence`, () => {
      expect(englishIn(say(fr, finding(code, fullDetails, place)))).toEqual([])
    })
  }

  it('a code of a later version is not silent', () => {
    expect(say(en, { code: 'cell/future', type: 'x', severity: 'error', details: {}, cell: 'a' })).toContain('cell/future')
  })
})

describe('sentences', () => {
  it.each<[string, Code, Details, Partial<Diagnostic>, string]>([
    [
      'a date',
      'cell/type',
      { type: 'date', format: 'default', example: '2017-06-27' },
      { cell: '06/12/2022', suggestion: '2022-12-06' },
      '“06/12/2022” is not a date written as expected. It must be a date written as yyyy-mm-dd, for example “2017-06-27”. Write “2022-12-06”.',
    ],
    [
      'a boolean',
      'cell/type',
      { type: 'boolean', format: 'default', trueValues: ['oui'], falseValues: ['non'] },
      { cell: 'peut-être' },
      '“peut-être” is not one of the expected words. It must be “oui” or “non”.',
    ],
    [
      'a decimal comma',
      'cell/type',
      { type: 'number', format: 'default', decimalChar: ',' },
      { cell: '12.5' },
      '“12.5” is not a number written as expected. It must be a number, with “,” for the decimals and no spaces or symbols, for example “1250,50”.',
    ],
    [
      'a long list',
      'cell/enum',
      { values: fullDetails.values },
      { cell: 'z' },
      '“z” is not in the list of permitted values. It must be one of these: “a”, “b”, “c”, “d”, “e”, “f” … (9 possible values).',
    ],
    [
      'an empty cell',
      'cell/required',
      { type: 'string', example: 'Achat de livres' },
      { field: 'objet' },
      'This cell is empty, but column “objet” must be filled in on every row. The value must be something like “Achat de livres”.',
    ],
    [
      'damage',
      'cell/pattern',
      { constraint: '^\\d{14}$' },
      { cell: '2,43E+13', repair: 'scientificNotation' },
      '“2,43E+13” is not in the expected form. It must be 14 digits. The spreadsheet took it for a very large number and shortened it: 3 digits out of 14 are left, the others are no longer in this file.',
    ],
    [
      'a wrong key',
      'row/french-siret-value',
      { fault: 2 },
      { cell: '21310117300011' },
      '“21310117300011” is not a SIRET number: it does have 14 digits, but its check digit is wrong. One digit was probably miscopied.',
    ],
    [
      'a size',
      'cell/maxLength',
      { type: 'string', constraint: '5', length: 6 },
      { cell: '204170' },
      '“204170” is too long (6 characters). It must be at most 5 characters long.',
    ],
    [
      'a bound',
      'cell/minimum',
      { type: 'date', constraint: '2017-01-01' },
      { cell: '1917-01-01' },
      '“1917-01-01” is too early. It must be a date no earlier than 2017-01-01.',
    ],
    [
      'an extra column',
      'header/extra-column',
      {},
      { label: 'secteur' },
      'Column “secteur” is outside the schema: it is kept, but its content is not checked.',
    ],
    [
      'a near miss',
      'header/missing-label',
      { nearMiss: 'prix ht', nearMissColumn: 3 },
      { field: 'prix_ht' },
      'The required column “prix_ht” is missing. Column C, “prix ht”, seems to be the one: rename it “prix_ht”.',
    ],
  ])('%s', (_name, code, details, more, sentence) => expect(say(en, finding(code, details, more))).toBe(sentence))

  it('never asks to remove a column that holds something', () => {
    expect(say(en, finding('header/extra-column', {}, { label: 'secteur' }))).not.toMatch(/remove|delete/i)
  })

  it('shows hostile text inert and short', () => {
    for (const code of everyCode) {
      const hostile = `\x1b]0;x\x07\u202e\n${'a'.repeat(1_000_000)}`
      const details = Object.fromEntries(
        Object.keys(fullDetails).map((key) => [key, Array.isArray(fullDetails[key]) ? [hostile, hostile] : hostile]),
      )
      const text = say(en, finding(code, details, { cell: hostile, field: hostile, label: hostile, suggestion: hostile }))
      expect([code, text.slice(0, 2000).match(/[\p{Cc}\p{Cf}]/u), text.length < 2000]).toEqual([code, null, true])
    }
  })

  it('use no jargon', () => {
    for (const code of everyCode) {
      if (code.startsWith('schema/')) continue
      const plainDetails = { ...fullDetails, property: 'nom', nearest: 'prenom', constraint: '5', pattern: 'x' }
      expect(say(en, finding(code, plainDetails, { cell: 'x', field: 'montant' }))).not.toMatch(JARGON)
    }
  })
})

describe('titles and repairs', () => {
  it.each([0, 1, 2, 1584])('agree with their number: %i', (count) => {
    for (const { title, expected, advice } of Object.values(en.faults)) {
      for (const details of [leastDetails, fullDetails]) {
        const texts = [title(count, details), expected?.(details) ?? '', advice?.(details) ?? '']
        for (const text of texts) {
          expect(text).not.toMatch(LEAKS)
          expect(frenchIn(text)).toEqual([])
        }
        expect(texts[0]).toContain(number(count))
        if (count === 1) expect(texts[0]).not.toMatch(/^1 (?:\w+ )?\w+s\b|that are/)
        else expect(texts[0]).toMatch(/^[\d,]+ (?:\w+ )?\w+s\b(?!.*that is)/)
      }
    }
    for (const { did, why } of Object.values(en.repairs)) {
      for (const kind of kinds) {
        const text = `${did(count, kind, 'x')} ${why('2,43E+13', kind, count)}`
        expect(text.startsWith(`${number(count)} `)).toBe(true)
        expect(text).not.toMatch(LEAKS)
        expect(frenchIn(text)).toEqual([])
        expect(why('#N/A', kind, count)).toMatch(/\.$/)
      }
    }
  })
})

describe('requests and notices', () => {
  it.each(Object.keys(en.requests) as RequestFault[])('%s is said whole', (fault) => {
    for (const given of requestDetails) {
      const said = en.requests[fault](given)
      expect(said).not.toMatch(LEAKS)
      expect(said).toMatch(/^[\p{Lu}“].*[.?a-z]$/u)
      expect(said).not.toMatch(FRENCH_SIGNS)
      expect(frenchIn(said)).toEqual([])
      expect(englishIn(fr.requests[fault](given))).toEqual([])
    }
    expect(
      en.requests[fault]({ path: '\x1b[2J', ref: '\x1b[2J', value: '\x1b[2J', known: ['\x1b[2J'], option: '\x1b[2J', command: '\x1b' }),
    ).not.toMatch(/\x1b/)
  })

  it.each(Object.keys(en.notices) as NoticeCode[])('%s is said whole', (code) => {
    const details: Details = { host: 'schema.data.gouv.fr', reason: 'timeout', name: 'scdl/subventions', version: '2.1.1', wanted: '2.2.0' }
    const said = en.notices[code]({ ...details, path: 'https://example.org/s.json', date: '2024-07-31', folder: '/tmp/x' })
    expect(said).not.toMatch(LEAKS)
    expect(said).toMatch(/\.$/)
    expect(said).not.toMatch(FRENCH_SIGNS)
    expect(frenchIn(said)).toEqual([])
    expect(englishIn(fr.notices[code](details))).toEqual([])
  })
})

describe('what is said of schemas', () => {
  const details: Details = {
    ...fullDetails,
    ...Object.fromEntries(['better', 'file', 'found', 'high', 'known', 'line', 'low', 'text', 'version'].map((name) => [name, '"x"'])),
    property: 'title',
  }

  it.each(Object.keys(lintWords) as LintRule[])('%s is said whole, in each language', (rule) => {
    const said = lintWords[rule](details)
    expect(said).not.toMatch(LEAKS)
    expect(said).toMatch(/^[\p{Lu}“].*[.?]$/su)
    expect(said).not.toMatch(FRENCH_SIGNS)
    expect(frenchIn(said)).toEqual([])
    expect(englishIn(frenchLintWords[rule](details))).toEqual([])
  })
})

describe('patterns in plain words', () => {
  it.each([
    ['^\\d{14}$', '14 digits'],
    ['\\d{1}', '1 digit'],
    ['^W\\d{9}$', 'the letter W followed by 9 digits'],
    ['^FR[A-Z0-9]{4,33}$', 'the letters FR followed by 4 to 33 capital letters or digits'],
    ['^[A-Z]{2}\\d+$', '2 capital letters followed by digits'],
    ['^\\d{4}-\\d{2}-\\d{2}$', 'a date written as yyyy-mm-dd'],
    ['^\\d{2}\\/\\d{2}\\/\\d{4}$', 'a date written as dd/mm/yyyy'],
    [
      '^[0-9]{4}\\-[0-9]{2}\\-[0-9]{2}(\\/[0-9]{4}\\-[0-9]{2}\\-[0-9]{2})?$',
      'a date written as yyyy-mm-dd, or two for a period: yyyy-mm-dd/yyyy-mm-dd',
    ],
    ['^[0-9]{4}(\\/[0-9]{4})?$', '4 digits, optionally followed by the sign “/” then 4 digits'],
    ['^\\d\\.\\d{1,2}$', '1 digit followed by the sign “.”, then 1 to 2 digits'],
    ['^(oui|non)$', 'one of these: “oui” or “non”'],
    ['^(https?)://[^\\s/$.?#].[^\\s]*$', 'a full web address, beginning with http:// or https://'],
    ['^([013-9]\\d|2[AB1-9])\\d{3}$', 'the INSEE code of a commune, 5 characters (not the postcode), for example “2A004”'],
    ['^(MIC|PME)(\\|(MIC|PME))*$', 'one or more of these values, separated by “|” without spaces: “MIC” and “PME”'],
    ['^(?=x)[^y]+$', 'a value in the form that the schema sets (technical rule of the schema: ^(?=x)[^y]+$)'],
  ])('%s', (pattern, words) => expect(expectedPattern(pattern, undefined)).toBe(words))
})

describe('small words', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1584, '1,584'],
    [1234567.5, '1,234,567.5'],
    [-12000, '-12,000'],
  ])('number %d', (value, written) => expect(number(value)).toBe(written))

  it.each([
    ['%Y-%m-%d', 'yyyy-mm-dd'],
    ['fmt:%d/%m/%y', 'dd/mm/yy'],
    ['%H:%M', 'hh:mm'],
    ['%Q', undefined],
  ])('form of %s', (format, form) => expect(dateForm(format)).toBe(form))

  it('messages load by language', async () => expect(await messagesFor('en')).toBe(en))

  it.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['en_US.UTF-8', 'en'],
    ['fr_FR', 'fr'],
    ['eng', undefined],
    ['de', undefined],
    ['', undefined],
  ])('the language of %s', (tag, language) => expect(languageOf(tag)).toBe(language))
})
