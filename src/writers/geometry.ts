// Where the rows of a table are: from a column of GeoJSON, of points, or two columns of longitude and latitude.
import type { Batch } from '../core/batch.js'
import type { CompiledField } from '../core/compileField.js'
import type { WrittenColumn } from '../core/writer.js'

export interface Geometry {
  /** As JSON; `null` where the row does not say. */
  shape: string
  /** Nothing of the column is left to tell. */
  isWhole: boolean
}

export interface GeometryReader {
  /** The column that holds whole geometries. */
  own?: number
  read(batch: Batch, row: number): Geometry
}

const NONE: Geometry = { shape: 'null', isWhole: false }
/** Parts of a name that say what the column holds, in French and in English. */
const LONGITUDE = /^(?:x?long(?:itude)?|lon|lng)$/
const LATITUDE = /^(?:y?lat(?:itude)?)$/
const SHAPES: readonly unknown[] = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']

const decoder = new TextDecoder()

/** undefined: no column says where the rows are. */
export function geometryOf(columns: readonly WrittenColumn[]): GeometryReader | undefined {
  const ofType = (type: string): number =>
    columns.findIndex(({ compiled }) => compiled?.field.type === type && compiled.field.format !== 'topojson')
  const shapes = ofType('geojson')
  if (shapes >= 0) return { own: shapes, read: (batch, row) => shapeOf(valueAt(columns, shapes, batch, row)) }
  const points = ofType('geopoint')
  if (points >= 0) return { read: (batch, row) => pointOf(valueAt(columns, points, batch, row)) }
  const named = (pattern: RegExp): number =>
    columns.findIndex(({ name, compiled }) => compiled?.type.cellKind === 'number' && wordsOf(name).some((word) => pattern.test(word)))
  const longitude = named(LONGITUDE)
  const latitude = named(LATITUDE)
  if (longitude < 0 || latitude < 0) return undefined
  return {
    read: (batch, row) => pointOf({ lon: valueAt(columns, longitude, batch, row), lat: valueAt(columns, latitude, batch, row) }),
  }
}

/** `EQUIP_LONG`, `pointLongitude`. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)

/** undefined where the cell is empty, or the field does not accept it. */
function valueAt(columns: readonly WrittenColumn[], column: number, batch: Batch, row: number): unknown {
  const compiled = columns[column]?.compiled
  const i = batch.first[row]! + column
  if (compiled === undefined || i >= batch.first[row + 1]!) return undefined
  return readValue(compiled, batch.bytes, batch.start[i]!, batch.end[i]!)
}

function readValue({ type, isMissing }: CompiledField, bytes: Uint8Array, start: number, end: number): unknown {
  if (isMissing(bytes, start, end) || type.test(bytes, start, end) !== 0) return undefined
  return type.read(decoder.decode(bytes.subarray(start, end)))
}

function pointOf(value: unknown): Geometry {
  const { lon, lat } = isObject(value) ? value : {}
  if (typeof lon !== 'number' || typeof lat !== 'number' || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) return NONE
  return { shape: `{"type":"Point","coordinates":[${lon},${lat}]}`, isWhole: false }
}

/** Of a feature, its geometry; what else it holds stays in its column. */
function shapeOf(value: unknown): Geometry {
  if (!isObject(value)) return NONE
  if (SHAPES.includes(value.type)) return { shape: JSON.stringify(value), isWhole: true }
  if (value.type === 'Feature') return { ...shapeOf(value.geometry), isWhole: false }
  return NONE
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
