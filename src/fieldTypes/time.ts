// Times of day. https://specs.frictionlessdata.io/table-schema/#time, read as in isoText.ts, strptime.ts, looseMoment.ts.
import { timeInstantOf, writeTimeInstant } from './instant.js'
import { scanIsoTime } from './isoScan.js'
import { readIsoTime } from './isoText.js'
import { compileMomentType } from './momentType.js'
import type { Moment } from './strptime.js'

const COLON = 0x3a
const USUAL = /^(\d\d:\d\d:\d\d)(?:[.,](\d+))?(?:([Zz])|([-+]\d\d)(?::?(\d\d))?)?$/

export const time = compileMomentType({
  scan: scanIsoTime,
  isPossible: (bytes, start, end) => end - start >= 8 && bytes[start + 5] === COLON,
  read: readIsoTime,
  tidy,
  readNative: readIsoTime,
  instantOf: timeInstantOf,
  write: writeTimeInstant,
})

/** `hh:mm:ss`, the digits of the fraction and the zone as written. */
function tidy(text: string, moment: Moment): string {
  const [, clock = '', fraction, utc, zoneHours, zoneMinutes = '00'] = USUAL.exec(text) ?? []
  if (clock === '' || clock.startsWith('24')) return writeTimeInstant(timeInstantOf(moment))
  return `${clock}${fraction === undefined ? '' : `.${fraction}`}${utc ? 'Z' : zoneHours ? `${zoneHours}:${zoneMinutes}` : ''}`
}
