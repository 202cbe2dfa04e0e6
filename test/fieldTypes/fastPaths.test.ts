// The byte paths and the text paths of every type say the same; canonical texts keep the value and are their own canonical form.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileByteClass, everyByteIn } from '../../src/fieldTypes/byteClass.js'
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
const DAYS = '0123456789-/. ２١é٣\u00a0'
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
const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
/** A character of a text replaced, or put in, now and then. */
const disturb = (texts: fc.Arbitrary<string>, marks: string) =>
  fc.tuple(texts, fc.nat(), fc.constantFrom('', '', ...marks), fc.nat(1)).map(([whole, place, mark, taken]) => {
    const at = place % (whole.length + 1)
    return mark === '' ? whole : whole.slice(0, at) + mark + whole.slice(at + taken)
  })
const clock = fc
  .tuple(two(25), two(60), two(60), fc.stringMatching(/^([.,]\d{0,10})?$/), fc.stringMatching(/^(|Z|z|[+-][0-2]\d:?([0-6]\d)?)$/))
  .map(([h, m, s, fraction, zone]) => `${h}:${m}:${s}${fraction}${zone}`)
const moments = fc.tuple(day, fc.constantFrom('T', ' ', 't', '_'), clock).map(([parts, mark, time]) => parts.join('-') + mark + time)
const CLOCKS = '0123456789:.,+-TtZz _é\t'
const coordinate = fc.stringMatching(/^-?[0-9]{1,3}(\.\d{0,20})?$/)
const points = fc.tuple(coordinate, fc.constantFrom(',', ', ', ' ,', ';'), coordinate).map((parts) => parts.join(''))
const POINTS = '0123456789.,-+eE_[]" \t٣nai'
const durations = fc.stringMatching(
  /^[-+]?P(\d{1,3}([.,]\d)?Y)?(\d{1,3}M)?(\d{1,2}W)?(\d{1,3}D)?(T(\d{1,2}H)?(\d{1,2}M)?(\d{1,2}([.,]\d{1,7})?S)?)?$/,
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
  ['datetime', {}, fc.oneof(moments, disturb(moments, CLOCKS))],
  ['datetime', { format: 'any' }, fc.oneof(moments, disturb(moments, CLOCKS))],
  ['datetime', { format: '%d/%m/%Y %H:%M' }, disturb(fc.constantFrom('31/01/2024 10:30', '1/1/2024 9:5'), CLOCKS)],
  ['time', {}, fc.oneof(clock, disturb(clock, CLOCKS))],
  ['time', { format: 'any' }, fc.oneof(clock, disturb(clock, CLOCKS))],
  ['time', { format: '%Hh%M' }, disturb(fc.constantFrom('10h30', '9h5'), `${CLOCKS}hH`)],
  ['yearmonth', {}, disturb(fc.stringMatching(/^\d{4}-[01]\d$/), '0123456789-+_ ١x')],
  ['duration', {}, disturb(durations, '0123456789PYMWDTHS.,-+: \n')],
  ['duration', {}, disturb(fc.constantFrom('P0001-02-03T04:05:06', 'P00010203T040506.5'), '0123456789T:-P')],
  ['geopoint', {}, fc.oneof(points, disturb(points, POINTS))],
  [
    'geopoint',
    { format: 'array' },
    disturb(
      points.map((t) => `[${t}]`),
      POINTS,
    ),
  ],
  [
    'geopoint',
    { format: 'object' },
    disturb(
      points.map((t) => `{"lon":${t.replace(/[,;]/, ',"lat":')}}`),
      `${POINTS}{}:`,
    ),
  ],
  ['list', {}, text('a,é;')],
  ['list', { itemType: 'number', delimiter: ';' }, text('0123456789.;-+ e')],
  ['list', { itemType: 'date', delimiter: ';' }, fc.array(day, { maxLength: 3 }).map((days) => days.map((d) => d.join('-')).join(';'))],
  ['list', { itemType: 'boolean', delimiter: '::' }, text('true:01')],
  ['string', { format: 'email' }, emails],
  ['string', { format: 'uri' }, text('ab1+:/é ')],
  ['string', { format: 'binary' }, text('ab1+/=_ é')],
]

