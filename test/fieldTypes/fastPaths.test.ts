// The byte paths and the text paths of every type say the same; canonical texts keep the value and are their own canonical form.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const runs = { seed: 2024, numRuns: 3000 }
const text = (alphabet: string, maxLength = 12) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength })

const digits = fc.stringMatching(/^\d{1,20}$/)
const decimal = fc.stringMatching(/^-?\d{1,18}(\.\d{1,18})?$/)
const NUMERALS = '0123456789.,-+eE_ \u00a0\t\nnaifNIty１٣€x\x1c'
const day = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), fc.boolean())
  .map(
    ([y, m, d, padded]) =>
      [String(y).padStart(4, '0'), String(m).padStart(padded ? 2 : 1, '0'), String(d).padStart(padded ? 2 : 1, '0')] as const,
  )
const DAYS = '0123456789-/. ２١\u00a0'
const dates = fc.oneof(
  day.map(([y, m, d]) => `${y}-${m}-${d}`),
  day.map(([y, m, d]) => `${d}/${m}/${y}`),
  day.map(([y, m, d]) => `${y}${m}${d}`),
  day.map(([y, m]) => `${m}.${y}`),
  fc.tuple(day, fc.nat(9), fc.constantFrom(...DAYS)).map(([parts, at, mark]) => {
    const whole = parts.join('-')
    return whole.slice(0, at) + mark + whole.slice(at + 1)
  }),
  text(DAYS),
)
const emails = fc.oneof(
  text('ab1.-_+@é" \n[]'),
  fc.tuple(text('aB.1', 4), text('ab-.1é', 5), text('fr-.é1', 4)).map(([name, domain, end]) => `${name}@${domain}.${end}`),
)

const CASES: [Parameters<typeof compileType>[0], Record<string, unknown>, fc.Arbitrary<string>][] = [
  ['number', {}, fc.oneof(decimal, text(NUMERALS))],
  [
    'number',
    { decimalChar: ',' },
    fc.oneof(
      decimal.map((n) => n.replace('.', ',')),
      text(NUMERALS),
    ),
  ],
  ['number', { groupChar: ' ', decimalChar: ',' }, text(NUMERALS)],
  ['number', { groupChar: '.' }, text(NUMERALS)],
  ['number', { groupChar: '-' }, text(NUMERALS)],
  ['number', { bareNumber: false, groupChar: ',' }, text(NUMERALS)],
  ['integer', {}, fc.oneof(digits, text(NUMERALS))],
  ['integer', { bareNumber: false }, text(NUMERALS)],
  ['year', {}, fc.oneof(digits, text('0123456789+-_ １٣x', 6))],
  ['boolean', {}, text('truefalsTRUE01', 5)],
  ['boolean', { trueValues: ['o', 'é'], falseValues: ['n', ''] }, text('onéN', 2)],
  ['date', {}, dates],
  ['date', { format: '%d/%m/%Y' }, dates],
  ['date', { format: '%Y%m%d' }, dates],
  ['date', { format: '%m.%Y' }, dates],
  ['date', { format: '%d%m%Y' }, dates],
  ['date', { format: 'any' }, dates],
  ['string', { format: 'email' }, emails],
  ['string', { format: 'uri' }, text('ab1+:/é ')],
  ['string', { format: 'binary' }, text('ab1+/=_ é')],
]

describe.each(CASES)('%s %j', (name, declaration, texts) => {
  const { accepts, key, order, type } = compileType(name, declaration)

  it('accepts the same texts from bytes and from text', () => {
    fc.assert(
      fc.property(texts, (t) => accepts(t) === (type.read(t) !== undefined)),
      runs,
    )
  })

  it('writes a canonical text that has the same value', () => {
    fc.assert(
      fc.property(texts, (t) => {
        if (!accepts(t)) return
        const canonical = type.canonical(t)
        expect(accepts(canonical)).toBe(true)
        expect(type.canonical(canonical)).toBe(canonical)
        if (type.key) expect(key(canonical)).toBe(key(t))
        if (type.order) expect(order(canonical)).toBe(order(t))
      }),
      runs,
    )
  })
})

describe('values from bytes', () => {
  const { key, order } = compileType('number')

  it('order numbers as their text reads', () => {
    fc.assert(
      fc.property(decimal, (t) => order(t) === Number(t) && order(` ${t}`) === Number(t)),
      runs,
    )
  })

  it('key numbers alike on the fast and on the slow path', () => {
    fc.assert(
      fc.property(decimal, (t) => key(t) === key(` ${t}`) && key(t).length <= t.length + 4),
      runs,
    )
  })

  it('key two numbers alike when they are equal', () => {
    const small = fc.stringMatching(/^-?[01]{1,3}(\.[01]{1,3})?$/)
    fc.assert(
      fc.property(small, small, (a, b) => (key(a) === key(b)) === (Number(a) === Number(b))),
      runs,
    )
  })

  it('order dates as the calendar does', () => {
    const dateType = compileType('date')
    const first = Date.UTC(2000, 0, 1) / 86_400_000 - dateType.order('2000-01-01')
    const ours = (iso: string) => dateType.order(iso) + first
    const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (d) => ours(d.toISOString().slice(0, 10)) === Math.floor(d.getTime() / 86_400_000)),
      runs,
    )
  })
})
