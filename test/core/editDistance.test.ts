import { describe, expect, it } from 'vitest'
import { editDistance, nearest, nearestSpelling } from '../../src/core/editDistance.js'

describe('editDistance', () => {
  it.each([
    ['', '', 3, 0],
    ['montant', 'montant', 0, 0],
    ['montant', 'montnat', 2, 1],
    ['montant', 'montants', 2, 1],
    ['montant', 'ontant', 2, 1],
    ['montant', 'mantant', 2, 1],
    ['nombenecifiaire', 'nombeneficiaire', 2, 2],
    ['chat', 'chien', 5, 3],
    ['ab', 'ba', 1, 1],
    ['abcd', 'badc', 2, 2],
    ['abcdef', 'uvwxyz', 2, 3],
    ['a', 'abcd', 2, 3],
  ])('%s / %s, at most %i: %i', (a, b, max, expected) => {
    expect(editDistance(a, b, max)).toBe(expected)
    expect(editDistance(b, a, max)).toBe(expected)
  })

  it('agrees with the plain recurrence', () => {
    let seed = 7
    const random = (n: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * n)
    }
    const word = () => Array.from({ length: random(7) }, () => 'abc'[random(3)]).join('')
    for (let i = 0; i < 2000; i++) {
      const [a, b, max] = [word(), word(), random(5)]
      expect([a, b, max, editDistance(a, b, max)]).toEqual([a, b, max, Math.min(plainDistance(a, b), max + 1)])
    }
  })
})

function plainDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1)
    }
  }
  return d[a.length]![b.length]!
}

describe('nearest', () => {
  const checks = ['french-siret-value', 'french-siren-value', 'french-gps-coordinates', 'phone-number-value']
  it.each([
    ['french_gps_coordinates', 'french-gps-coordinates'],
    ['french-sirt-value', 'french-siret-value'],
    ['FRENCH-SIREN-VALUE', 'french-siren-value'],
    ['phone', 'phone-number-value'],
    ['french', undefined],
    ['tel', undefined],
    ['', undefined],
    ['-', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%s: %s', (word, expected) => {
    expect(nearest(word, checks)).toBe(expected)
  })

  it('prefers the closest to the first', () => {
    expect(nearest('constraint', ['contraints', 'constraints'])).toBe('constraints')
    expect(nearestSpelling('contraints', ['format', 'constraints'])).toBe('constraints')
    expect(nearestSpelling('group', ['groupChar'])).toBeUndefined()
  })
})
