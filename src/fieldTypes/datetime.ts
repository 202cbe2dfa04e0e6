// Dates with a time. https://specs.frictionlessdata.io/table-schema/#datetime, read as in isoText.ts, strptime.ts, looseMoment.ts.
import { instantOf, writeInstant } from './instant.js'
import { scanIsoMoment } from './isoScan.js'
import { readIsoMoment } from './isoText.js'
import { compileMomentType } from './momentType.js'
import type { Moment } from './strptime.js'

const COLON = 0x3a
const USUAL = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:[.,](\d+))?(?:([Zz])|([-+]\d\d)(?::?(\d\d))?)?$/
const DATE = /^\d{4}-\d\d-\d\d$/

export const datetime = compileMomentType({
  scan: scanIsoMoment,
  isPossible: (bytes, start, end) => end - start >= 19 && bytes[start + 16] === COLON,
  read: readIsoMoment,
  tidy,
  // a date cell without a time is at midnight
  readNative: (text) => readIsoMoment(DATE.test(text) ? `${text}T00:00:00` : text),
  instantOf,
  write: writeInstant,
})

/** `YYYY-MM-DDThh:mm:ss`, the digits of the fraction and the zone as written. */
function tidy(text: string, moment: Moment): string {
  const [, date, time = '', fraction, utc, zoneHours, zoneMinutes = '00'] = USUAL.exec(DATE.test(text) ? `${text}T00:00:00` : text) ?? []
  if (date === undefined || time.startsWith('24')) return writeInstant(instantOf(moment))
  return `${date}T${time}${fraction === undefined ? '' : `.${fraction}`}${utc ? 'Z' : zoneHours ? `${zoneHours}:${zoneMinutes}` : ''}`
}
