// What JSON values are made of.

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value)
}

/** The test of an array of so many items at least, all of which pass `isItem`. */
export function arrayOf(isItem: (item: unknown) => boolean, least = 0): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.length >= least && value.every(isItem)
}
