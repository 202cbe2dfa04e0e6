// Dates and times as OpenDocument writes them, in the form that scdl gives to all workbooks.

/** Without empty fractions of a second and without the zone that some writers add. */
export function isoDate(text: string): string {
  return text.replace(/(T\d\d:\d\d:\d\d)(?:(\.\d*?)0*)?Z?$/, (_, time: string, fraction = '') =>
    fraction === '.' ? time : time + fraction,
  )
}

/** A time of day, from a duration (`PT10H30M00S`); what goes beyond a day, or is shown so, stays a duration: `PT26H30M`. */
export function isoTime(text: string, duration: boolean): string {
  const found = /^(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,](\d{1,9}))?S)?)?$/.exec(text)
  if (found === null) return text
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = found
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
  const h = Math.floor(total / 3600)
  const m = Math.floor(total / 60) % 60
  const rest = fraction.replace(/0+$/, '')
  const s = `${total % 60}${rest === '' ? '' : `.${rest}`}`
  if (duration || h >= 24 || sign === '-') {
    const parts = `${h > 0 ? `${h}H` : ''}${m > 0 ? `${m}M` : ''}${s === '0' ? '' : `${s}S`}`
    return `${sign}PT${parts === '' ? '0S' : parts}`
  }
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(h)}:${two(m)}:${total % 60 < 10 ? '0' : ''}${s}`
}
