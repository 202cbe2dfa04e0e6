// JSON documents of the web with a copy on disk: what is at hand, what is asked for, and when.

import { ScdlError } from '../../core/error.js'
import type { Notice } from '../../core/notice.js'
import { parseDescriptor } from '../parseDescriptor.js'
import { type CopyFacts, DocumentCache, isWhole } from './documentCache.js'
import type { Downloaded } from './download.js'

export interface DocumentsOptions {
  cacheFolder: string
  /** Whose server may stand on the local network. */
  trustedOrigin: string
  say(notice: Notice): void
  /** In ms since 1970. */
  now(): number
}

export interface Document {
  value: unknown
  /** `cache`: the copy at hand, known to be right or not asked about. */
  origin: 'registry' | 'cache'
  /** When the server last gave it so. ISO 8601. */
  fetched?: string
}

/**
 * `short`: something else can serve; all such waits of a run together take less than 3 seconds, with the time to load what asks.
 * `long`: nothing else can, or the user asked for it.
 */
export type Patience = 'short' | 'long'

const DAY = 24 * 60 * 60 * 1000
const SHORT_WAITS = 2700
const LONG_WAIT = 10_000

export class Documents {
  readonly cache: DocumentCache
  readonly #options: DocumentsOptions
  #endOfShortWaits: number | undefined

  constructor(options: DocumentsOptions) {
    this.#options = options
    this.cache = new DocumentCache(options.cacheFolder, ({ details }) =>
      options.say({ code: 'cache-not-written', details: { folder: options.cacheFolder, reason: details.reason } }),
    )
  }

  async atHand(url: URL): Promise<Document | undefined> {
    const copy = await this.cache.read(url)
    return copy && { value: copy.value, origin: 'cache', ...when(copy.facts) }
  }

  /**
   * It was not asked for today, whatever the answer; or it was given, and its copy is damaged. A date to come is a clock that was wrong.
   */
  async isDue(url: URL, isAtHand: boolean): Promise<boolean> {
    const { asked = '', fetched } = await this.cache.facts(url)
    if (fetched !== undefined && !isAtHand) return true
    const elapsed = this.#options.now() - Date.parse(asked)
    return !(elapsed >= 0 && elapsed < DAY)
  }

  /**
   * Asks the server, and keeps what it gives. `accepts`: whether it is what was asked for; a copy that is not is as if it were not there.
   * Throws `ScdlError`: `download-failed`, `private-address`, `limit-exceeded`.
   */
  async ask(url: URL, patience: Patience, accepts: (value: unknown) => boolean): Promise<Document> {
    const { now, trustedOrigin } = this.#options
    const found = await this.cache.read(url)
    const copy = found !== undefined && accepts(found.value) ? found : undefined
    const asked = new Date(now()).toISOString()
    // Before the answer, so that other processes, and a run that is interrupted, do not ask once more.
    await this.cache.writeFacts(url, { ...(copy?.facts ?? { url: url.href }), asked })
    const { download } = await import('./download.js')
    const got = await download(url, {
      deadline: this.#deadline(patience),
      trustedOrigin,
      ...(copy !== undefined && (await isWhole(copy)) && { etag: copy.facts.etag, lastModified: copy.facts.lastModified }),
    })
    if (got === 'same' && copy !== undefined) {
      await this.cache.writeFacts(url, { ...copy.facts, asked, fetched: asked })
      return { value: copy.value, origin: 'cache', fetched: asked }
    }
    const { text, ...facts } = got as Exclude<Downloaded, 'same'>
    const value = parseDocument(text, url)
    if (!accepts(value)) throw new ScdlError('download-failed', { path: url.href, reason: 'not-it' })
    await this.cache.write(url, text, { url: url.href, ...facts, fetched: asked, asked })
    return { value, origin: 'registry', fetched: asked }
  }

  #deadline(patience: Patience): number {
    if (patience === 'long') return performance.now() + LONG_WAIT
    this.#endOfShortWaits ??= performance.now() + SHORT_WAITS
    return this.#endOfShortWaits
  }
}

/** A web page, or half a document, in place of what was asked for. */
function parseDocument(text: string, url: URL): unknown {
  try {
    return parseDescriptor(text, url.href)
  } catch (error) {
    const isPage = error instanceof ScdlError && error.code === 'schema-not-json'
    throw isPage ? new ScdlError('download-failed', { path: url.href, reason: 'not-it' }, { cause: error }) : error
  }
}

const when = ({ fetched }: CopyFacts): { fetched?: string } => (fetched === undefined ? {} : { fetched })
