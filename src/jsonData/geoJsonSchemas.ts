// The schemas of GeoJSON (https://www.rfc-editor.org/rfc/rfc7946), under the addresses at which the registry's schemas refer to them.
// Written so that a fault is told of the geometry that the file announces, not of each of those that it could have been.

type Json = Readonly<Record<string, unknown>>

const list = (items: Json, minItems?: number): Json => ({ type: 'array', ...(minItems !== undefined && { minItems }), items })
const position = list({ type: 'number' }, 2)
const line = list(position, 2)
const polygon = list(list(position, 4))
const bbox = list({ type: 'number' }, 4)

const COORDINATES: Readonly<Record<string, Json>> = {
  Point: position,
  MultiPoint: list(position),
  LineString: line,
  MultiLineString: list(line),
  Polygon: polygon,
  MultiPolygon: list(polygon),
}
const SIMPLE = Object.keys(COORDINATES)
const GEOMETRIES = [...SIMPLE, 'GeometryCollection']

const address = (name: string): string => `https://geojson.org/schema/${name}.json`
const object = (type: string, members: Json, required: readonly string[]): Json => ({
  type: 'object',
  required: ['type', ...required],
  properties: { type: { enum: [type] }, ...members, bbox },
})

/** What `type` says decides which rules hold. */
const oneOfTypes = (types: readonly string[], orNull = false): Json => ({
  type: orNull ? ['object', 'null'] : 'object',
  required: ['type'],
  properties: { type: { enum: types } },
  allOf: types.map((type) => ({
    if: { type: 'object', required: ['type'], properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { $ref: address(type) },
  })),
})

const collection = object('GeometryCollection', { geometries: list(oneOfTypes(SIMPLE)) }, ['geometries'])
const feature = object(
  'Feature',
  { id: { type: ['number', 'string'] }, properties: { type: ['object', 'null'] }, geometry: oneOfTypes(GEOMETRIES, true) },
  ['properties', 'geometry'],
)

const SCHEMAS: Readonly<Record<string, Json>> = {
  ...Object.fromEntries(Object.entries(COORDINATES).map(([type, coordinates]) => [type, object(type, { coordinates }, ['coordinates'])])),
  GeometryCollection: collection,
  Geometry: oneOfTypes(GEOMETRIES),
  Feature: feature,
  FeatureCollection: object('FeatureCollection', { features: list({ $ref: address('Feature') }) }, ['features']),
  GeoJSON: oneOfTypes([...GEOMETRIES, 'Feature', 'FeatureCollection']),
}

/** By address, in its two usual forms. */
export const geoJsonSchemas: ReadonlyMap<string, Json> = new Map(
  Object.entries(SCHEMAS).flatMap(([name, schema]) =>
    ['https', 'http'].map((scheme): [string, Json] => [`${scheme}://geojson.org/schema/${name}.json`, schema]),
  ),
)
