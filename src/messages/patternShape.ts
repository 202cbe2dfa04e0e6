// What a pattern asks for, as far as plain words can tell it: runs of digits and letters, fixed texts, dates, choices, lists.

export type Part =
  | { kind: 'digits' | 'capitals' | 'smalls' | 'letters' | 'capitalsOrDigits' | 'lettersOrDigits'; min: number; max: number }
  | { kind: 'text'; text: string }
  /** `order` holds y, m, d in the order of the text: `y-m-d`, `d/m/y`. */
  | { kind: 'date'; order: string }
  | { kind: 'optional'; parts: Part[] }

export type PatternShape =
  | { kind: 'sequence'; parts: Part[] }
  | { kind: 'choice'; options: string[] }
  /** One or several of the options. */
  | { kind: 'list'; options: string[]; separator: string }
  | { kind: 'webAddress' }
  | { kind: 'communeCode' }

/** Longer sequences say less in words than by example. */
const MAX_PARTS = 6
const MAX_LENGTH = 4000
const COMMUNE = /^\(\[013-9\]\\d\|2\[AB1-9\]\)\\d\{3\}$/
const OPTIONS = '(?:[^()\\\\|]|\\\\.)+(?:\\|(?:[^()\\\\|]|\\\\.)+)*'
/** `(A|B)(,(A|B))*` and `(?:(?:^|,)(A|B))+`. */
const REPEATED = new RegExp(`^\\((?<options>${OPTIONS})\\)(?:\\{1\\})?\\((?<separator>\\\\?[^\\w\\s(])\\(\\k<options>\\)\\)\\*$`)
const STARTED = new RegExp(`^\\(\\?:\\(\\?:\\^\\|(?<separator>\\\\?[^\\w\\s(])\\)\\^?\\((?<options>${OPTIONS})\\)\\)\\+$`)

/** undefined: only the pattern itself can say it. */
export function patternShape(pattern: string): PatternShape | undefined {
  if (pattern.length > MAX_LENGTH) return undefined
  const body = pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')
  if (COMMUNE.test(body)) return { kind: 'communeCode' }
  if (/^(?:\(https\?\)|\(https\|http\)|https\?):\/\/\[\^[^\]]*\](?:\.\[\^[^\]]*\])?[*+]$/.test(body)) return { kind: 'webAddress' }
  const list = (REPEATED.exec(body) ?? STARTED.exec(body))?.groups
  if (list !== undefined) {
    const options = literals(list.options ?? '')
    return options && { kind: 'list', options, separator: (list.separator ?? '').replace('\\', '') }
  }
  const choice = literals(/^\([^()]*\)$/.test(body) ? body.slice(1, -1).replace(/^\?:/, '') : body)
  if (choice !== undefined && choice.length > 1) return { kind: 'choice', options: choice }
  const parts = readParts(body)
  if (parts === undefined || parts.length === 0) return undefined
  const shaped = withDates(parts)
  return shaped.length > MAX_PARTS ? undefined : { kind: 'sequence', parts: shaped }
}

/** The texts of an alternation, when each is a plain text. */
function literals(source: string): string[] | undefined {
  const options = source.split(/(?<!\\)\|/)
  if (options.some((option) => option === '' || /[[\](){}*+?^$.]|\\[\w]/.test(option.replace(/\\\W/g, '')))) return undefined
  return options.map((option) => option.replace(/\\(\W)/g, '$1'))
}

const CLASSES: Readonly<Record<string, Exclude<Part['kind'], 'text' | 'date' | 'optional'>>> = {
  '\\d': 'digits',
  '[0-9]': 'digits',
  '[\\d]': 'digits',
  '[A-Z]': 'capitals',
  '[a-z]': 'smalls',
  '[A-Za-z]': 'letters',
  '[a-zA-Z]': 'letters',
  '[A-Z0-9]': 'capitalsOrDigits',
  '[0-9A-Z]': 'capitalsOrDigits',
  '[A-Za-z0-9]': 'lettersOrDigits',
  '[a-zA-Z0-9]': 'lettersOrDigits',
}

const PIECE =
  /\((?:\?:)?(?<group>(?:[^()\\]|\\.)*)\)\?|(?<class>\\d|\[[^\]]*\])(?:\{(?<min>\d+)(?<to>,(?<max>\d*))?\}|(?<sign>[+*?]))?|\\(?<escaped>\W)|(?<plain>[^\\[\](){}*+?^$.|])/y

function readParts(source: string): Part[] | undefined {
  const parts: Part[] = []
  PIECE.lastIndex = 0
  for (let at = 0; at < source.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at
    const found = PIECE.exec(source)?.groups
    if (found === undefined) return undefined
    const end = PIECE.lastIndex
    const text = found.escaped ?? found.plain
    if (text !== undefined) {
      if (/[*+?{]/.test(source[end] ?? '')) return undefined
      const last = parts.at(-1)
      if (last?.kind === 'text') last.text += text
      else parts.push({ kind: 'text', text })
    } else if (found.group !== undefined) {
      const inner = readParts(found.group)
      if (inner === undefined) return undefined
      parts.push({ kind: 'optional', parts: withDates(inner) })
    } else {
      const kind = CLASSES[found.class ?? '']
      if (kind === undefined) return undefined
      const { min, max } = bounds(found)
      const last = parts.at(-1)
      if (last?.kind === kind) Object.assign(last, { min: last.min + min, max: last.max + max })
      else parts.push({ kind, min, max })
    }
    PIECE.lastIndex = end
  }
  return parts
}

function bounds(found: Record<string, string | undefined>): { min: number; max: number } {
  if (found.sign === '+') return { min: 1, max: Number.POSITIVE_INFINITY }
  if (found.sign === '*') return { min: 0, max: Number.POSITIVE_INFINITY }
  if (found.sign === '?') return { min: 0, max: 1 }
  const min = Number(found.min ?? 1)
  if (found.to === undefined) return { min, max: min }
  return { min, max: found.max === '' ? Number.POSITIVE_INFINITY : Number(found.max) }
}

const DATES: readonly { widths: readonly [number, number, number]; order: string }[] = [
  { widths: [4, 2, 2], order: 'ymd' },
  { widths: [2, 2, 4], order: 'dmy' },
]

/** Digits, sign, digits, sign, digits in the widths of a date become one date. */
function withDates(parts: readonly Part[]): Part[] {
  const found: Part[] = []
  for (let i = 0; i < parts.length; i++) {
    const date = dateAt(parts, i)
    if (date === undefined) found.push(parts[i]!)
    else {
      found.push({ kind: 'date', order: date })
      i += 4
    }
  }
  return found
}

function dateAt(parts: readonly Part[], at: number): string | undefined {
  const [first, sign, second, again, third] = parts.slice(at, at + 5)
  if (sign?.kind !== 'text' || again?.kind !== 'text' || sign.text !== again.text || !['-', '/', '.'].includes(sign.text)) return undefined
  const widths = [first, second, third].map((part) => (part?.kind === 'digits' && part.min === part.max ? part.min : 0))
  const known = DATES.find((date) => date.widths.every((width, i) => width === widths[i]))
  return known?.order.split('').join(sign.text)
}
