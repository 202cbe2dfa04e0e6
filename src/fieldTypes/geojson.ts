// JSON objects of GeoJSON, or of TopoJSON. https://specs.frictionlessdata.io/table-schema/#geojson
import { asWritten, type FieldType } from '../core/fieldType.js'
import { decodeText } from './decodeText.js'
import { isGeoJson } from './isGeoJson.js'
import { isTopoJson } from './isTopoJson.js'
import { isJson, OPEN_BRACE } from './jsonScan.js'
import { jsonKey, parseJson, readJson } from './jsonText.js'

const FORMATS: Readonly<Record<string, (value: unknown) => boolean>> = { default: isGeoJson, topojson: isTopoJson }
const encoder = new TextEncoder()

export const geojson: FieldType<object> = {
  constraints: ['required', 'enum'],
  compile({ format }) {
    const accepts = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
    return {
      test(bytes, start, end) {
        if (!isJson(OPEN_BRACE, bytes, start, end)) return 1
        return accepts === undefined || accepts(parseJson(decodeText(bytes, start, end))) ? 0 : 1
      },
      key: (bytes, start, end, out) => encoder.encodeInto(jsonKey(decodeText(bytes, start, end)), out).written,
      read(text) {
        const value = readJson(OPEN_BRACE, text) as object | undefined
        return value === undefined || accepts?.(value) === false ? undefined : value
      },
      canonical: asWritten,
      ...(accepts === undefined && { ignored: ['format'] }),
    }
  },
}
