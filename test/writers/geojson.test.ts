import { describe, expect, it } from 'vitest'
import type { LoadedSchema } from '../../src/index.js'
import { convertText, schemaOf } from '../convert/convertText.js'

async function features(content: string, schema: LoadedSchema) {
  const { text, conversion } = await convertText(content, schema, { to: 'geojson', format: { delimiter: ';' } })
  const collection = JSON.parse(text) as {
    type: string
    features: { type: string; geometry: unknown; properties: Record<string, unknown> }[]
  }
  expect(collection.type).toBe('FeatureCollection')
  expect(collection.features.every(({ type }) => type === 'Feature')).toBe(true)
  return { features: collection.features, conversion, text }
}
const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })

describe('a map', () => {
  it.each(['default', 'array', 'object'])('of points: geopoint, %s', async (format) => {
    const schema = schemaOf({ nom: { type: 'string' }, lieu: { type: 'geopoint', format } })
    const cell = { default: '1.44,43.6', array: '"[1.44, 43.6]"', object: '"{""lon"": 1.44, ""lat"": 43.6}"' }[format]
    const found = await features(`nom;lieu\nA;${cell}\nB;\nC;nulle part\n`, schema)
    expect(found.features.map(({ geometry }) => geometry)).toEqual([point(1.44, 43.6), null, null])
    expect(found.features.map(({ properties }) => properties.nom)).toEqual(['A', 'B', 'C'])
    expect(found.features[2]!.properties.lieu).toBe('nulle part')
  })

  it.each([
    ['longitude', 'latitude'],
    ['EQUIP_LONG', 'EQUIP_LAT'],
    ['Xlong', 'Ylat'],
    ['pointLongitude', 'pointLatitude'],
    ['lng', 'lat'],
  ])('of two columns, %s and %s', async (longitude, latitude) => {
    const schema = schemaOf({ longueur: { type: 'number' }, [latitude]: { type: 'number' }, [longitude]: { type: 'number' } })
    const found = await features(`longueur;${latitude};${longitude}\n5;43.6;1.44\n5;43.6;\n5;6279642.9;574357.8\n`, schema)
    expect(found.features.map(({ geometry }) => geometry)).toEqual([point(1.44, 43.6), null, null])
    expect(found.features[0]!.properties).toEqual({ longueur: 5, [latitude]: 43.6, [longitude]: 1.44 })
  })

  it('of shapes: a geometry is told once; what else a feature holds stays', async () => {
    const schema = schemaOf({ nom: { type: 'string' }, forme: { type: 'geojson' }, lieu: { type: 'geopoint' } })
    const quoted = (value: object) => `"${JSON.stringify(value).replaceAll('"', '""')}"`
    const feature = { type: 'Feature', geometry: point(2, 3), properties: { a: 1 } }
    const found = await features(`nom;forme;lieu\nA;${quoted(point(1, 2))};5,6\nB;${quoted(feature)};\nC;;5,6\n`, schema)
    expect(found.features.map(({ geometry }) => geometry)).toEqual([point(1, 2), point(2, 3), null])
    expect(found.features[0]!.properties).toEqual({ nom: 'A', lieu: { lon: 5, lat: 6 } })
    expect(found.features[1]!.properties.forme).toEqual(feature)
  })

  it('keeps the other columns, and of a table without rows is empty', async () => {
    const schema = schemaOf({ lieu: { type: 'geopoint' } })
    const found = await features('lieu;autre;code\n1,2;x;00123\n', schema)
    expect(found.features[0]!.properties).toEqual({ lieu: { lon: 1, lat: 2 }, autre: 'x', code: '00123' })
    expect((await features('lieu;autre\n', schema)).features).toEqual([])
  })

  it('is refused where no column says where the rows are', async () => {
    const schema = schemaOf({
      nom: { type: 'string' },
      longueur: { type: 'number' },
      plat: { type: 'number' },
      longitude: { type: 'string' },
    })
    await expect(convertText('nom;longueur\nA;1\n', schema, { to: 'geojson' })).rejects.toMatchObject({ code: 'no-geometry' })
  })
})
