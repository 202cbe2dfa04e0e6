import { describe, expect, test } from 'vitest'
import { JsonSplitter, type Rest, type SplitLimits } from '../../src/jsonData/splitJson.js'
import { placeCounter } from '../../src/jsonData/textPlaces.js'
import { Chance } from '../fuzz/chance.js'
import { randomValue, writeJson } from './randomJson.js'

const LIMITS: SplitLimits = { itemBytes: 1 << 20, restBytes: 1 << 20, depth: 64 }
const encoder = new TextEncoder()
const decoder = new TextDecoder()

function split(text: string, paths: readonly (readonly string[])[], cut: number) {
  const items: { stream: number; index: number; value: unknown; line: number; character: number; members: number }[] = []
  const faults: string[] = []
  const splitter = new JsonSplitter(paths, LIMITS, {
    item(stream, index, { bytes, start, end, place, members }) {
      let first = start
      while (bytes[first]! <= 32) first++
      items.push({
        stream,
        index,
        value: JSON.parse(decoder.decode(bytes.subarray(start, end))),
        ...placeCounter(bytes, start, place)(first),
        members,
      })
    },
    notItem: () => faults.push('notItem'),
    cut: () => faults.push('cut'),
  })
  const bytes = encoder.encode(text)
  for (let at = 0; at < bytes.length; at += cut) {
    const chunk = new Uint8Array(bytes.subarray(at, at + cut))
    splitter.push(chunk)
    chunk.fill(0xff)
  }
  const rest = splitter.finish()
  return { items, faults, rest, text: decoder.decode(rest.bytes.subarray(0, rest.end)) }
}

const colons = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 0
    : Object.values(value).reduce((sum: number, part) => sum + colons(part), Array.isArray(value) ? 0 : Object.keys(value).length)

describe('JsonSplitter', () => {
  test('gives the items and the rest of any document, wherever the chunks are cut', () => {
    const chance = new Chance(7)
    for (let turn = 0; turn < 400; turn++) {
      const list = Array.from({ length: chance.below(5) }, () => randomValue(chance))
      const [before, after] = [randomValue(chance), randomValue(chance)]
      const document = chance.below(3) === 0 ? list : { type: before, deep: { items: list, other: [after] }, after }
      const path = Array.isArray(document) ? [] : ['deep', 'items']
      const { text, places } = writeJson(document, chance)
      const found = split(text, [path], 1 + chance.below(40))
      const pointer = path.map((part) => `/${part}`).join('')
      expect(found.items).toEqual(
        list.map((value, index) => ({ stream: 0, index, value, ...places.get(`${pointer}/${index}`)!.value, members: colons(value) })),
      )
      expect(found.faults).toEqual([])
      expect(JSON.parse(found.text)).toEqual(Array.isArray(document) ? [] : { ...document, deep: { items: [], other: [after] } })
      expect(found.rest.members).toBe(colons(JSON.parse(found.text)))
      expect(found.rest.counts).toEqual(new Map([[0, list.length]]))
      if (Array.isArray(document)) continue
      const at = encoder.encode(found.text.slice(0, found.text.lastIndexOf('"after"'))).length
      expect(placeIn(found.rest, at)).toEqual(places.get('/after')!.key)
    }
  })

  test.each([
    ['[1,,2]', ['notItem']],
    ['[,1]', ['notItem']],
    ['[1,]', ['notItem']],
    ['[1, ', ['cut']],
    ['[', ['cut']],
    ['[]', []],
    ['[ \n ]', []],
  ])('%s', (text, faults) => {
    expect(split(text, [[]], 2).faults).toEqual(faults)
  })

  test('says what follows the end of the document', () => {
    expect(split('[1]\n{"a":1}', [[]], 3).rest.trailing).toEqual({ place: { line: 2, character: 1 }, byte: 0x7b })
    expect(split('[1]\n ', [[]], 3).rest.trailing).toBeUndefined()
  })

  test.each<[string, object, string]>([
    ['an item that is too long', { itemBytes: 10 }, 'recordBytes'],
    ['a rest that is too long', { restBytes: 10 }, 'documentBytes'],
    ['too many levels', { depth: 3 }, 'jsonDepth'],
  ])('%s ends the reading', (_, limits, limit) => {
    const splitter = new JsonSplitter([['l']], { ...LIMITS, ...limits }, { item() {}, notItem() {}, cut() {} })
    const push = () => splitter.push(encoder.encode('{"rest": "0123456789", "l": [{"a": ["0123456789", [1]]}]}'))
    expect(push).toThrow(expect.objectContaining({ code: 'limit-exceeded', details: expect.objectContaining({ limit }) }))
  })

  test('holds no more of a long list than an item', () => {
    let items = 0
    let longest = 0
    const splitter = new JsonSplitter([['features']], LIMITS, {
      item(_, index, { start, end, bytes }) {
        items++
        expect(index).toBe(items - 1)
        longest = Math.max(longest, bytes.length, end - start)
      },
      notItem() {},
      cut() {},
    })
    splitter.push(encoder.encode('{"features": ['))
    const chunk = encoder.encode(Array.from({ length: 1000 }, (_, i) => `{"n": ${i}},`).join(''))
    for (let i = 0; i < 200; i++) splitter.push(chunk)
    splitter.push(encoder.encode('{}]}'))
    const rest = splitter.finish()
    expect(items).toBe(200_001)
    expect(longest).toBeLessThanOrEqual(chunk.length)
    expect(rest.end).toBe('{"features": []}'.length)
    expect(rest.marks.length).toBeLessThan(5)
  })
})

function placeIn({ bytes, marks }: Rest, offset: number) {
  const mark = marks.findLast(({ at }) => at <= offset)!
  return placeCounter(bytes, mark.at, mark.place)(offset)
}
