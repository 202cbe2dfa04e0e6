import { expect, test } from 'vitest'
import { parsePattern } from '../../../src/core/pattern/parse.js'
import { isExponential } from '../../../src/schema/lint/isExponential.js'

test.each([
  '(a+)+',
  '(a*)*',
  '(a|a)*',
  '(a*b*)*c',
  '(a?b?)*c',
  '(a|aa)+',
  '(\\w+\\s?)*',
  '(\\w+ ?)+',
  '(.+,)+',
  '(a+a)*',
  '(\\d|\\w)*;',
  '(([a-z])+.)+[A-Z]([a-z])+',
  '([^;]+;?)+',
  '(\\w{1,50}-?){1,50}',
  '(é|[^a-z])*x',
  '(?=(a+)+b)a*',
])('%s doubles with each character', (pattern) => expect(isExponential(parsePattern(pattern).tree)).toBe(true))

test.each([
  '\\d{14}',
  '(\\w+-)*\\w+',
  '(\\w+ ?){1,3}',
  '(\\d{5}(,|$))+',
  '[a-z]+(-[a-z]+)*',
  '.*,.*,.*',
  '(\\d{4}-\\d{2}-\\d{2})?(/\\d{4}-\\d{2}-\\d{2})?',
  '(?:(?:^|,)(^[A-Z]{2}[A-Z0-9]{4,33}$|Non concerné))+$',
  '(foo|far)*',
  '(?:[aé]|[bà])*',
  '(a++)*',
  '(?:(?:^|;)([A-Z]\\d|)\\1+[A-Z]\\d)+$',
  '(a?)*c',
  '(ab?)*c',
  '(?:[01]\\d|2[0-3]):[0-5]\\d',
])('%s does not', (pattern) => expect(isExponential(parsePattern(pattern).tree)).toBe(false))

test('a pattern that is too large to be judged is left alone, soon', () => {
  const many = Array.from({ length: 400 }, (_, i) => `(\\w{1,${20 + i}}x?)`).join('')
  expect(typeof isExponential(parsePattern(`(${many})*`).tree)).toBe('boolean')
})
