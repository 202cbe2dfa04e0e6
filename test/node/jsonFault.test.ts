import { describe, expect, test } from 'vitest'
import { lineOfJsonFault } from '../../src/node/jsonFault.js'

describe('lineOfJsonFault', () => {
  test.each([
    ['', 1],
    ['<!doctype html>', 1],
    ['{\n  "name": "a",\n}', 3],
    ['{\n  "name" "a"\n}', 2],
    ["{\n  'name': 1\n}", 2],
    ['{\r\n"a": [1, 2,\r\n"b"]\r\n}}', 4],
    ['{"a": "é\\u00e9",\n"b": tru}', 2],
    ['{"a": 1}\n\n{"b": 2}', 3],
    ['{"a": "deux\nlignes"}', 1],
    ['{"fields": [\n{"name": "a"}\n{"name": "b"}\n]}', 3],
    ['[1, 2', 1],
    ['[01]', 1],
  ])('%j', (text, line) => {
    expect(() => JSON.parse(text)).toThrow()
    expect(lineOfJsonFault(text)).toBe(line)
  })

  test.each(['[', '{"a":', '[{"a":[', '"'])('%j over and over, or without end', (open) => {
    expect(lineOfJsonFault(`\n${open.repeat(200_000)}`)).toBe(2)
    expect(lineOfJsonFault(`\n"${'é'.repeat(9_000_000)}`)).toBe(2)
  })

  test('what JSON allows is passed over to the end', () => {
    const text = '{\n"a": [true, false, null, -1.5e+3, "\\\\ \\"", {}],\n"b": {"c": []}\n}\n'
    expect(JSON.parse(text)).toBeTypeOf('object')
    expect(lineOfJsonFault(text)).toBe(5)
  })
})
