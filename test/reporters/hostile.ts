// Texts that a file may hold to harm who reads its report.
import type { TableReport } from '../../src/core/reportTypes.js'
import { damagedByASpreadsheet, duplicateLabels, finding, goodWithRemarks, mendable, table, untidy } from './reports.js'

export const HOSTILE = [
  ['script', `"'><script>alert(1)</script><img src=x onerror=alert(1)></title></style></textarea><!--`],
  ['end of script', '</script><script>alert(1)</script>]]><x/>&lt;b&gt;&#60;b&#62;'],
  ['colours and titles', '\x1b[31mrouge\x1b]0;titre\x07\x1b[2J\x9b31m'],
  ['workflow command', '::error file=x::faux\n::error::faux\r\n::set-output name=x::y\n##[error]faux%0A::error::faux'],
  ['line breaks', 'un\r\ndeux\u2028trois\x0b\nquatre,x=y'],
  ['formula', "=cmd|' /C calc'!A0"],
  ['other formulas', '@SUM(1+1)*cmd|x'],
  ['tab and formula', '\t=1+1'],
  ['wide formula', '＝1+1'],
  ['quotes and separators', '";";"\n"=1+1";\',`|'],
  ['bidirectional', '\u202egnp.exe\u2066\u200f\u{e0041}'],
  ['lone surrogate', 'a\ud800b\udc00\ufffe\uffff\0'],
  ['markdown', '[lien](javascript:alert(1)) ![x](http://x/) **gras** `code` ~~x~~ | a | b |\n# titre\n- [ ] x'],
  ['mentions', '@tous #12 !34 <details> </details> ``` `` ` _x_ __x__'],
  ['template', '$' + '{x} {{x}} <%= x %> {0} %s #'],
  ['one megabyte', 'long '.repeat(200_000)],
  ['one megabyte in a word', 'x'.repeat(1_000_000)],
  ['one megabyte of marks', '<'.repeat(1_000_000)],
] as const

/** What the engine writes, never a file. */
const KEPT = new Set([
  'code',
  'codes',
  'type',
  'severity',
  'verdict',
  'repair',
  'certainty',
  'assumption',
  'origin',
  'nearMiss',
  'wrapped',
  'format',
])

/** More than any report shows of a text. */
const LONG = 20_000

/** The same report with this in the place of every text that may come from a file or a schema. */
export function poison<T>(original: T, text: string): T {
  const poisonedValue = (value: unknown): unknown =>
    typeof value === 'string'
      ? text
      : Array.isArray(value)
        ? value.map(poisonedValue)
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, KEPT.has(key) ? part : poisonedValue(part)]))
          : value
  return poisonedValue(original) as T
}

/** A report whose every text that may come from a file or a schema is this one; of a text beyond all widths its start, and the whole of it once. */
export function poisoned(text: string): TableReport[] {
  const start = text.slice(0, LONG)
  const unknown = table({
    source: start,
    valid: false,
    verdict: 'invalid',
    diagnostics: [
      finding('cell/type', { type: start, format: start, example: start }, { row: 2, line: 2, column: 1, cell: text, suggestion: text }),
    ],
  })
  const tables = [damagedByASpreadsheet(), untidy(), goodWithRemarks(), duplicateLabels(), mendable()]
  return [...tables.map((original) => poison(original, start)), unknown]
}

/** What a terminal or a log would obey. */
export const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
