// The types that an item of an array or of a list can have: the key is the word that a schema uses.
import type { FieldType } from '../core/fieldType.js'
import { any } from './any.js'
import { boolean } from './boolean.js'
import { date } from './date.js'
import { datetime } from './datetime.js'
import { duration } from './duration.js'
import { geojson } from './geojson.js'
import { geopoint } from './geopoint.js'
import { integer } from './integer.js'
import { jsonArray } from './jsonArray.js'
import { number } from './number.js'
import { object } from './object.js'
import { string } from './string.js'
import { time } from './time.js'
import { year } from './year.js'
import { yearmonth } from './yearmonth.js'

export const itemTypes = {
  any,
  string,
  number,
  integer,
  boolean,
  date,
  time,
  datetime,
  year,
  yearmonth,
  duration,
  geopoint,
  geojson,
  object,
  array: jsonArray,
} as const satisfies Record<string, FieldType>
