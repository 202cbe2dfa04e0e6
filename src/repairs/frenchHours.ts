// French opening hours, in OpenStreetMap's notation: `lundi au vendredi de 8h30 à 17h` becomes `Mo-Fr 08:30-17:00`.
import { type HoursToken, type Mark, readHoursTokens } from './hoursTokens.js'

/** Some days, or all where none is named, and when they are open. */
interface Rule {
  months: string
  days: string[]
  hours: string
}

type NamedKind = Exclude<HoursToken['kind'], Mark>

/** What `24h/24, 7j/7` is made of. */
const ALWAYS: readonly HoursToken['kind'][] = ['allDay', 'everyDay', 'and', 'range']
const WEEK = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** Undefined where anything is not understood, or where a day is spoken of twice: a rule would then hide another. */
export function translateHours(written: string): string | undefined {
  const tokens = readHoursTokens(written)
  if (tokens === undefined) return undefined
  const kinds = new Set(tokens.map(({ kind }) => kind))
  if (kinds.has('allDay') && [...kinds].every((kind) => ALWAYS.includes(kind))) return '24/7'
  const rules = new RuleReader(tokens).read()
  if (rules === undefined || !speaksOnceOfEachDay(rules)) return undefined
  return rules.map(({ months, days, hours }) => [months, days.join(','), hours].filter((part) => part !== '').join(' ')).join('; ')
}

class RuleReader {
  readonly #tokens: readonly HoursToken[]
  #at = 0

  constructor(tokens: readonly HoursToken[]) {
    this.#tokens = tokens
  }

  read(): Rule[] | undefined {
    const rules: Rule[] = []
    for (;;) {
      while (this.#skip('end') || (rules.length > 0 && this.#skip('and'))) {}
      if (this.#at === this.#tokens.length) return rules.length > 0 ? rules : undefined
      const rule = this.#rule()
      if (rule === undefined) return undefined
      rules.push(rule)
    }
  }

  #kind(ahead = 0): HoursToken['kind'] | undefined {
    return this.#tokens[this.#at + ahead]?.kind
  }

  #take<K extends NamedKind>(kind: K): Extract<HoursToken, { kind: K }> | undefined {
    const token = this.#tokens[this.#at]
    if (token?.kind !== kind) return undefined
    this.#at++
    return token as Extract<HoursToken, { kind: K }>
  }

  #skip(mark: Mark): boolean {
    if (this.#kind() !== mark) return false
    this.#at++
    return true
  }

  #rule(): Rule | undefined {
    const months = this.#months()
    this.#skip('colon')
    const days = this.#days()
    if (days === undefined || months === undefined) return undefined
    this.#skip('colon')
    if (this.#kind() === 'and' && (this.#kind(1) === 'closed' || this.#kind(1) === 'time')) this.#at++
    if (this.#skip('closed')) return { months, days, hours: 'off' }
    if (this.#skip('allDay')) return { months, days, hours: '00:00-24:00' }
    const hours = this.#hours()
    // A day alone would be open from midnight to midnight: hardly what was meant.
    if (hours === undefined || hours === '') return undefined
    return { months, days, hours }
  }

  #months(): string | undefined {
    const first = this.#take('month')
    if (first === undefined) return ''
    if (!this.#skip('range')) return first.name
    const last = this.#take('month')
    return last && `${first.name}-${last.name}`
  }

  /** Days and ranges of days; empty where none is named, undefined where a range does not end. */
  #days(): string[] | undefined {
    if (this.#skip('everyDay')) return ['Mo-Su']
    const days: string[] = []
    for (;;) {
      const first = this.#take('day')
      if (first === undefined) return days.length === 0 ? days : undefined
      if (this.#skip('range')) {
        const last = this.#take('day')
        if (last === undefined || !WEEK.includes(first.name) || !WEEK.includes(last.name)) return undefined
        days.push(`${first.name}-${last.name}`)
      } else days.push(first.name)
      if (this.#kind() !== 'and' || this.#kind(1) !== 'day') return days
      this.#at++
    }
  }

  /** `09:00-12:00,14:00-17:00`; empty where there is no hour, undefined where one is alone. */
  #hours(): string | undefined {
    const spans: string[] = []
    while (this.#kind() === 'time') {
      const from = this.#take('time')
      if (from === undefined || !this.#skip('range')) return undefined
      const to = this.#take('time')
      if (to === undefined || (!from.marked && !to.marked) || from.minutes === to.minutes) return undefined
      spans.push(`${clock(from.minutes % 1440)}-${clock(to.minutes === 0 ? 1440 : to.minutes)}`)
      if (this.#kind() !== 'and' || this.#kind(1) !== 'time') break
      this.#at++
    }
    return spans.join(',')
  }
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function speaksOnceOfEachDay(rules: readonly Rule[]): boolean {
  const spoken = new Set<string>()
  for (const { months, days } of rules) {
    for (const day of days.length === 0 ? WEEK : days.flatMap(daysOf)) {
      const key = `${months} ${day}`
      if (spoken.has(key)) return false
      spoken.add(key)
    }
  }
  return true
}

/** `Fr-Mo` → Fr, Sa, Su, Mo. */
function daysOf(range: string): string[] {
  const [first = '', last = first] = range.split('-')
  const from = WEEK.indexOf(first)
  if (from < 0) return [first]
  const length = ((WEEK.indexOf(last) - from + 7) % 7) + 1
  return Array.from({ length }, (_, i) => WEEK[(from + i) % 7]!)
}
