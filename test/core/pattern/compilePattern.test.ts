import { describe, expect, it } from 'vitest'
import { compilePattern, PatternError } from '../../../src/core/pattern/compilePattern.js'
import type { PatternReason } from '../../../src/core/pattern/patternError.js'

const encoder = new TextEncoder()

function accepts(pattern: string, text: string): boolean {
  const bytes = encoder.encode(`«${text}»`)
  return compilePattern(pattern).test(bytes, 2, bytes.length - 2)
}

// Each line was checked with Python 3.11.
const AUTOMATON: [pattern: string, accepted: string[], refused: string[]][] = [
  ['', ['', '\n'], ['a', '\n\n']],
  ['^\\d{14}$', ['12345678901234', '12345678901234\n'], ['1234567890123', '123456789012345', '1234567890123a', '12345678901234\n\n', '']],
  ['\\d{5}', ['12345', '12345\n', '١٢٣٤٥'], ['1234', '12345 ', '\n12345', '½½½½½']],
  // Alternation is not protected, and a match need only reach what the pattern says.
  ['a|b', ['a', 'ab', 'axyz', 'b', 'b\n'], ['ba', 'xa', '']],
  ['^ab|bc$', ['ab', 'abcd', 'bc', 'bc\n'], ['a', 'xbc', 'bcd']],
  ['(a|b)', ['a', 'b'], ['ab', '']],
  ['a||b', ['a', '', 'zzz'], []],
  // Literals and escapes.
  ['é', ['é'], ['e', 'e\u0301', 'É']],
  ['𝒳.', ['𝒳𝒳', '𝒳a'], ['𝒳', 'a𝒳']],
  ['a\\ b\\-c\\/d\\.', ['a b-c/d.'], ['a b-c/dx']],
  ['\\n\\t\\r\\f\\v\\a\\0', ['\n\t\r\f\v\x07\0'], ['\n']],
  ['\\x41\\u00e9\\U0001D4B3\\101\\060\\08', ['Aé𝒳A0\x008'], ['Aé𝒳A0']],
  ['\\’\\é\\_', ['’é_'], ["'é_"]],
  ['abc\\', ['abc$', 'abc$def'], ['abc', 'abc\\']],
  // Classes.
  ['[]a]+', [']', 'a]', ']a'], ['', '[', 'b']],
  ['[^]a]', ['b', '\n', 'é'], [']', 'a', '']],
  ['[a-]+[-a]+', ['a-', '--'], ['a', 'b-']],
  ['[\\w-]+', ['a-é_9'], ['a.', '']],
  ['[\\d\\s]+', ['1 ٣\u00a0'], ['a']],
  ['[^\\d]', ['a', '½', '\n'], ['1', '٣']],
  ['[\\D\\d]', ['a', '1', '\n', '𝒳'], ['', 'ab']],
  ['[\\b\\]\\x41-\\x43\\060\\n]+', ['\b]B0\n'], ['D', 'b']],
  ['[aA-zZ]{1}', ['a', 'z', '_', '[', 'Z'], ['{', '1']],
  ['[$-_]', ['$', 'A', '_', '.'], ['a', '#']],
  ['[a-zA-ZÀ-ÖØ-öø-ÿœŒ]+', ['Œuvre', 'Éléonore', 'ÿ'], ['×', 'a b', 'Ÿ']],
  ['[.]{2}[*+?(){}|^]', ['..*', '..^'], ['ab*']],
  ['[a-c-e]+', ['a-e'], ['d']],
  // What \d, \w and \s are beyond ASCII.
  ['\\w+', ['é', 'œ', '_', '½', '²', '٣', '漢', 'ª'], ['e\u0301', '-', '€', '’', '']],
  ['\\W+', ['-€’\n'], ['é', '_']],
  ['\\s{2}', ['\u00a0\u2003', '\x1c\x1f', '\t\n', '\x85\u3000'], ['\u200b ', '\ufeff ', 'a ']],
  ['\\S', ['\u200b', 'a'], [' ', '\u202f']],
  ['.', ['a', 'é', '\r', '𝒳', '\u2028'], ['\n', '', 'ab', 'e\u0301']],
  ['.*', ['', 'abc', 'abc\n'], ['a\nb', '\n\n']],
  // Quantifiers.
  ['a*b+c?', ['b', 'aabbc', 'bc'], ['a', 'ac', 'bcc']],
  ['a*?b+?c??', ['b', 'aabbc', 'bc'], ['a', 'ac', 'bcc']],
  ['a{2,3}', ['aa', 'aaa'], ['a', 'aaaa']],
  ['a{2,}?', ['aa', 'aaaaa'], ['a']],
  ['a{,2}', ['', 'a', 'aa'], ['aaa']],
  ['a{,}', ['', 'aaaa'], ['b']],
  ['a{0}b', ['b'], ['ab']],
  ['(?:a|b){3}', ['aba'], ['ab', 'abab']],
  ['(a{1,2}b){2}', ['abaab'], ['ab', 'aaabab']],
  ['(?:){3}(?:a|){1000}', ['', 'a', 'aaaaa'], ['b']],
  ['a{b}{}{1,x}{', ['a{b}{}{1,x}{'], ['a', 'ab']],
  ['}]a', ['}]a'], ['a']],
  // Groups, comments and flags.
  ['(?:ab)+(?P<nom>c)(?#rien)*', ['abcc', 'ababc', 'ab'], ['abab(', 'c']],
  ['(?i)[a-c]é', ['AÉ', 'bé', 'Cé'], ['dé', 'a']],
  ['(?i)ſ\\w', ['Sa', 'sb', 'ſc'], ['a']],
  ['(?i)straße|k|i', ['STRAßE', 'STRAẞE', 'K'], ['STRASSE', 'x']],
  ['[^a](?i:[^a]b)', ['AbB', 'bcb'], ['aab', 'bAb', 'bab']],
  ['(?s).b', ['\nb', 'ab'], ['b']],
  ['(?s:.).', ['\na'], ['a\n\n', '\n\n']],
  ['(?m)a$\\n^b', ['a\nb', 'a\nb\n', 'a\nb\nc'], ['ab', 'a\n']],
  ['(?x) a b # c\n [ ] \\ ', ['ab  '], ['ab', 'a b']],
  ['(?i-s:a(?-i:b))', ['Ab', 'ab'], ['AB']],
  ['(?a)\\w\\d(?u:é)', ['a1é'], ['é1é', 'a٣é']],
  // Anchors and boundaries.
  ['\\Aa\\Z', ['a'], ['a\n', 'ab']],
  ['a$\\n', ['a\n'], ['a', 'a\n\n']],
  ['a$', ['a', 'a\n'], ['a\n\n', 'ab']],
  ['(?:^|,)a', ['a', ',a'], ['aa', ',,a']],
  ['(?:(?:^|;)(oui|non))+$', ['oui', 'oui;non', ';oui', 'oui;non\n'], ['ouinon', 'oui;', '', 'oui; non']],
  ['é\\b.*', ['é a', 'é', 'é-'], ['éa', 'é1', 'é_']],
  ['\\bab\\b', ['ab', 'ab\n'], [' ab', 'abc']],
  ['a\\Bb', ['ab'], ['a b', 'a']],
  ['.*\\B', ['-', 'a-'], ['a', '']],
  ['\\b', [], ['', ' ']],
  ['\\B', ['\n'], ['', 'a']],
  ['.*\\bé.*', ['é', 'a é', "l'été"], ['aéa', '']],
]

