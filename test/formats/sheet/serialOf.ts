/** The days since 1900 or 1904 that a date, a time or a duration in ISO 8601 stands for, as workbooks count them. */
export function serialOf(text: string, date1904: boolean): number {
  const duration = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text)
  if (duration !== null) {
    const [, sign, hours = 0, minutes = 0, seconds = 0] = duration
    return timeOf(Number(hours), Number(minutes), Number(seconds)) * (sign === '-' ? -1 : 1)
  }
  const [, date, year, month, day, time] = /^((\d{4})-(\d\d)-(\d\d))?T?(.+)?$/.exec(text) ?? []
  const [hours, minutes, seconds] = (time ?? '0:0:0').split(':').map(Number)
  const clock = timeOf(hours!, minutes!, seconds!)
  if (date === undefined) return clock
  if (date === '1900-02-29') return 60 + clock
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 86_400_000
  return clock + (date1904 ? days - 1462 : days < 61 ? days - 1 : days)
}

const timeOf = (hours: number, minutes: number, seconds: number): number => (hours * 3600 + minutes * 60 + seconds) / 86_400
