// GeoJSON (https://www.rfc-editor.org/rfc/rfc7946) as Validata takes it: positions of two numbers, rings of four positions that
// need not close, coordinates not bounded, `crs` as in GeoJSON of 2008; a feature in a collection need not repeat its type.
import { arrayOf, isNumber, isRecord } from './jsonValue.js'

type JsonTest = (value: unknown) => boolean

const isPosition: JsonTest = (value) => Array.isArray(value) && value.length === 2 && value.every(isNumber)
const isPolygon = arrayOf(arrayOf(isPosition, 4))
const isLine = arrayOf(isPosition, 2)

const COORDINATES: Readonly<Record<string, JsonTest>> = {
  Point: isPosition,
  MultiPoint: arrayOf(isPosition),
  LineString: isLine,
  MultiLineString: arrayOf(isLine),
  Polygon: isPolygon,
  MultiPolygon: arrayOf(isPolygon),
}

const isGeometry: JsonTest = (value) =>
  isRecord(value) &&
  typeof value.type === 'string' &&
  Object.hasOwn(COORDINATES, value.type) &&
  COORDINATES[value.type]?.(value.coordinates) === true

const isFeature: JsonTest = (value) =>
  isRecord(value) &&
  (value.type === undefined || value.type === 'Feature') &&
  (value.geometry === null || isGeometry(value.geometry)) &&
  (value.properties === null || isRecord(value.properties))

export function isGeoJson(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { bbox, crs } = value
  if ((bbox !== undefined && !arrayOf(isNumber)(bbox)) || (crs !== undefined && !isCrs(crs))) return false
  switch (value.type) {
    case 'Feature':
      return isFeature(value)
    case 'FeatureCollection':
      return arrayOf(isFeature)(value.features)
    case 'GeometryCollection':
      return arrayOf(isGeometry)(value.geometries)
    default:
      return isGeometry(value)
  }
}

/** A coordinate reference system, by name or by link. */
function isCrs(crs: unknown): boolean {
  if (!isRecord(crs) || Object.keys(crs).length !== 2 || !isRecord(crs.properties)) return false
  const { name, href, type } = crs.properties
  if (crs.type === 'name') return typeof name === 'string' && Object.keys(crs.properties).length === 1
  return crs.type === 'link' && typeof href === 'string' && (type === undefined || typeof type === 'string')
}