const BACKTRACKING: typeof AUTOMATON = [
  ['(a|b)X\\1', ['aXa', 'bXb'], ['aXb', 'aX']],
  ['(?P<q>["\'])x(?P=q)', ['"x"', "'x'"], ['"x\'']],
  ['(?i)(a)\\1', ['aA', 'Aa'], ['ab']],
  ['(?:(?:^|\\|)(\\d{2}|)\\1+\\d{2})+$', ['121234', '12', '|12', '12|34|565656'], ['1234', '1212', '', '12|']],
  // A capture is kept from one turn of a loop to the next, and a group without one matches nowhere.
  ['(?:(a)|b\\1)+', ['aba', 'a'], ['b', 'bb', 'ab']],
  ['(?:(a)|b)\\1', ['aa'], ['b', 'ba', 'a']],
  ['.*(?<=a)b', ['ab', 'xab'], ['cb', 'b']],
  ['.*(?<!a)b', ['b', 'cb'], ['ab']],
  ['(?<=^)a(?<=\\w)', ['a'], ['b']],
  ['(?=.*\\d)(?=.*[A-Z]).{3,}', ['aA1', '1Az'], ['aa1', 'A1']],
  ['(?!00)\\d{5}', ['01000', '75056'], ['00123', '7505']],
  ['(?:(?!foo).)*', ['', 'barfo'], ['barfoo']],
  ['a++b', ['ab', 'aab'], ['b', 'aa']],
  ['a*+a', [], ['a', 'aa']],
  ['a?+a', ['aa'], ['a']],
  ['(?:a|ab){1,2}+c', ['ac', 'aac'], ['abc']],
  ['(?:a+){2}+', [], ['aa', 'aaa']],
  ['(?>a|ab)c', ['ac'], ['abc']],
  ['(<)?a(?(1)>|!)', ['<a>', 'a!'], ['<a!', 'a>', '<a']],
  ['(?P<o><)?a(?(o)>)', ['<a>', 'a'], ['<a', 'a>']],
  ['(?a:\\bé)', [], ['é']],
  ['a(?a:\\b)é', ['aé'], ['ab']],
  ['\\b(?:)(a)\\1\\b$', ['aa', 'aa\n'], ['aaa']],
  ['(?m)(a)$\\n^\\1(?-m:$)', ['a\na', 'a\na\n'], ['a\na\nb']],
  ['(a)(?<=\\1)b\\B', [], ['ab', 'ab-']],
  ['(?:(?:a{200}){100}b?){2}', [`${'a'.repeat(40_000)}b`], ['a', 'a'.repeat(39_999)]],
]

