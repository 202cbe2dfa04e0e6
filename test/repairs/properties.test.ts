// What holds of every repair, whatever the cell.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALIKE, INDIFFERENT } from '../../src/core/alike.js'
import type { CompiledRepair } from '../../src/core/repair.js'
import type { Field } from '../../src/core/schema.js'
import { withYearAlike } from '../../src/core/yearAlike.js'
import { repairs } from '../../src/repairs/index.js'
import { fieldOf } from './fieldOf.js'
import { proposeText } from './proposeText.js'

const FIELDS: readonly (readonly [Field, readonly string[]])[] = [
  [fieldOf('number'), []],
  [fieldOf('number', { maximum: '1' }, { decimalChar: ',' }), []],
  [fieldOf('integer'), []],
  [fieldOf('date'), []],
  [fieldOf('date', {}, {}, 'fmt:%d/%m/%Y'), []],
  [fieldOf('boolean', {}, { trueValues: ['une réponse favorable', 'oui'], falseValues: ['non'] }), []],
  [fieldOf('string', { enum: ['aide en numéraire', 'aide en nature', '1-2', 'd’œuvre'] }), []],
  [fieldOf('string', { pattern: '^[0-9]{4}\\-[0-9]{2}\\-[0-9]{2}(\\/[0-9]{4}\\-[0-9]{2}\\-[0-9]{2})?$' }), []],
  [fieldOf('string', { pattern: '^\\d{14}$' }), ['french-siret-value']],
  [fieldOf('string', { pattern: '^([013-9]\\d|2[AB1-9])\\d{3}$' }), []],
  [fieldOf('string', { pattern: '^W\\d{9}$' }), []],
  [fieldOf('string', { pattern: '^[A-Z\\u00C0-\\u00FF]+$' }), []],
  [fieldOf('string', { maxLength: 8 }), []],
  [fieldOf('datetime'), []],
  [fieldOf('datetime', {}, {}, '%d/%m/%Y %H:%M'), []],
  [fieldOf('string'), ['opening-hours-value']],
  [fieldOf('string'), ['phone-number-value']],
  [fieldOf('string'), ['year-interval-value']],
]

const compiledRepairs: (readonly [string, CompiledRepair])[] = FIELDS.flatMap(([field, checks], index) =>
  Object.entries(repairs).flatMap(([name, repair]) => {
    const compiled = repair.compile(field, checks)
    return compiled === undefined ? [] : [[`${name} of field ${index}`, compiled] as const]
  }),
)

const SIGNS =
  '0 1 2 12 31 2022 2131 000 , . / - _ : − – \' ’ " = € EUR euros k % E+13 T Z 00:00 au du à le mardi mai déc. février er oui Non aide en'
const WORDS = 'numéraire NATURE œ Œuvre É Ã© Ã Â â€™ # #N/A Err: W 2A SIRET N° 🚲 日'
const PIECES = [...SIGNS.split(' '), ...WORDS.split(' '), ' ', '\u00a0', '\u202f', '\u200b', '\u00ad', '\ufeff', '\ufffd', 'e\u0301']
const DAMAGED = [
  ['1 234,50 €', '1.234,5', '1,234', '1.234', '45,5 %', '−5', '12,00', '1.234.567', "1'000"],
  [
    '06/12/2022',
    '24.05.2022',
    '03/03/2024',
    '2022/12/06',
    '20221206',
    '2022-1-6T00:00:00Z',
    'mardi 6 mai 2025',
    '1er févr. 2024',
    '44901.0',
  ],
  ['13/01/2022 - 12/01/2024', '2022/01/13_2024/01/12', 'du 1er mai 2022 au 3 juin 2024'],
  [
    '213 101 173 00010',
    'SIRET : 21310117300010',
    '5880148100012.0',
    '21310117300010,0',
    '1053',
    '1053.0',
    '2A 004',
    'W 313 012 345',
    '2,43E+13',
  ],
  [
    'Aide En Numeraire',
    '1–2',
    "D'OEUVRE",
    'UNE REPONSE FAVORABLE',
    'Vrai',
    '0',
    'MARCHÃ‰',
    'aide en numÃƒÂ©raire',
    '="OUI"',
    "'12",
    '#N/A',
    '####',
  ],
  ['06/12/2022 14:30', '06/12/2022 à 14h30', '2022-12-06 14:30', '2022-12-06T14:30:05', '06/12/2022 24:00'],
  ['Lu-Ve 9h-12h', 'lundi au vendredi de 8h30 à 17h', 'Mo-Fr 9:00-12:00;Sa 9h-12h', '7j/7 24h/24', 'fermé', 'L-V 9-17h'],
  ['0690 12 34 56', '01_45_67_89_01', '+33(0)1 45 67 89 01', '2022-2023', '2022 / 2023', '2022/23', '2022 à 2023'],
].flat()
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join('')) },
  { weight: 2, arbitrary: fc.constantFrom(...DAMAGED) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...DAMAGED), fc.constantFrom(...PIECES)).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

