// One answer of a web server: redirects, retries, the proxies of the environment. undici is loaded when first needed.
import type { LookupAddress, LookupOptions } from 'node:dns'
import { lookup } from 'node:dns'
import { setTimeout as pause } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import { ScdlError } from '../../core/error.js'
import { version } from '../../version.js'
import { isPrivateAddress, isPrivateHost } from './privateAddress.js'

/** Why a document could not be had. */
export type DownloadReason =
  /** The name of the server is not known: most often there is no network. */
  | 'no-network'
  | 'refused'
  | 'cut'
  | 'timeout'
  /** The certificate is not trusted: often a proxy that reads what passes. */
  | 'certificate'
  | 'proxy'
  | 'status'
  | 'redirects'
  | 'too-large'
  /** What came is not the document that was asked for: a page, half a file. */
  | 'not-it'

export interface WebRequest<T> {
  /** Of `performance.now()`: nothing is waited for beyond. Absent: as long as something comes. */
  deadline?: number
  /** Of the copy at hand: an answer that it is still right needs them. */
  etag?: string | undefined
  lastModified?: string | undefined
  accept: string
  /** Servers of the local network that may be asked: those that the user named. */
  trustedOrigin: string
  /** Reads the answer; what it throws is not asked for again, unless the connection was cut. */
  read(body: AsyncIterable<Uint8Array>, header: (name: string) => string | undefined, url: URL): Promise<T>
}

const MAX_REDIRECTS = 5
const MAX_RETRIES = 2
/** In ms: a connection that is given up with its request would else hold the process for longer. */
const CONNECT_WAIT = 2500
/** In ms, for a server that says nothing more. */
const ANSWER_WAIT = 30_000
/** In ms, before the first retry; doubled for each of the next ones, half of it by chance. */
const FIRST_PAUSE = 250
const WORTH_A_RETRY = [429, 500, 502, 503, 504]

/** `same`: the copy at hand is still right. Throws `ScdlError`: `download-failed`, `private-address`, and what `read` throws. */
export async function askWeb<T>(address: URL, request: WebRequest<T>): Promise<T | 'same'> {
  const { deadline = Number.POSITIVE_INFINITY } = request
  for (let attempt = 0; ; attempt++) {
    try {
      return await inTime(followRedirects(address, request), address, deadline)
    } catch (error) {
      const failure = error instanceof ScdlError ? error : networkFault(error, address)
      const wait = pauseBefore(failure, attempt)
      if (wait === undefined || performance.now() + wait >= deadline) throw failure
      await pause(wait)
    }
  }
}

/** undici does not give a request up while it connects, nor does the system while it looks a name up. */
async function inTime<T>(work: Promise<T>, url: URL, deadline: number): Promise<T> {
  if (deadline === Number.POSITIVE_INFINITY) return work
  let timer: NodeJS.Timeout | undefined
  const timeIsUp = new Promise<never>((_, giveUp) => {
    timer = setTimeout(() => giveUp(failed(url, { reason: 'timeout' })), Math.max(0, deadline - performance.now()))
  })
  work.catch(() => {})
  try {
    return await Promise.race([work, timeIsUp])
  } finally {
    clearTimeout(timer)
  }
}

/** In ms; undefined: asking again would not help. */
function pauseBefore({ code, details }: ScdlError, attempt: number): number | undefined {
  const isWorth = details.reason === 'cut' || (details.reason === 'status' && WORTH_A_RETRY.includes(Number(details.status)))
  if (code !== 'download-failed' || !isWorth || attempt >= MAX_RETRIES) return undefined
  const most = FIRST_PAUSE * 2 ** attempt
  return Math.max(Number(details.retryAfter ?? 0) * 1000, most / 2 + (Math.random() * most) / 2)
}

/** Bundled, a CommonJS package has nothing but a default export. */
const loadUndici = async () => (await import('undici')).default

