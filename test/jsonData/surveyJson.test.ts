import { describe, expect, test } from 'vitest'
import { surveyJson } from '../../src/jsonData/surveyJson.js'
import { placeCounter } from '../../src/jsonData/textPlaces.js'
import { Chance } from '../fuzz/chance.js'
import { randomValue, writeJson } from './randomJson.js'

const encoder = new TextEncoder()
const survey = (text: string, options = {}) => {
  const bytes = encoder.encode(text)
  return { bytes, ...surveyJson(bytes, 0, bytes.length, options) }
}

describe('surveyJson', () => {
  test('knows where every value of a document stands', () => {
    const chance = new Chance(11)
    for (let turn = 0; turn < 400; turn++) {
      const { text, places } = writeJson(randomValue(chance), chance)
      const { bytes, places: found, fault } = survey(text, { wanted: places.keys() })
      expect(fault).toBeUndefined()
      const place = (offset: number) => placeCounter(bytes, 0, { line: 1, character: 1 })(offset)
      const seen = [...found].map(([pointer, { value, key }]) => [
        pointer,
        { value: place(value), ...(key !== undefined && { key: place(key) }) },
      ])
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(places))
    }
  })

  test('refuses what JSON.parse refuses, and nothing else', () => {
    const chance = new Chance(13)
    const signs = ['"', '{', '}', '[', ']', ',', ':', '\\', '0', '-', '.', 'e', 'true', 'nul', ' ', '\n', '\t', 'é', '\\u00', "'"]
    let refused = 0
    for (let turn = 0; turn < 3000; turn++) {
      const { text } = writeJson(randomValue(chance), chance)
      const at = chance.below(text.length + 1)
      const damaged = text.slice(0, at) + signs[chance.below(signs.length)] + text.slice(at + chance.below(3))
      let isJson = true
      try {
        JSON.parse(damaged)
      } catch {
        isJson = false
        refused++
      }
      // Lone halves of a character do not survive the way to bytes.
      if (!/\p{Cs}/u.test(damaged)) expect([damaged, survey(damaged).fault === undefined]).toEqual([damaged, isJson])
    }
    expect(refused).toBeGreaterThan(1000)
  })

  test.each([
    ['{"a": 1,}', 'trailing-comma', 7],
    ['[1, 2,\n]', 'trailing-comma', 5],
    ['[1 2]', 'comma-expected', 3],
    ['{"a" 1}', 'colon-expected', 5],
    ['{a: 1}', 'key-expected', 1],
    ['{"a": }', 'value-expected', 6],
    ['{"a": "b\n"}', 'unclosed-text', 6],
    ['["\\x"]', 'bad-escape', 2],
    ['["\t"]', 'control-character', 2],
    ['[01]', 'bad-number', 1],
    ['[1,5.]', 'bad-number', 3],
    ['[vrai]', 'bad-word', 1],
    ["['a']", 'bad-word', 1],
    ['[1] [2]', 'end-expected', 4],
    ['{"a": [1, {"b": "c', 'cut', 18],
    ['{"a": tr', 'cut', 8],
    ['', 'cut', 0],
    ['['.repeat(3000), 'too-deep', 2000],
  ])('%j', (text, fault, offset) => {
    expect(survey(text).fault).toEqual({ fault, offset })
  })

  test('a key that comes twice', () => {
    const { twice, places } = survey('{"a": 1, "b": {"\\u0061": 2, "a": 3}, "a": 4}', { twins: true, wanted: ['/a'] })
    expect(twice).toEqual([
      { pointer: '/b/a', key: 'a', place: { key: 28, value: 33 } },
      { pointer: '/a', key: 'a', place: { key: 37, value: 42 } },
    ])
    expect(places.get('/a')).toEqual({ key: 37, value: 42 })
  })
})
