import type { CellCheck } from '../../core/check.js'
import { numberEnd, readDecimalAt } from './decimalReader.js'

/** West, south, east, north, in degrees (WGS 84): boxes drawn around metropolitan France and five territories overseas. */
const BOXES = Float64Array.of(
  // Metropolitan France
  -5.141277,
  41.333571,
  9.560091,
  51.088989,
  // Guadeloupe
  -61.809839,
  15.832041,
  -61.001959,
  16.514488,
  // Martinique
  -61.229033,
  14.388646,
  -60.809655,
  14.878723,
  // Guyane
  -54.60239,
  2.111055,
  -51.619041,
  5.748138,
  // La Réunion
  55.216526,
  -21.389631,
  55.836654,
  -20.8718,
  // Mayotte
  45.01833,
  -13.005254,
  45.299985,
  -12.63659,
)

const COMMA = 0x2c
const OPENING_BRACKET = 0x5b
const CLOSING_BRACKET = 0x5d
const OPENING_BRACE = 0x7b

const decoder = new TextDecoder()
let longitude = 0
let latitude = 0

/** Borders excluded. */
function isInFrance(x: number, y: number): boolean {
  for (let i = 0; i < BOXES.length; i += 4) {
    if (x > BOXES[i]! && y > BOXES[i + 1]! && x < BOXES[i + 2]! && y < BOXES[i + 3]!) return true
  }
  return false
}

function skipSpaces(bytes: Uint8Array, at: number, end: number): number {
  let p = at
  while (p < end && (bytes[p] === 0x20 || (bytes[p]! >= 0x09 && bytes[p]! <= 0x0d))) p++
  return p
}

/** `lon, lat` and `[lon, lat]`, into `longitude` and `latitude`. */
function readPair(bytes: Uint8Array, start: number, end: number): boolean {
  let p = skipSpaces(bytes, start, end)
  const isArray = p < end && bytes[p] === OPENING_BRACKET
  if (isArray) p = skipSpaces(bytes, p + 1, end)
  longitude = readDecimalAt(bytes, p, end)
  p = skipSpaces(bytes, numberEnd, end)
  if (Number.isNaN(longitude) || p >= end || bytes[p] !== COMMA) return false
  p = skipSpaces(bytes, p + 1, end)
  latitude = readDecimalAt(bytes, p, end)
  p = skipSpaces(bytes, numberEnd, end)
  if (isArray) {
    if (p >= end || bytes[p] !== CLOSING_BRACKET) return false
    p = skipSpaces(bytes, p + 1, end)
  }
  return !Number.isNaN(latitude) && p === end
}

/** Whatever else a geopoint can look like: objects, numbers between quotes. */
function readJson(text: string): boolean {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return false
  }
  if (Array.isArray(value)) {
    if (value.length !== 2) return false
    longitude = degrees(value[0])
    latitude = degrees(value[1])
  } else if (typeof value === 'object' && value !== null) {
    longitude = degrees('lon' in value ? value.lon : undefined)
    latitude = degrees('lat' in value ? value.lat : undefined)
  } else return false
  return !Number.isNaN(longitude) && !Number.isNaN(latitude)
}

const degrees = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN

function readPosition(bytes: Uint8Array, start: number, end: number): boolean {
  if (readPair(bytes, start, end)) return true
  const p = skipSpaces(bytes, start, end)
  if (p >= end || (bytes[p] !== OPENING_BRACE && bytes[p] !== OPENING_BRACKET)) return false
  return readJson(decoder.decode(bytes.subarray(p, end)))
}

/**
 * A position in France, longitude first. Faults: 1 elsewhere, 2 in France once longitude and latitude change places, 3 no position.
 * Saint-Pierre-et-Miquelon, Saint-Barthélemy and the Pacific are elsewhere, as for Validata.
 */
export const frenchGpsCoordinates: CellCheck = {
  type: 'french-gps-coordinates',
  codes: { 2: 'row/reversed-french-gps-coordinates' },
  compile: (_params, { format }) => ({
    test(bytes, start, end) {
      if (!readPosition(bytes, start, end)) return 3
      if (isInFrance(longitude, latitude)) return 0
      return isInFrance(latitude, longitude) ? 2 : 1
    },
    details: { format },
  }),
}