const SEED = { seed: 20_221_206, numRuns: 600 }
const GUARD = 0xa5

describe('every repair', () => {
  test('stays within its room, reads its cell only, proposes UTF-8', () => {
    const encoder = new TextEncoder()
    const strict = new TextDecoder('utf-8', { fatal: true })
    fc.assert(
      fc.property(cell, fc.constantFrom('', '1', '€', '\u00a0', 'er', '0'), (text, around) => {
        const bytes = encoder.encode(around + text + around)
        const start = encoder.encode(around).length
        const end = bytes.length - start
        const before = bytes.slice()
        const wrong: string[] = []
        for (const [name, repair] of compiledRepairs) {
          const room = new Uint8Array(end - start + 64 + 32).fill(GUARD)
          const out = room.subarray(0, end - start + 64)
          const length = repair.propose(bytes, start, end, out)
          if (length < -1 || length > out.length) wrong.push(`${name}: length ${length}`)
          if (room.subarray(out.length).some((byte) => byte !== GUARD)) wrong.push(`${name}: wrote beyond its room`)
          const proposal = length < 0 ? undefined : strict.decode(out.subarray(0, length))
          if (proposal !== proposeText(repair, text)) wrong.push(`${name}: depends on what is around the cell`)
          const witness = repair.witness?.(bytes, start, end) ?? 0
          if (![-1, 0, 1, 2].includes(witness)) wrong.push(`${name}: witness ${witness}`)
        }
        expect(wrong).toEqual([])
        expect(bytes).toEqual(before)
      }),
      SEED,
    )
  })

  test('has nothing to add to its own proposal', () => {
    fc.assert(
      fc.property(cell, (text) => {
        for (const [name, repair] of compiledRepairs) {
          const once = proposeText(repair, text)
          if (once === undefined) continue
          const twice = proposeText(repair, once)
          if (twice !== undefined && twice !== once) throw new Error(`${name}: ${text}, ${once}, ${twice}`)
        }
      }),
      SEED,
    )
  })

  test('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
        for (const [name, repair] of compiledRepairs) {
          const length = repair.propose(bytes, 0, bytes.length, new Uint8Array(bytes.length + 64))
          if (length > bytes.length + 64) throw new Error(name)
        }
      }),
      SEED,
    )
  })

  test('keeps the figures of numbers and identifiers, but for a fraction of zeros', () => {
    const kept = ['decimalNumber', 'identifierSpaces', 'identifierDotZero', 'trim']
    const figures = (text: string): string => text.replace(/\D/g, '')
    fc.assert(
      fc.property(cell, (text) => {
        for (const [name, repair] of compiledRepairs) {
          const proposal = kept.some((prefix) => name.startsWith(prefix)) ? proposeText(repair, text) : undefined
          if (proposal === undefined) continue
          const [before, after] = [figures(text), figures(proposal)]
          const same = before === after || `0${before}` === after || (before.startsWith(after) && /^0*$/.test(before.slice(after.length)))
          if (!same) throw new Error(`${name}: ${text}, ${proposal}`)
        }
      }),
      SEED,
    )
  })

  test.each(['12 k€', '12k€', '3 M€', '1 Md€'])('%s is nowhere a number', (text) => {
    for (const [name, repair] of compiledRepairs) if (!name.startsWith('trim')) expect(proposeText(repair, text), name).toBeUndefined()
  })

  test('1 % is left where no share is asked for', () => {
    for (const [name, repair] of compiledRepairs) if (!name.startsWith('percent')) expect(proposeText(repair, '1 %'), name).toBeUndefined()
  })

  test('2,43E+13 is explained, never repaired', () => {
    for (const [name, repair] of compiledRepairs) {
      expect(proposeText(repair, '2,43E+13'), name).toBe(name.startsWith('scientificNotation') && !name.endsWith('11') ? '' : undefined)
    }
  })
})

