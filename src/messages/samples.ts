// Values made up where a schema gives no example.

const PARTS: Readonly<Record<string, string>> = { Y: '2024', y: '24', m: '07', d: '31', H: '14', M: '30', S: '00', '%': '%' }

/** 31 July 2024, half past two, in this format; undefined where the sample has no such part. */
export function sampleDate(format: string): string | undefined {
  let known = true
  const sample = format.replace(/^fmt:/, '').replace(/%(.)/g, (_all, directive: string) => {
    const part = Object.hasOwn(PARTS, directive) ? PARTS[directive] : undefined
    if (part === undefined) known = false
    return part ?? ''
  })
  return known ? sample : undefined
}

/** A place in France, in a format of geopoint. */
export function samplePosition(format: string): string {
  if (format === 'array') return '[1.44, 43.6]'
  return format === 'object' ? '{"lon": 1.44, "lat": 43.6}' : '1.44, 43.6'
}
