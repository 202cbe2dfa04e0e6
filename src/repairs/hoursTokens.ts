// Opening hours as people write them in French, cut into what matters: days, months, hours, and the words between.

export type Mark = 'range' | 'and' | 'colon' | 'end' | 'closed' | 'allDay' | 'everyDay'

export type HoursToken =
  /** `Mo` … `Su`, `PH`, `SH`. */
  | { kind: 'day'; name: string }
  /** `Jan` … `Dec`. */
  | { kind: 'month'; name: string }
  /** `marked`: written with h, a colon or a point, and so surely an hour. */
  | { kind: 'time'; minutes: number; marked: boolean }
  | { kind: Mark }

/** By French or English word, without accents. `mar` is Tuesday and `mars` the month. */
const DAYS: Readonly<Record<string, string>> = {
  ...words('Mo', 'lundi lundis lun lu monday mon mo'),
  ...words('Tu', 'mardi mardis mar ma tuesday tue tu'),
  ...words('We', 'mercredi mercredis mer me wednesday wed we'),
  ...words('Th', 'jeudi jeudis jeu je thursday thu th'),
  ...words('Fr', 'vendredi vendredis ven ve friday fri fr'),
  ...words('Sa', 'samedi samedis sam sa saturday sat'),
  ...words('Su', 'dimanche dimanches dim di sunday sun su'),
  ...words('PH', 'ph feries ferie'),
  ...words('SH', 'sh'),
}
const MONTHS: Readonly<Record<string, string>> = {
  ...words('Jan', 'janvier janv jan january'),
  ...words('Feb', 'fevrier fevr fev feb february'),
  ...words('Mar', 'mars march'),
  ...words('Apr', 'avril avr apr april'),
  ...words('May', 'mai may'),
  ...words('Jun', 'juin jun june'),
  ...words('Jul', 'juillet juil jul july'),
  ...words('Aug', 'aout aug august'),
  ...words('Sep', 'septembre sept sep september'),
  ...words('Oct', 'octobre oct october'),
  ...words('Nov', 'novembre nov november'),
  ...words('Dec', 'decembre dec december'),
}
const KINDS: Readonly<Record<string, Mark | 'nothing'>> = {
  ...words('range', 'a au jusqu'),
  ...words('and', 'et puis and'),
  ...words('closed', 'ferme fermee fermes fermeture closed off'),
  ...words('nothing', 'le les la de du des ouvert ouverte ouverture horaires horaire jour jours h'),
}

function words<Name extends string>(name: Name, list: string): Record<string, Name> {
  return Object.fromEntries(list.split(' ').map((word) => [word, name]))
}

/** `L-V`: single letters name days only in such a range. */
const INITIALS = /(?<![a-z'])l\s?[-‐-―]\s?([vsd])(?![a-z'])/g
const LAST_DAYS: Readonly<Record<string, string>> = { v: 've', s: 'sa', d: 'di' }

const TOKEN =
  /\s*(?:(24\s*h?(?:eures?)?\s*\/\s*24\s*h?)(?!\d)|(7\s*j?(?:ours?)?\s*(?:\/|sur)\s*7\s*j?)(?!\d)|(tous les jours)|(\d{1,2})\s*(?:(?:h(?:eures?)?|:|\.(?=\d\d))\s*(\d\d)?(?:mn|min)?)|(\d{1,2})(?![\d/])|(midi)\b|(minuit)\b|([a-z]+)\.?|(;|\n|\||\.(?=\s|$))|([-‐-―−→])|([,/&+])|(:)|('))/y

/** Undefined: a word or a sign that opening hours do not hold. */
export function readHoursTokens(written: string): HoursToken[] | undefined {
  const text = written
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .replace(/\bd'(?=[a-z])/g, '')
    .replace(INITIALS, (_, last: string) => `lu-${LAST_DAYS[last] ?? last}`)
    .trim()
  const tokens: HoursToken[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (match === null) return undefined
    const token = tokenOf(match)
    if (token === undefined) return undefined
    if (token !== 'nothing') tokens.push(token)
  }
  return tokens
}

function tokenOf(match: RegExpExecArray): HoursToken | 'nothing' | undefined {
  const [, allDay, everyDay, everyDayInWords, hour, minute, bareHour, noon, midnight, word, end, dash, and, colon] = match
  if (allDay !== undefined) return { kind: 'allDay' }
  if (everyDay !== undefined || everyDayInWords !== undefined) return { kind: 'everyDay' }
  if (hour !== undefined) return timeOf(Number(hour), Number(minute ?? 0), true)
  if (bareHour !== undefined) return timeOf(Number(bareHour), 0, false)
  if (noon !== undefined) return timeOf(12, 0, true)
  if (midnight !== undefined) return timeOf(24, 0, true)
  if (word !== undefined) return wordOf(word)
  if (end !== undefined) return { kind: 'end' }
  if (dash !== undefined) return { kind: 'range' }
  if (and !== undefined) return { kind: 'and' }
  if (colon !== undefined) return { kind: 'colon' }
  return 'nothing'
}

function timeOf(hour: number, minute: number, marked: boolean): HoursToken | undefined {
  const minutes = hour * 60 + minute
  return minute < 60 && minutes <= 1440 ? { kind: 'time', minutes, marked } : undefined
}

function wordOf(word: string): HoursToken | 'nothing' | undefined {
  if (Object.hasOwn(DAYS, word)) return { kind: 'day', name: DAYS[word]! }
  if (Object.hasOwn(MONTHS, word)) return { kind: 'month', name: MONTHS[word]! }
  if (!Object.hasOwn(KINDS, word)) return undefined
  const kind = KINDS[word]!
  return kind === 'nothing' ? kind : { kind }
}
