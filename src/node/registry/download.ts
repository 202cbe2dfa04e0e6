// One document of the web as text.
import { MAX_DESCRIPTOR_BYTES } from '../parseDescriptor.js'
import { askWeb, failed, type WebRequest } from './askWeb.js'

export interface DownloadRequest extends Pick<WebRequest<never>, 'etag' | 'lastModified' | 'trustedOrigin'> {
  /** Of `performance.now()`: nothing is waited for beyond. */
  deadline: number
}

/** `same`: the copy at hand is still right. */
export type Downloaded = 'same' | { text: string; etag?: string; lastModified?: string }

/** Throws `ScdlError`: `download-failed`, `private-address`. */
export function download(address: URL, request: DownloadRequest): Promise<Downloaded> {
  return askWeb(address, {
    ...request,
    accept: 'application/json, */*;q=0.5',
    async read(body, header, url) {
      const text = await readText(body, url)
      const etag = header('etag')
      const lastModified = header('last-modified')
      return { text, ...(etag && { etag }), ...(lastModified && { lastModified }) }
    },
  })
}

async function readText(body: AsyncIterable<Uint8Array>, url: URL): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_DESCRIPTOR_BYTES) throw failed(url, { reason: 'too-large' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
