import { describe, expect, test } from 'vitest'
import { jsonPlaces } from '../../../src/schema/lint/jsonPlaces.js'

describe('jsonPlaces', () => {
  test('lines of keys and of items', () => {
    const { lines, duplicates } = jsonPlaces('{\n  "a": [\n    1,\n    {"b/c": "{\\"x\\n"}\n  ],\n  "~": {}\n}\n')
    expect(Object.fromEntries(lines)).toEqual({ '': 1, '/a': 2, '/a/0': 3, '/a/1': 4, '/a/1/b~1c': 4, '/~0': 6 })
    expect(duplicates).toEqual([])
  })

  test('keys that are there twice', () => {
    expect(jsonPlaces('{"a": 1,\n"b": {"c": 1,\n"c": 2},\n"a": 3}').duplicates).toEqual([
      { path: ['b', 'c'], key: 'c', line: 3 },
      { path: ['a'], key: 'a', line: 4 },
    ])
  })

  test.each(['[]', '{}', '3', '"a\\\\"', '\n\n{"a":{"b":[]}}\r\n', '{"a":"\\""}'])('any JSON: %s', (text) => {
    expect(jsonPlaces(text).duplicates).toEqual([])
  })

  test('long texts', () => {
    const { lines } = jsonPlaces(`{"a": "${'é\\n'.repeat(500_000)}",\n"b": 1}`)
    expect(lines.get('/b')).toBe(2)
  })
})
