import { describe, expect, test } from 'vitest'
import { ScdlError } from '../../src/core/error.js'
import { KnownFaults } from '../../src/core/knownFaults.js'

describe('a list of known faults', () => {
  test('accepts a fault as often as it is known, and no more', () => {
    const known = new KnownFaults({ faults: [{ code: 'cell/type', field: 'a', value: 'x', count: 2 }] })
    const accepted = () => known.accept('cell/type', 'a', 'x', 1)
    expect([accepted(), accepted(), accepted()]).toEqual([true, true, false])
    expect(known.absent()).toEqual([])
  })

  test('tells code, field and value apart, and no value from an empty one', () => {
    const known = new KnownFaults({ faults: [{ code: 'cell/required', field: 'a', value: '', count: 9 }] })
    expect(known.accept('cell/type', 'a', '', 1)).toBe(false)
    expect(known.accept('cell/required', 'b', '', 1)).toBe(false)
    expect(known.accept('cell/required', 'a', undefined, 1)).toBe(false)
    expect(known.accept('cell/required', 'a', '', 1)).toBe(true)
    expect(known.absent()).toEqual([{ code: 'cell/required', field: 'a', value: '', count: 8 }])
  })

  test('what has expired is not accepted, but was seen', () => {
    const known = new KnownFaults({ faults: [{ code: 'row/blank', count: 1, expired: true }] })
    expect(known.accept('row/blank', undefined, undefined, 1)).toBe(false)
    expect(known.found()).toEqual([{ code: 'row/blank', count: 1, expired: true }])
  })

  test('learning accepts all that has not expired, and counts it', () => {
    const known = new KnownFaults({ faults: [{ code: 'cell/type', field: 'a', value: 'x', count: 1, expired: true }], learn: true })
    expect(known.accept('cell/type', 'a', 'x', 1)).toBe(false)
    for (let i = 0; i < 3; i++) expect(known.accept('cell/type', 'a', 'y', 1)).toBe(true)
    expect(known.found()).toContainEqual({ code: 'cell/type', field: 'a', value: 'y', count: 3 })
  })

  test('long cells are told apart by their beginning and their length', () => {
    const known = new KnownFaults({ faults: [], learn: true })
    known.accept('cell/type', 'a', 'x'.repeat(1_000_000), 1)
    known.accept('cell/type', 'a', 'x'.repeat(1_000_001), 1)
    expect(known.found().map(({ value = '' }) => value.length < 300)).toEqual([true, true])
  })

  test('has a bound', () => {
    const known = new KnownFaults({ faults: [], learn: true })
    const learnAll = () => {
      for (let i = 0; i < 200_000; i++) known.accept('cell/type', 'a', String(i), 1)
    }
    expect(learnAll).toThrow(ScdlError)
  })
})