describe('where figures are alike', () => {
  const isNumber = (name: string): boolean => /of field [012]$/.test(name)
  const alike = compiledRepairs.filter(([, repair]) => (repair.alike ?? repair.alikeOf) !== undefined)
  const figures = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 40, maxLength: 40 })
  const numeral = fc.stringMatching(/^[ '€-]{0,2}\d{0,4}([., \u00a0'][0-9]{0,3}){0,3} ?(€|EUR|%|k€)?$/)
  const scientific = fc.stringMatching(/^\d([.,]\d{1,12})?[Ee][+]?\d{1,3}$/)
  const identifier = fc.stringMatching(/^(SIRET ?:? ?|n° ?)?\d{2,5}([ .\u00a0-]\d{2,5}){1,3} ?$/)

  const alikeOf = (repair: CompiledRepair, text: string): number => {
    const bytes = new TextEncoder().encode(text)
    return repair.alikeOf?.(bytes, 0, bytes.length) ?? repair.alike ?? INDIFFERENT.none
  }
  /** Both texts are told the same, but for what differs in them, which `form` leaves out. */
  const compare = ([name, repair]: (typeof alike)[number], text: string, other: string, form: (text: string) => string): void => {
    const [bytes, otherBytes] = [text, other].map((each) => new TextEncoder().encode(each)) as [Uint8Array, Uint8Array]
    const [proposed, otherProposed] = [proposeText(repair, text), proposeText(repair, other)].map((each) => each && form(each))
    if (proposed !== otherProposed) throw new Error(`${name}: ${text}, ${other}`)
    const said = repair.witness?.(bytes, 0, bytes.length)
    if (said !== repair.witness?.(otherBytes, 0, otherBytes.length)) throw new Error(`the witness of ${name}: ${text}, ${other}`)
  }
  const replaced = (text: string, figure: RegExp, others: readonly number[], least: number): string => {
    let at = 0
    return text.replace(figure, () => String(Math.max(least, others[at++ % others.length]!)))
  }

  test('other figures give the same proposal, but for themselves, and the same word of the witness', () => {
    fc.assert(
      fc.property(fc.oneof(numeral, identifier, scientific, cell), figures, (text, others) => {
        for (const repair of alike) {
          const most = alikeOf(repair[1], text)
          if ((most & ALIKE.figures) !== 0) {
            compare(repair, text, replaced(text, /[1-9]/g, others, 1), (proposed) => proposed.replace(/[1-9]/g, '1'))
          }
          if ((most & ALIKE.allFigures) !== 0) {
            compare(repair, text, replaced(text, /[0-9]/g, others, 0), (proposed) => proposed.replace(/[0-9]/g, '1'))
          }
        }
      }),
      SEED,
    )
  })

  test('another year of the same kind gives the same proposal, but for itself, and the same word of the witness', () => {
    const mark = fc.constantFrom('/', '.', '-', ' ')
    const part = fc.oneof(fc.constantFrom('29', '02', '2'), fc.stringMatching(/^\d{1,2}$/), fc.stringMatching(/^[0-9 ./e-]{0,4}$/))
    const inFigures = fc.tuple(part, mark, part, mark).map((parts) => parts.join(''))
    const month = fc.constantFrom('février', 'févr.', 'Mars', 'août', 'aprilis')
    const written = fc
      .tuple(fc.constantFrom('', 'mardi ', 'le '), fc.constantFrom('29', '1er', '31', '7'), month)
      .map(([day, ...parts]) => `${day}${parts.join(' ')} `)
    const year = fc.integer({ min: 1000, max: 9999 })
    const isLeap = (of: number): boolean => of % 4 === 0 && (of % 100 !== 0 || of % 400 === 0)
    /** As the cache has them; undefined: it ends with no year. */
    const wordsOf = (text: string): string | undefined => {
      const bytes = Buffer.from(text)
      const count = Math.max(3, Math.ceil(bytes.length / 4))
      const padded = Buffer.concat([bytes, Buffer.alloc(12)])
      const words = Int32Array.from({ length: count }, (_, i) =>
        padded.readInt32LE(bytes.length > 12 && i === count - 1 ? bytes.length - 4 : i * 4),
      )
      return withYearAlike(words, bytes.length, words) ? words.join() : undefined
    }
    const found = new Set<string>()
    fc.assert(
      fc.property(
        fc.oneof(
          inFigures,
          written,
          fc.tuple(cell, mark).map((parts) => parts.join('')),
        ),
        year,
        year,
        (before, one, two) => {
          const [text, other] = [`${before}${one}`, `${before}${two}`]
          const words = wordsOf(text)
          expect(words === undefined).toBe(Buffer.from(text).length < 8)
          if (isLeap(one) === isLeap(two)) expect(words).toBe(wordsOf(other))
          if (words !== wordsOf(other)) return
          for (const repair of alike) {
            if ((alikeOf(repair[1], text) & ALIKE.years) === 0) continue
            if (proposeText(repair[1], text) !== undefined) found.add(repair[0].replace(/ of field \d+$/, ''))
            compare(repair, text, other, (proposed) => proposed.replaceAll(proposed.includes(`${one}`) ? `${one}` : `${two}`, 'year'))
          }
        },
      ),
      { ...SEED, numRuns: 3000 },
    )
    expect(found).toContain('frenchWrittenDate')
    expect(found).toContain('dayFirstDate')
  })

  test('digits that are kept stay all, and in their order', () => {
    const digits = (text: string): string => text.replace(/[^0-9]/g, '')
    const keeping = compiledRepairs.filter(([, { keepsDigits }]) => keepsDigits === true)
    expect(keeping.some(([name]) => name.startsWith('identifierSpaces'))).toBe(true)
    fc.assert(
      fc.property(fc.oneof(numeral, identifier, cell), (text) => {
        for (const [name, repair] of keeping) {
          const proposed = proposeText(repair, text)
          if (proposed !== undefined && digits(proposed) !== digits(text)) throw new Error(`${name}: ${text}, ${proposed}`)
        }
      }),
      SEED,
    )
  })

  test('the repairs of numbers are among them', () => {
    expect(new Set(alike.filter(([name]) => isNumber(name)).map(([name]) => name.replace(/ of field \d+$/, '')))).toEqual(
      new Set(['trim', 'dotGroupsNumber', 'commaGroupsNumber', 'decimalNumber', 'replacementCharacter', 'spreadsheetError']),
    )
  })
})

test('the order of the registry: what leaves no doubt, then guesses, then what cannot be repaired', () => {
  const rank = { lossless: 0, verified: 1, impossible: 2 }
  const ranks = Object.values(repairs).map(({ certainty }) => rank[certainty])
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  expect(Object.keys(repairs)[0]).toBe('trim')
})
