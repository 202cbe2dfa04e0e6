import { expect, it } from 'vitest'
import { acceptAnything } from '../../src/core/fieldType.js'
import { compileType } from './compileType.js'

it('any takes everything as it is', () => {
  const { acceptsNative, type } = compileType('any', { format: 'whatever' })
  expect(type.test).toBe(acceptAnything)
  expect(acceptsNative('date', '2024-01-31')).toBe(true)
  expect([type.read(' 1'), type.canonical(' 1'), type.ignored]).toEqual([' 1', ' 1', undefined])
})
