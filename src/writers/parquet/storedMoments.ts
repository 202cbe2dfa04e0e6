// Dates, dates with a time, times of day: from the ISO 8601 that their types read.
import type { CompiledType } from '../../core/fieldType.js'
import type { Storage } from './storage.js'

const DATE = /^\d{4}-\d\d-\d\d$/
const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(Z?)$/
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?$/
const DAY_MILLISECONDS = 86_400_000
const MILLION = 1_000_000n

export function dates({ read }: CompiledType): Storage {
  // Most fields have dates in ISO 8601: these need not be read.
  const isIso = read('2001-02-03') === '2001-02-03'
  const isoOf = (text: string): string => (isIso && DATE.test(text) ? text : String(read(text)))
  return {
    takes: (text) => DATE.test(isoOf(text)),
    type: () => ({ type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }),
    store: (text) => Date.parse(`${isoOf(text)}T00:00:00Z`) / DAY_MILLISECONDS,
  }
}

/** `zoned`: instants, which every clock shows otherwise; else what the clock on the wall shows. */
export const moments = ({ read }: CompiledType, zoned: boolean): Storage => ({
  takes: (text) => MOMENT.exec(String(read(text)))?.[3] === (zoned ? 'Z' : ''),
  type: () => ({ type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: zoned, unit: 'MICROS' } }),
  store(text) {
    const [, moment, fraction = ''] = MOMENT.exec(String(read(text)))!
    return BigInt(Date.parse(`${moment}Z`)) * 1000n + microseconds(fraction)
  },
})

export const timesOfDay = ({ read }: CompiledType): Storage => ({
  takes: (text) => TIME.test(String(read(text))),
  type: () => ({
    type: 'INT64',
    converted_type: 'TIME_MICROS',
    logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' },
  }),
  store(text) {
    const [, hours = '', minutes = '', seconds = '', fraction = ''] = TIME.exec(String(read(text)))!
    return BigInt(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * MILLION + microseconds(fraction)
  },
})

const microseconds = (fraction: string): bigint => BigInt(fraction.padEnd(6, '0'))
