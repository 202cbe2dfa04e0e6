// A longitude and a latitude, in degrees: `lon, lat`, a JSON array of both, or a JSON object with `lon` and `lat`.
// https://specs.frictionlessdata.io/table-schema/#geopoint
import type { FieldType } from '../core/fieldType.js'
import { compileByteClass, everyByteIn } from './byteClass.js'
import { decimalKey, normaliseDecimal, readDecimal } from './decimalText.js'
import { decodeText } from './decodeText.js'
import { OPEN_BRACE, OPEN_BRACKET } from './jsonScan.js'
import { readJson } from './jsonText.js'
import { readPlainDecimal, writePlainKey } from './plainDecimal.js'
import { findPointSpans, type PointSpans } from './pointSpans.js'
import { writeAscii } from './writeAscii.js'

export interface Geopoint {
  lon: number
  lat: number
}

/** In normalised decimals. */
interface PointText {
  lon: string
  lat: string
}

const DOT = 0x2e
const COMMA = 0x2c
/** What a finite number can have in ASCII, and the comma. */
const POSSIBLE = compileByteClass('0123456789+-._eE, \t\n\v\f\r\x1c\x1d\x1e\x1f')
const MOST_LON = 180
const MOST_LAT = 90
/** Figures beyond this many are a mischief. */
const LONGEST = 1000

export const geopoint: FieldType<Geopoint> = {
  constraints: ['required', 'enum'],
  compile({ format }) {
    const isArray = format === 'array'
    const scans = isArray || format === 'default'
    const readText = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
    const spans: PointSpans = { lon: 0, lonEnd: 0, lat: 0, latEnd: 0 }
    const find = (text: string): PointText | undefined => (text.length > LONGEST ? undefined : readText?.(text))

    return {
      test(bytes, start, end) {
        if (scans && findPointSpans(bytes, start, end, isArray, spans)) {
          const lon = readPlainDecimal(bytes, spans.lon, spans.lonEnd, DOT)
          const lat = readPlainDecimal(bytes, spans.lat, spans.latEnd, DOT)
          // up to 15 digits the double is on the same side of the bound as the text
          if (!Number.isNaN(lon) && !Number.isNaN(lat))
            return lon >= -MOST_LON && lon <= MOST_LON && lat >= -MOST_LAT && lat <= MOST_LAT ? 0 : 1
        }
        if (scans && !isArray && !everyByteIn(POSSIBLE, bytes, start, end)) return 1
        return find(decodeText(bytes, start, end)) === undefined ? 1 : 0
      },
      key(bytes, start, end, out) {
        if (scans && findPointSpans(bytes, start, end, isArray, spans)) {
          const length = writePlainKey(bytes, spans.lon, spans.lonEnd, DOT, out)
          out[length] = COMMA
          const more = writePlainKey(bytes, spans.lat, spans.latEnd, DOT, out.subarray(length + 1))
          if (length > 0 && more > 0) return length + 1 + more
        }
        const { lon, lat } = find(decodeText(bytes, start, end)) ?? { lon: '', lat: '' }
        return writeAscii(`${decimalKey(lon)},${decimalKey(lat)}`, out)
      },
      read(text) {
        const point = find(text)
        return point && { lon: readDecimal(point.lon) + 0, lat: readDecimal(point.lat) + 0 }
      },
      canonical(text) {
        const point = format === 'default' ? find(text) : undefined
        return point === undefined ? text : `${point.lon}${/,\s/.test(text) ? ', ' : ','}${point.lat}`
      },
      ...(readText === undefined && { ignored: ['format'] }),
    }
  },
}

const FORMATS: Readonly<Record<string, (text: string) => PointText | undefined>> = {
  default(text) {
    const [lon, lat, ...rest] = text.split(',')
    return rest.length === 0 ? checkPoint(lon, lat) : undefined
  },
  array(text) {
    const items = readJson(OPEN_BRACKET, text)
    return Array.isArray(items) && items.length === 2 ? checkPoint(items[0], items[1]) : undefined
  },
  object(text) {
    const members = readJson(OPEN_BRACE, text) as Record<string, unknown> | undefined
    const isPoint =
      members !== undefined && Object.keys(members).length === 2 && Object.hasOwn(members, 'lon') && Object.hasOwn(members, 'lat')
    return isPoint ? checkPoint(members.lon, members.lat) : undefined
  },
}

/** Coordinates can be numbers or texts. */
function checkPoint(lonWritten: unknown, latWritten: unknown): PointText | undefined {
  const [lon, lat] = [normalise(lonWritten), normalise(latWritten)]
  return lon !== undefined && lat !== undefined && isWithin(lon, MOST_LON) && isWithin(lat, MOST_LAT) ? { lon, lat } : undefined
}

function normalise(coordinate: unknown): string | undefined {
  if (typeof coordinate === 'number') return String(coordinate)
  return typeof coordinate === 'string' ? normaliseDecimal(coordinate) : undefined
}

/** Exactly, however many digits: a text that rounds to the bound is within when its digits do not go beyond. */
function isWithin(normalised: string, most: number): boolean {
  const size = Math.abs(readDecimal(normalised))
  if (size !== most) return size < most
  return decimalKey(normalised).replace(/^-|e.*$/g, '') <= String(most).replace(/0+$/, '')
}