describe.each(CASES)('%s %j', (name, declaration, texts) => {
  const { isCanonical, accepts, key, order, type } = compileType(name, declaration)

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
        if (isCanonical(t)) expect(canonical).toBe(t)
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
      fc.property(decimal, (t) => order(t) === Number(t) && order(`\t${t}`) === Number(t)),
      runs,
    )
  })

  it('key numbers alike on the fast and on the slow path', () => {
    fc.assert(
      fc.property(decimal, (t) => key(t) === key(`\t${t}`) && key(t).length <= t.length + 4),
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

  it('refuse no digit and no space of any script at a glance', () => {
    const byteClass = compileByteClass('')
    const encoder = new TextEncoder()
    const refused: string[] = []
    for (let code = 0x80; code <= 0x10ffff; code++) {
      const sign = code >= 0xd800 && code <= 0xdfff ? '' : String.fromCodePoint(code)
      if (!/[\p{Nd}\p{White_Space}]/u.test(sign)) continue
      const bytes = encoder.encode(sign)
      if (!everyByteIn(byteClass, bytes, 0, bytes.length)) refused.push(sign)
    }
    expect(refused).toEqual([])
    const euro = encoder.encode('−€')
    expect(everyByteIn(byteClass, euro, 0, 3) || everyByteIn(byteClass, euro, 3, 6)).toBe(false)
  })

  it('are those of the slow path, whatever way a text takes', () => {
    const ways: [Parameters<typeof compileType>[0], Record<string, unknown>, fc.Arbitrary<string>, (t: string) => string][] = [
      ['datetime', {}, moments, (t) => t.replace(/[T ]/, '_')],
      ['time', {}, clock, (t) => t.replace(/(\d)(Z|[+-]|$)/, '$1,0$2').replace(/([.,]\d+),0/, '$1')],
      ['geopoint', {}, points, (t) => `\t${t}`],
      ['geopoint', { format: 'array' }, points.map((t) => `[${t}]`), (t) => `\t${t}`],
      ['yearmonth', {}, fc.stringMatching(/^\d{4}-[01]\d$/), (t) => ` ${t}`],
      [
        'number',
        {},
        fc.tuple(fc.stringMatching(/^ {0,2}$/), decimal, fc.stringMatching(/^ {0,2}$/)).map((parts) => parts.join('')),
        (t) => `\t${t}`,
      ],
      ['integer', {}, fc.stringMatching(/^ {0,2}-?\d{1,18} {0,2}$/), (t) => `\t${t}`],
    ]
    for (const [name, declaration, texts, slowly] of ways) {
      const { accepts, key, order, type } = compileType(name, declaration)
      fc.assert(
        fc.property(texts, (t) => {
          expect(accepts(slowly(t))).toBe(accepts(t))
          if (!accepts(t)) return
          expect(key(slowly(t))).toBe(key(t))
          if (type.order) expect(order(slowly(t))).toBe(order(t))
          expect(type.read(slowly(t))).toEqual(type.read(t))
        }),
        runs,
      )
    }
  })

  it('have one key when, and only when, what they are read as is equal', () => {
    const few = fc.constantFrom('00', '01', '02', '10', '11', '12', '23')
    const hours = fc.tuple(few, few, fc.constantFrom('', '.5', '.50', ',05'), fc.constantFrom('', 'Z', '+01:00', '-0100', '+00'))
    const near = hours.map(([h, m, fraction, zone]) => `${h}:${m}:00${fraction}${zone}`)
    const ways: [Parameters<typeof compileType>[0], Record<string, unknown>, fc.Arbitrary<string>][] = [
      ['time', {}, near],
      ['datetime', {}, fc.tuple(fc.constantFrom('2024-02-29', '2024-03-01', '0001-01-01'), near).map((parts) => parts.join('T'))],
      ['duration', {}, fc.stringMatching(/^-?P([01]{1,2}Y)?([01]{1,2}M)?([01]W)?([07]D)?(T(24H)?(60M)?(0S)?)?$/)],
      ['geopoint', {}, fc.stringMatching(/^[01]{1,2}(\.[01]{1,2})?, ?-?[01](\.0)?$/)],
    ]
    for (const [name, declaration, texts] of ways) {
      const { accepts, key, type } = compileType(name, declaration)
      fc.assert(
        fc.property(texts, texts, (a, b) => {
          if (!accepts(a) || !accepts(b)) return
          expect(key(a) === key(b)).toBe(JSON.stringify(type.read(a)) === JSON.stringify(type.read(b)))
        }),
        runs,
      )
    }
  })

  it('order moments as the clock does', () => {
    const { order, type } = compileType('datetime')
    const zero = Date.UTC(2000, 0, 1)
    const instant = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (d) => {
        const text = d.toISOString()
        const offset = `${text.slice(0, -1)}+05:30`
        expect(order(text)).toBe((d.getTime() - zero) * 1000)
        expect(order(offset)).toBe((d.getTime() - 19_800_000 - zero) * 1000)
        expect(Date.parse(type.read(offset) as string)).toBe(d.getTime() - 19_800_000)
      }),
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
