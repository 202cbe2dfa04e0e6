import { describe, expect, test } from 'vitest'
import { compilePattern } from '../../src/core/pattern/compilePattern.js'
import { ecmaPattern } from '../../src/jsonData/ecmaPattern.js'

const PATTERNS = [
  '^\\d{14}$',
  '\\d{4}-\\d{2}-\\d{2}',
  '^\\w{5}$',
  '^([013-9]\\d|2[AB1-9])\\d{3}',
  '^(\\+33|0)[0-9 ]{8,14}$',
  '^[A-Za-z\\s\\-\\u00C0-\\u00FF]+$',
  '^a|b$',
  '^.$',
  '^[^]$',
  '^\\s+$',
  '^[\\s]+$',
  '^\\S+$',
  '\\bmot\\b',
  '^(?<an>\\d{4})-\\k<an>$',
  '^\\/$',
  '^[/\\]]$',
  '^[[a]$',
  '^\\u{1F642}$',
  '^\\cJ$',
  '^(?!non).*$',
  '^$',
  '[]',
]
const TEXTS = [
  '',
  '12345678901234',
  '٣٣',
  'é',
  'école',
  'ab123',
  'a',
  'b',
  'ab',
  'xb',
  '2024-05-01',
  'le 2024-05-01',
  '2A004',
  'mot',
  'un mot ici',
  'motif',
]
TEXTS.push('+33 612345678', '\u00a0', ' \u2003', '\n', 'a\n', '\r', '\u2028', '2024-2024', '/', ']', '[', '🙂', 'non', 'oui', '1\n')

describe('a pattern of JSON Schema', () => {
  test.each(PATTERNS)('%s matches what JavaScript says', (pattern) => {
    const expected = new RegExp(pattern, 'u'.repeat(Number(!/\[\[|\[\]/.test(pattern))))
    const { test: matches } = compilePattern(ecmaPattern(pattern))
    for (const text of TEXTS) {
      const bytes = new TextEncoder().encode(text)
      expect([text, matches(bytes, 0, bytes.length)]).toEqual([text, expected.test(text)])
    }
  })
})
