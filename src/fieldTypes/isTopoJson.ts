// TopoJSON: a topology, or one geometry. https://github.com/topojson/topojson-specification
import { arrayOf, isNumber, isRecord } from './jsonValue.js'

type JsonTest = (value: unknown) => boolean

const isPosition = arrayOf(isNumber, 2)
const isArcs = arrayOf(Number.isInteger)
const isLines = arrayOf(isArcs)

const GEOMETRIES: Readonly<Record<string, (geometry: Readonly<Record<string, unknown>>) => boolean>> = {
  Point: ({ coordinates }) => isPosition(coordinates),
  MultiPoint: ({ coordinates }) => arrayOf(isPosition)(coordinates),
  LineString: ({ arcs }) => isArcs(arcs),
  MultiLineString: ({ arcs }) => isLines(arcs),
  Polygon: ({ arcs }) => isLines(arcs),
  MultiPolygon: ({ arcs }) => arrayOf(isLines)(arcs),
  GeometryCollection: ({ geometries }) => arrayOf(isGeometry)(geometries),
}

export function isTopoJson(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { bbox } = value
  const isBox = bbox === undefined || (Array.isArray(bbox) && bbox.length === 2 && bbox.every(arrayOf(isNumber)))
  return isBox && (value.type === 'Topology' ? isTopology(value) : isGeometry(value))
}

function isGeometry(value: unknown): boolean {
  if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(GEOMETRIES, value.type)) return false
  const { id, properties } = value
  if (id !== undefined && typeof id !== 'string' && !Number.isInteger(id)) return false
  return (properties === undefined || isRecord(properties)) && GEOMETRIES[value.type]?.(value) === true
}

function isTopology({ objects, arcs, transform }: Readonly<Record<string, unknown>>): boolean {
  const isArc: JsonTest = arrayOf((position) => position === null || isPosition(position), 2)
  const isTransform = transform === undefined || (isRecord(transform) && isPosition(transform.scale) && isPosition(transform.translate))
  return isTransform && isRecord(objects) && Object.values(objects).every(isGeometry) && arrayOf(isArc)(arcs)
}
