// What `--schema` means, and which of a standard's versions is asked for.

export type SchemaReference =
  | { kind: 'url'; url: string }
  | { kind: 'path'; path: string }
  | { kind: 'name'; owner?: string; name: string; version?: string }

/** A path ends in `.json` or starts with `./`, `../`, `/` or a drive letter; otherwise a name of the registry: `[owner/]name[@version]`. */
export function readSchemaReference(text: string): SchemaReference {
  if (/^https?:\/\//i.test(text)) return { kind: 'url', url: text }
  if (/\.json$/i.test(text) || /^(\.{0,2}[/\\]|[a-z]:)/i.test(text)) return { kind: 'path', path: text }
  const [, owner, name = text, version] = /^(?:(.+)\/)?([^/@]+)(?:@(.+))?$/.exec(text) ?? []
  return { kind: 'name', name, ...(owner !== undefined && { owner }), ...(version !== undefined && { version }) }
}

/** `paquet.json#horaires`: which table of a data package is meant. What begins with `/` is a place within a JSON document. */
export function splitResource(text: string): { ref: string; resource?: string } {
  const [, ref = text, resource] = /^(.+?)#([^#/\\][^#\\]*)$/.exec(text) ?? []
  const isFileName = resource !== undefined && /\.json$/i.test(resource)
  return resource === undefined || isFileName ? { ref: text } : { ref, resource }
}

/**
 * The newest version that fits: `2.1.1` itself, `2` and `2.1` any that begins so, `latest` or nothing all of them.
 * A pre-release is only given when named, or when there is nothing else.
 */
export function chooseVersion(versions: readonly string[], asked: string | undefined): string | undefined {
  if (asked !== undefined && versions.includes(asked)) return asked
  const wanted = asked === undefined || asked === 'latest' ? '' : asked.replace(/^v/, '')
  const fitting = versions.filter((version) => wanted === '' || `${version.replace(/^v/, '')}.`.startsWith(`${wanted}.`))
  const released = fitting.filter((version) => !version.includes('-'))
  return (released.length > 0 ? released : fitting).toSorted(compareVersions).at(-1)
}

/** A version that names one and no other: `2.1.1`, not `2.1`. */
export const isWholeVersion = (version: string): boolean => /^v?\d+\.\d+\.\d+/.test(version)

/** The newest of `versions`, where it is newer than `version`; pre-releases do not count. */
export function newerVersion(versions: readonly string[], version: string): string | undefined {
  const newest = chooseVersion(versions, undefined)
  return newest !== undefined && !newest.includes('-') && /\d/.test(newest) && compareVersions(newest, version) > 0 ? newest : undefined
}

export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a < b ? -1 : a > b ? 1 : 0
}

const numbersOf = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number)
