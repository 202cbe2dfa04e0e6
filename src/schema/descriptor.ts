// Reading values of unknown shape.

export type Descriptor = Readonly<Record<string, unknown>>

export function isDescriptor(value: unknown): value is Descriptor {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `null` counts as absent. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

const MOST_LEVELS = 64

/** Whether lists and objects hold one another to more levels than an honest descriptor's: whoever walks through them would recurse as deep. */
export function isTooDeep(value: unknown, levels: number = MOST_LEVELS): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item) => isTooDeep(item, levels - 1))
}

/** The texts among these properties, and no others. */
export function textProperties<K extends string>(descriptor: Descriptor, names: readonly K[]): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {}
  for (const name of names) {
    const value = descriptor[name]
    if (isText(value)) texts[name] = value
  }
  return texts
}

/** A text, or a list of texts, as a list without repetition; undefined: neither. */
export function readNames(value: unknown): string[] | undefined {
  const names = Array.isArray(value) ? value : [value]
  return names.every(isText) ? [...new Set(names.map((name) => name.trim()))] : undefined
}
