// Patterns of dates and times in parts, shared by the reader, the writer and the byte scanner.

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Composite directives, as the C locale has them. */
const COMPOSITES: Readonly<Record<string, string>> = { '%c': '%a %b %d %H:%M:%S %Y', '%x': '%m/%d/%y', '%X': '%H:%M:%S' }

/** The directives (`%Y`), literal characters and runs of white space of a pattern, composite directives written out. */
export function splitFormat(format: string): string[] {
  const parts = format.match(/%\S|\s+|./gu) ?? []
  return parts.flatMap((part) => (Object.hasOwn(COMPOSITES, part) ? splitFormat(COMPOSITES[part] ?? '') : [part]))
}