describe('compilePattern', () => {
  for (const [kind, cases] of [
    ['automaton', AUTOMATON],
    ['backtracking', BACKTRACKING],
  ] as const) {
    it.each(cases)(`${kind}: %j`, (pattern, accepted, refused) => {
      expect(compilePattern(pattern).kind).toBe(kind)
      expect(accepted.filter((text) => !accepts(pattern, text))).toEqual([])
      expect(refused.filter((text) => accepts(pattern, text))).toEqual([])
    })
  }

  it.each<[string, PatternReason]>([
    ['(a', 'unbalanced-parenthesis'],
    ['a)', 'unbalanced-parenthesis'],
    ['(?#', 'unbalanced-parenthesis'],
    ['[a', 'unterminated-class'],
    ['[]', 'unterminated-class'],
    ['*a', 'nothing-to-repeat'],
    ['+33', 'nothing-to-repeat'],
    ['a|*', 'nothing-to-repeat'],
    ['\\b+', 'nothing-to-repeat'],
    ['a**', 'multiple-repeat'],
    ['a{2}{3}', 'multiple-repeat'],
    ['a{3,2}', 'bad-repeat'],
    ['a{99999999999}', 'bad-repeat'],
    ['[Aa-Zz]', 'bad-range'],
    ['[\\w-z]', 'bad-range'],
    ['\\p{L}', 'bad-escape'],
    ['\\z', 'bad-escape'],
    ['\\x1', 'bad-escape'],
    ['\\u12', 'bad-escape'],
    ['\\U00110000', 'bad-escape'],
    ['\\400', 'bad-escape'],
    ['[\\8]', 'bad-escape'],
    ['\\N{DIGIT ONE}', 'bad-escape'],
    ['(?<n>a)', 'bad-group'],
    ['(?P<1>a)', 'bad-group'],
    ['(?P<n>a)(?P<n>b)', 'bad-group'],
    ['(?P>n)', 'bad-group'],
    ['(?~a)', 'bad-group'],
    ['(a)(?(1)b|c|d)', 'bad-group'],
    ['\\1(a)', 'bad-reference'],
    ['(a\\1)', 'bad-reference'],
    ['(?P=n)', 'bad-reference'],
    ['(?(2)a)', 'bad-reference'],
    ['a(?i)b', 'bad-flags'],
    ['(?au)a', 'bad-flags'],
    ['(?-a:b)', 'bad-flags'],
    ['(?<=a*)b', 'lookbehind-width'],
  ])('refuses %j: %s', (pattern, reason) => {
    expect(() => compilePattern(pattern)).toThrow(new PatternError(reason))
  })

  it('refuses groups within groups without end', () => {
    expect(accepts(`${'('.repeat(150)}a${')'.repeat(150)}`, 'a')).toBe(true)
    expect(() => compilePattern(`${'('.repeat(50_000)}a${')'.repeat(50_000)}`)).toThrow(new PatternError('too-deep'))
  })

  it('reads only the bytes of the cell', () => {
    const bytes = encoder.encode('12345é6')
    const { test } = compilePattern('\\d{3}')
    expect(test(bytes, 1, 4)).toBe(true)
    expect(test(bytes, 0, 4)).toBe(false)
    expect(compilePattern('(5é)\\1?').test(bytes, 4, 7)).toBe(true)
  })
})
