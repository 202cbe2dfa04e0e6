import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const geo = compileType('geojson')
const topo = compileType('geojson', { format: 'topojson' })
const RING = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]
const POINT = { type: 'Point', coordinates: [2.35, 48.85] }

describe('geojson', () => {
  it.each([
    POINT,
    { ...POINT, coordinates: [200, 100], x: 1 },
    { type: 'MultiPoint', coordinates: [] },
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    },
    { type: 'MultiLineString', coordinates: [RING] },
    { type: 'Polygon', coordinates: [RING] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    },
    { type: 'MultiPolygon', coordinates: [[RING]] },
    { type: 'GeometryCollection', geometries: [POINT] },
    { type: 'Feature', geometry: POINT, properties: null },
    { type: 'Feature', geometry: null, properties: { a: 1 }, id: 3 },
    { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: POINT, properties: {} }], bbox: [0, 0, 1, 1] },
    { ...POINT, crs: { type: 'name', properties: { name: 'EPSG:4326' } } },
    { ...POINT, crs: { type: 'link', properties: { href: 'http://example.org' } } },
  ])('accepts %j', (value) => {
    expect(geo.accepts(JSON.stringify(value))).toBe(true)
    expect(geo.type.read(JSON.stringify(value))).toEqual(value)
  })

  it.each([
    {},
    { type: 'Point' },
    { ...POINT, coordinates: [] },
    { ...POINT, coordinates: [1] },
    { ...POINT, coordinates: [1, 2, 3] },
    { ...POINT, coordinates: ['1', '2'] },
    { ...POINT, type: 'point' },
    { ...POINT, type: 'constructor' },
    { coordinates: [1, 2] },
    { type: 'LineString', coordinates: [[0, 0]] },
    { type: 'Polygon', coordinates: [RING.slice(1)] },
    { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] },
    { type: 'Feature', geometry: POINT },
    { type: 'Feature', properties: {} },
    { type: 'Feature', geometry: 1, properties: {} },
    { type: 'FeatureCollection', features: [POINT] },
    { ...POINT, bbox: ['0'] },
    { ...POINT, crs: null },
    { ...POINT, crs: { type: 'name', properties: { name: 1 } } },
  ])('refuses %j', (value) => {
    expect(geo.accepts(JSON.stringify(value))).toBe(false)
  })

  it.each(['', '[]', 'x', '{', '"Point"', '{"type":"Point","coordinates":[NaN,1]}'])('refuses %j', (text) => {
    expect(geo.accepts(text)).toBe(false)
    expect(topo.accepts(text)).toBe(false)
  })

  it.each([
    { type: 'LineString', arcs: [42] },
    { type: 'Point', coordinates: [1, 2, 3], id: 'a', properties: {} },
    { type: 'MultiPoint', coordinates: [[1, 2]] },
    { type: 'MultiPolygon', arcs: [[[0, -1]]] },
    { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]] }] },
    {
      type: 'Topology',
      objects: { a: { type: 'MultiLineString', arcs: [[0]] } },
      arcs: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
      transform: { scale: [1, 1], translate: [0, 0] },
      bbox: [[0], [1]],
    },
  ])('accepts %j as TopoJSON', (value) => {
    expect(topo.accepts(JSON.stringify(value))).toBe(true)
  })

  it.each([
    { arcs: [42] },
    { type: 'LineString', arcs: [1.5] },
    { type: 'LineString', coordinates: [[0, 0]] },
    { type: 'Point', coordinates: [1] },
    { type: 'Point', coordinates: [1, 2], id: 1.5 },
    { type: 'Topology', arcs: [] },
    { type: 'Topology', objects: { a: 1 }, arcs: [] },
    { type: 'Topology', objects: {}, arcs: [[[0, 0]]] },
    { type: 'toString' },
  ])('refuses %j as TopoJSON', (value) => {
    expect(topo.accepts(JSON.stringify(value))).toBe(false)
  })

  it('takes any object in a format that it does not know, and says so', () => {
    const { accepts, type } = compileType('geojson', { format: 'wkt' })
    expect(type.ignored).toEqual(['format'])
    expect(accepts('{}')).toBe(true)
    expect(accepts('[]')).toBe(false)
  })
})
