import { expect, test } from 'vitest'
import { compileExpectedText } from '../../src/core/expectedText.js'

const accepts = (expected: string, text: string, canonicals: ((text: string) => string)[] = []): boolean => {
  const bytes = new TextEncoder().encode(`<${text}>`)
  return compileExpectedText(expected, canonicals).test(bytes, 1, bytes.length - 1) === 0
}

test.each([
  ['abc', 'abc'],
  ['ab*', 'ab'],
  ['ab*', 'abcd'],
  ['*cd', 'abcd'],
  ['a*c*e', 'abcde'],
  ['*é*', 'l’été'],
  ['**', 'x'],
  ['a*a*b', 'aaab'],
])('%s accepts %s', (expected, text) => {
  expect(accepts(expected, text)).toBe(true)
})

test.each([
  ['abc', 'abcd'],
  ['abc', 'ab'],
  ['abc', 'ABC'],
  ['ab*', 'a'],
  ['a*c', 'abcd'],
  ['*a*a*', 'a'],
])('%s refuses %s', (expected, text) => {
  expect(accepts(expected, text)).toBe(false)
})

test('the form that a check would write will do', () => {
  const withoutSpaces = (text: string): string => text.replaceAll(' ', '')
  expect(accepts('213*', '2 13 4')).toBe(false)
  expect(accepts('213*', '2 13 4', [withoutSpaces])).toBe(true)
})

test('many stars on a long text take no longer than their product', () => {
  expect(accepts(`${'*a'.repeat(50)}b`, 'a'.repeat(20_000))).toBe(false)
})
