// A file of the web, as bytes that can be read again.
import { ScdlError } from '../core/error.js'
import type { Source } from '../core/source.js'
import { withoutPassword } from '../core/withoutPassword.js'
import { spooledSource } from './fileSource.js'
import { askWeb, networkFault } from './registry/askWeb.js'

/** What no table reaches, and a server that never ends does. */
const MAX_BYTES = 4 * 2 ** 30

/**
 * Downloaded at once, put aside until the process ends. A machine of the local network is asked when the address names it, not when
 * another one sends there. Throws `ScdlError`: `unsupported-source`, `download-failed`, `private-address`, `limit-exceeded`.
 */
export async function urlSource(address: string): Promise<Source> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw new ScdlError('unsupported-source', { path: address })
  const source = await askWeb(url, {
    accept: '*/*',
    trustedOrigin: url.origin,
    read: (body, _header, at) => spooledSource(withoutPassword(address), bounded(body, at)),
  })
  if (source === 'same') throw new Error('an answer to a question that was not asked')
  return source
}

async function* bounded(body: AsyncIterable<Uint8Array>, url: URL): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > MAX_BYTES) throw new ScdlError('limit-exceeded', { limit: 'sourceBytes', value: MAX_BYTES, path: url.href })
      yield chunk
    }
  } catch (error) {
    throw error instanceof ScdlError ? error : networkFault(error, url)
  }
}
