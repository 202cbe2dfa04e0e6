// What a stranger's pattern may cost.
import { describe, expect, it } from 'vitest'
import { MAX_BYTES } from '../../../src/core/pattern/backtracker.js'
import { compilePattern } from '../../../src/core/pattern/compilePattern.js'

const encoder = new TextEncoder()

describe('patterns that a backtracking engine takes for ever on', () => {
  it.each([
    ['(a+)+$', 'a', 'a'],
    ['(a|aa)+$', 'a', 'a'],
    ['^(\\w+\\s?)*$', 'é', 'é '],
    ['(.*)*x', 'b', 'x'],
    ['(a?){100}a{100}', 'b', undefined],
    ['(?:a*a*a*a*)*', 'a', 'a'],
  ])('%s is an automaton and answers on 100,000 characters', (pattern, filler, last) => {
    const compiled = compilePattern(pattern)
    expect(compiled.kind).toBe('automaton')
    const good = encoder.encode(filler.repeat(100_000) + last)
    const bad = encoder.encode(`${filler.repeat(100_000)}!`)
    expect(compiled.test(good, 0, good.length)).toBe(last !== undefined)
    expect(compiled.test(bad, 0, bad.length)).toBe(false)
  })

  it('forgets states rather than keeping all of them', () => {
    // Needs 2 to the 16 states if all are kept.
    const { test, kind } = compilePattern('[ab]*a[ab]{15}')
    expect(kind).toBe('automaton')
    let random = 1
    const bytes = Uint8Array.from({ length: 30_000 }, () => {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0
      return 97 + (random >>> 31)
    })
    for (let end = 16; end <= bytes.length; end += 5003) expect(test(bytes, 0, end)).toBe(bytes[end - 16] === 97)
  })

  it('meets more kinds of characters than it made room for', () => {
    const letters = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + index))
    const { test } = compilePattern(`(?:${letters.map((letter) => `${letter}x?`).join('|')})+`)
    const bytes = encoder.encode(letters.join('x'))
    expect(test(bytes, 0, bytes.length)).toBe(true)
    const other = encoder.encode(`${letters.join('')}漢`)
    expect(test(other, 0, other.length)).toBe(false)
  })

  it('gives up when the budget is spent, and is right again on the next text', () => {
    const { test, kind } = compilePattern('(x+x+)+(?=y)y')
    expect(kind).toBe('backtracking')
    const hopeless = encoder.encode('x'.repeat(40))
    const easy = encoder.encode('xxxxy')
    expect(test(hopeless, 0, hopeless.length)).toBe(false)
    expect(test(easy, 0, easy.length)).toBe(true)
  })

  it('does not look into texts beyond the limit when it has to backtrack', () => {
    const { test } = compilePattern('(?=a)a*')
    const bytes = encoder.encode('a'.repeat(MAX_BYTES + 1))
    expect(test(bytes, 0, MAX_BYTES)).toBe(true)
    expect(test(bytes, 0, MAX_BYTES + 1)).toBe(false)
  })
})