async function followRedirects<T>(address: URL, request: WebRequest<T>): Promise<T | 'same'> {
  const { request: ask } = await loadUndici()
  const { etag, lastModified, trustedOrigin, deadline, accept } = request
  let url = address
  for (let redirects = 0; ; redirects++) {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw failed(address, { reason: 'redirects' })
    const isTrusted = url.origin === trustedOrigin
    if (!isTrusted && isPrivateHost(url.hostname)) throw new ScdlError('private-address', { path: address.href, host: url.host })
    const { statusCode, headers, body } = await ask(url, {
      dispatcher: await dispatcherFor(isTrusted),
      headersTimeout: ANSWER_WAIT,
      bodyTimeout: ANSWER_WAIT,
      ...(deadline !== undefined && { signal: AbortSignal.timeout(Math.max(1, Math.ceil(deadline - performance.now()))) }),
      headers: {
        'user-agent': `scdl-cli/${version}`,
        accept,
        ...(url.username !== '' && { authorization: basicAuthorization(url) }),
        ...(etag !== undefined && { 'if-none-match': etag }),
        ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
      },
    })
    const header = (name: string): string | undefined => [headers[name] ?? []].flat()[0]
    const next = statusCode >= 300 && statusCode < 400 && statusCode !== 304 ? header('location') : undefined
    if (next === undefined && statusCode === 200) return request.read(body, header, url)
    // Not read: letting go of it is an error to undici.
    body.on('error', () => {}).destroy()
    if (statusCode === 304 && (etag !== undefined || lastModified !== undefined)) return 'same'
    if (next === undefined) {
      const seconds = Number(header('retry-after'))
      throw failed(address, { reason: 'status', status: statusCode, ...(seconds > 0 && { retryAfter: seconds }) })
    }
    if (redirects === MAX_REDIRECTS || !URL.canParse(next, url.href)) throw failed(address, { reason: 'redirects' })
    url = new URL(next, url)
  }
}

/** https://www.rfc-editor.org/rfc/rfc7617: of an address with `user:password@`. */
const basicAuthorization = ({ username, password }: URL): string =>
  `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')}`

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const dispatchers = new Map<boolean, Promise<Dispatcher>>()

/** Connections are let go of when they are idle: nothing has to be closed at the end. */
function dispatcherFor(isTrusted: boolean): Promise<Dispatcher> {
  const made = dispatchers.get(isTrusted) ?? makeDispatcher(isTrusted)
  dispatchers.set(isTrusted, made)
  return made
}

async function makeDispatcher(isTrusted: boolean): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await loadUndici()
  const { env } = process
  return new EnvHttpProxyAgent({
    ...proxy('httpProxy', env.http_proxy ?? env.HTTP_PROXY),
    ...proxy('httpsProxy', env.https_proxy ?? env.HTTPS_PROXY),
    // Not applied to what goes through a proxy, which finds the servers itself.
    connect: { timeout: CONNECT_WAIT, ...(!isTrusted && { lookup: publicLookup }) },
    proxyTls: { timeout: CONNECT_WAIT },
  })
}

/** Many write `proxy.mairie.fr:3128`. */
const proxy = (name: 'httpProxy' | 'httpsProxy', value = ''): { [N in typeof name]?: string } =>
  value === '' ? {} : { [name]: value.includes('://') ? value : `http://${value}` }

class PrivateAddressError extends Error {}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/** A public name may lead to a private address. */
function publicLookup(host: string, options: LookupOptions, found: Found): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const fault = error ?? (addresses.some(({ address }) => isPrivateAddress(address)) ? new PrivateAddressError(host) : null)
    const first = addresses?.[0]
    if (fault !== null || first === undefined) found(fault ?? new Error('no address'), [])
    else if (options.all === true) found(null, addresses)
    else found(null, first.address, first.family)
  })
}

export const failed = (url: URL, details: { reason: DownloadReason; status?: number; retryAfter?: number }): ScdlError =>
  new ScdlError('download-failed', { path: url.href, ...details })

const REASONS: readonly (readonly [RegExp, DownloadReason])[] = [
  [/^(ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EADDRNOTAVAIL)$/, 'no-network'],
  [/^(ECONNREFUSED|EACCES|EPERM)$/, 'refused'],
  [/^(ETIMEDOUT|ABORT_ERR|TimeoutError|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [/CERT|^(UNABLE_TO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH|EPROTO)/, 'certificate'],
  [/^(UND_ERR_ABORTED|UND_ERR_PRX_TLS|UND_ERR_INVALID_ARG|ERR_INVALID_URL)$/, 'proxy'],
  [/^(ECONNRESET|EPIPE|UND_ERR_)/, 'cut'],
]

/** What undici or the system threw, as a fault of the request; a defect of ours stays what it is. */
export function networkFault(error: unknown, url: URL): ScdlError {
  for (let at: unknown = error; at instanceof Error; at = at instanceof AggregateError ? at.errors[0] : at.cause) {
    if (at instanceof PrivateAddressError) return new ScdlError('private-address', { path: url.href, host: url.host }, { cause: error })
    const words = [at.name, 'code' in at ? String(at.code) : '']
    const reason = REASONS.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1]
    if (reason !== undefined) return new ScdlError('download-failed', { path: url.href, reason }, { cause: error })
  }
  throw error
}
