// Which registry is asked, and what the addresses of its catalogue mean there.
import { ScdlError } from '../../core/error.js'

const PUBLIC_REGISTRY = 'https://schema.data.gouv.fr/'

/** `given`, else `$SCDL_REGISTRY`, else the public registry; always ends in a slash. Throws `ScdlError('bad-option-value')`. */
export function registryAddress(given: string | undefined, env: NodeJS.ProcessEnv = process.env): URL {
  const text = given ?? (env.SCDL_REGISTRY || PUBLIC_REGISTRY)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ScdlError('bad-option-value', { option: given === undefined ? 'SCDL_REGISTRY' : '--registry', value: text, expected: 'url' })
  }
  url.search = url.hash = ''
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

/** Mirrors repeat the catalogue of the public registry: its absolute addresses then mean the mirror. undefined: no address. */
export function addressIn(registry: URL, written: string): URL | undefined {
  if (!URL.canParse(written, registry.href)) return undefined
  const url = new URL(written, registry)
  if (url.origin === registry.origin || url.origin !== new URL(PUBLIC_REGISTRY).origin) return url
  return new URL(`.${url.pathname}${url.search}`, registry)
}
