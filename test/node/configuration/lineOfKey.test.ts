import { expect, test } from 'vitest'
import { lineOfKey } from '../../../src/node/configuration/lineOfKey.js'

test.each([
  ['{ "a": 1,\n  "b" : 2 }', 'b', 2],
  ['a: 1\r\nb:\r\n  - c: 3\n', 'c', 3],
  ["x: {'a.b': 1}", 'a.b', 1],
  ['a: 1\nab: 2', 'a', 1],
  ['{ "a": { "a": 1 } }', 'a', undefined],
  ['{ "b": 1 }', 'a', undefined],
  ['{ "": 1 }', '', 1],
])('%j, %j: %j', (text, key, line) => {
  expect(lineOfKey(text, key)).toBe(line)
})

test.each([
  ['a key of blanks among blanks', `{ " ": 1, ${' '.repeat(900_000)} }`, ' '],
  ['a key as long as the text', JSON.stringify({ ['x'.repeat(900_000)]: 1 }), 'x'.repeat(900_000)],
  ['a key again and again', `{ ${'"k",  '.repeat(100_000)} }`, 'k'],
])('%s takes no time', (_, text, key) => {
  expect(() => lineOfKey(text, key)).not.toThrow()
})
