// The place of a URL in the cache: readable by a person, safe on every file system, whatever the URL.
import { join } from 'node:path'

const LONGEST_SEGMENT = 100
/** Names that Windows gives to devices, whatever follows their point. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** `<folder>/<host>/<path of the URL>`, always ending in `.json`. */
export function cachePath(folder: string, url: URL): string {
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  const last = segments.pop() ?? 'index'
  const query = url.search === '' ? '' : `~${digest(url.search)}`
  const name = /\.json$/i.test(last) ? last.slice(0, -'.json'.length) : last
  return join(folder, safeSegment(url.host), ...segments.map(safeSegment), `${safeSegment(name)}${query}.json`)
}

function safeSegment(segment: string): string {
  const safe = segment.replace(/[^A-Za-z0-9._%-]/g, '_').replace(/^\.+|\.+$/g, '_')
  if (safe.length > LONGEST_SEGMENT) return `${safe.slice(0, LONGEST_SEGMENT)}~${digest(segment)}`
  return DEVICE.test(safe) ? `_${safe}` : safe
}

/** Few addresses need it: the module is not loaded for the others. */
const digest = (text: string): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 12)
