// The Gregorian calendar carried back, years 1 to 9999, as Python's `date` has it.

const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A month from 1 to 12, else 0 days. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS[month] ?? 0)
}

export function isDate(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1 January of year 1, which is day 0, a Monday. */
export function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  for (let m = 1; m < month; m++) days += daysInMonth(year, m)
  return days + day - 1
}

/** The inverse of `dayNumber`; the year can leave 1 to 9999. */
export function dateOfDay(number: number): { year: number; month: number; day: number } {
  let year = Math.floor(number / 365.2425) + 1
  if (dayNumber(year, 1, 1) > number) year--
  else if (dayNumber(year + 1, 1, 1) <= number) year++
  let day = number - dayNumber(year, 1, 1) + 1
  let month = 1
  for (; day > daysInMonth(year, month); month++) day -= daysInMonth(year, month)
  return { year, month, day }
}

/** 0 for Monday. */
export function weekdayOf(number: number): number {
  return ((number % 7) + 7) % 7
}

/** The day of the year of a weekday (0: Monday) in a numbered week that begins on Monday or on Sunday; 0 and less: the year before. */
export function dayOfWeek(year: number, week: number, weekday: number, fromMonday: boolean): number {
  const shift = fromMonday ? 0 : 1
  const first = (weekdayOf(dayNumber(year, 1, 1)) + shift) % 7
  const day = (weekday + shift) % 7
  return week === 0 ? 1 + day - first : 1 + ((7 - first) % 7) + 7 * (week - 1) + day
}

/** The weekday (0: Monday) of a week of ISO 8601; undefined when the year does not have that week. */
export function dateOfIsoWeek(year: number, week: number, weekday: number) {
  const firstThursday = (y: number) => {
    const fourth = dayNumber(y, 1, 4)
    return fourth - weekdayOf(fourth) + 3
  }
  const thursday = firstThursday(year) + 7 * (week - 1)
  if (year < 1 || week < 1 || thursday >= firstThursday(year + 1)) return undefined
  return dateOfDay(thursday - 3 + weekday)
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
