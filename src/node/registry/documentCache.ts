// Copies of documents of the web, as files that a person can read: the document as it came, and beside it where and when it came from.
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ScdlError } from '../../core/error.js'
import { writeFault } from '../fileFault.js'
import { MAX_DESCRIPTOR_BYTES, parseDescriptor } from '../parseDescriptor.js'
import { writeAtomically } from '../writeAtomically.js'
import { cachePath } from './cachePath.js'

/** The content of `<document>.meta.json`; dates in ISO 8601. */
export interface CopyFacts {
  url: string
  etag?: string
  lastModified?: string
  /** When the server last said that the document is so. */
  fetched?: string
  /** When the server was last asked, whether it answered or not. */
  asked?: string
  /** Of the document. */
  sha256?: string
}

export interface Copy {
  text: string
  value: unknown
  facts: CopyFacts
}

/** The facts are those of this very document: its ETag can be trusted. */
export const isWhole = async ({ text, facts }: Copy): Promise<boolean> => facts.sha256 === (await sha256(text))

const META = '.meta.json'

/** Who asked is not kept on disk. */
function nameOf(url: URL): string {
  const named = new URL(url)
  named.username = named.password = ''
  return named.href
}

/**
 * Several processes may share the folder: every file appears whole, and a document that is not the one its facts describe (a process
 * ended between the two) is used, but asked for again without its ETag. What cannot be read is as if it were not there.
 */
export class DocumentCache {
  readonly folder: string
  readonly #complain: (error: ScdlError) => void
  #complained = false

  /** `complain` is called once, with the first `write-failed`: work goes on without the cache. */
  constructor(folder: string, complain: (error: ScdlError) => void) {
    this.folder = folder
    this.#complain = complain
  }

  /** Something could not be kept. */
  get hasFailed(): boolean {
    return this.#complained
  }

  async read(url: URL): Promise<Copy | undefined> {
    const path = cachePath(this.folder, url)
    const [text, facts] = await Promise.all([readText(path), this.facts(url)])
    if (text === undefined) return undefined
    try {
      return { text, value: parseDescriptor(text, path), facts }
    } catch {
      return undefined
    }
  }

  async facts(url: URL): Promise<CopyFacts> {
    const unknown = { url: nameOf(url) }
    const text = await readText(cachePath(this.folder, url) + META)
    if (text === undefined) return unknown
    try {
      const value: unknown = JSON.parse(text)
      return isFacts(value) && value.url === nameOf(url) ? value : unknown
    } catch {
      return unknown
    }
  }

  /** The document first: facts without their document would answer for one that is not there. */
  async write(url: URL, text: string, facts: CopyFacts): Promise<void> {
    await this.#put(cachePath(this.folder, url), text)
    await this.writeFacts(url, { ...facts, sha256: await sha256(text) })
  }

  async writeFacts(url: URL, facts: CopyFacts): Promise<void> {
    await this.#put(cachePath(this.folder, url) + META, `${JSON.stringify({ ...facts, url: nameOf(url) }, null, 2)}\n`)
  }

  /** The addresses of the documents that the cache has below `url`. */
  async below(url: URL): Promise<URL[]> {
    const folder = cachePath(this.folder, new URL('x.json', url)).slice(0, -'/x.json'.length)
    const names = await readdir(folder, { recursive: true }).catch((): string[] => [])
    const found: URL[] = []
    for (const name of names.sort()) {
      if (!name.endsWith(META)) continue
      const facts: unknown = parseJson((await readText(join(folder, name))) ?? '')
      if (isFacts(facts) && URL.canParse(facts.url)) found.push(new URL(facts.url))
    }
    return found
  }

  async #put(path: string, text: string): Promise<void> {
    if (this.#complained) return
    try {
      await makeFolder(dirname(path)).catch((error: unknown) => {
        throw writeFault(error, path)
      })
      await writeAtomically(path, text)
    } catch (error) {
      if (!(error instanceof ScdlError)) throw error
      this.#complained = true
      this.#complain(error)
    }
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    // Node says so of a disk that is read-only as well: asked for one folder only, the system gives its own reason.
    let missing = folder
    while (!(await isThere(dirname(missing)))) missing = dirname(missing)
    await mkdir(missing)
    await mkdir(folder, { recursive: true })
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** What cannot be read is not there, and what is larger than anything we wrote is not ours. */
async function readText(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path)
    return size > MAX_DESCRIPTOR_BYTES ? undefined : await readFile(path, 'utf8')
  } catch {
    return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isFacts(value: unknown): value is CopyFacts {
  if (typeof value !== 'object' || value === null || !('url' in value)) return false
  return Object.values(value).every((fact) => typeof fact === 'string')
}

/** Only what is written or asked about is hashed: the module takes longer to load than a copy to read. */
async function sha256(text: string): Promise<string> {
  const { createHash } = await import('node:crypto')
  return createHash('sha256').update(text).digest('hex')
}
