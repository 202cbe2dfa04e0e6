/** A format as it is written in sentences. */
export const formatName = (name: string): string => (name === 'geojson' ? 'GeoJSON' : name.toUpperCase())
