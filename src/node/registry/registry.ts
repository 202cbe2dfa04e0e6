// The registry of schemas: its catalogue and its descriptors, from its server or from the copies of earlier days.
import { ScdlError } from '../../core/error.js'
import type { Notice } from '../../core/notice.js'
import { isDescriptor } from '../../schema/descriptor.js'
import { cacheFolder } from './cacheFolder.js'
import { type Document, Documents, type Patience } from './documents.js'
import { type Catalogue, type CatalogueEntry, readCatalogue } from './readCatalogue.js'
import { addressIn, registryAddress } from './registryAddress.js'

/** When the server is asked: at most once a day, now, never. `ci`: never either, for another reason. */
export type Asking = 'daily' | 'now' | 'offline' | 'ci'

export interface RegistryOptions {
  /** Default: `$SCDL_REGISTRY`, else https://schema.data.gouv.fr. */
  address?: string
  /** Default: `$SCDL_CACHE_DIR`, else the platform's folder for caches. */
  cacheFolder?: string
  /** Default: `ci` where `$CI` is set, else `daily`. */
  asking?: Asking
  /** What the user should know; default: nothing is said. */
  say?(notice: Notice): void
  /** The clock, in ms since 1970. */
  now?(): number
}

/** Throws `ScdlError('bad-option-value')`: an address that is none. */
export const openRegistry = (options: RegistryOptions = {}): Registry => new Registry(options)

export class Registry {
  readonly address: URL
  readonly asking: Asking
  readonly documents: Documents
  readonly say: (notice: Notice) => void
  /** The registry's catalogue was not the one at hand. */
  hasNewCatalogue = false
  readonly #options: RegistryOptions
  #catalogue: Catalogue | undefined
  /** Of this run's only attempt. */
  #attempt: Promise<ScdlError | undefined> | undefined

  constructor(options: RegistryOptions) {
    const { address, cacheFolder: folder, asking, say = () => {}, now = Date.now } = options
    this.#options = options
    this.address = registryAddress(address)
    this.asking = asking ?? (isSet(process.env.CI) ? 'ci' : 'daily')
    this.say = say
    this.documents = new Documents({ cacheFolder: folder ?? cacheFolder(), trustedOrigin: this.address.origin, say, now })
  }

  /** The same registry, asked at other times. */
  withAsking(asking: Asking): Registry {
    return new Registry({ ...this.#options, asking })
  }

  get mayAsk(): boolean {
    return this.asking === 'daily' || this.asking === 'now'
  }

  get #catalogueAddress(): URL {
    return new URL('schemas.json', this.address)
  }

  /** The catalogue without asking for it. */
  async catalogueAtHand(): Promise<Catalogue | undefined> {
    this.#catalogue ??= readCatalogue((await this.documents.atHand(this.#catalogueAddress))?.value)
    return this.#catalogue
  }

  /**
   * Asks for the catalogue where that is due, or `urgent` (only the catalogue tells where a descriptor stands); once a run.
   * What went wrong, where something did.
   */
  async refreshCatalogue(urgent = false): Promise<ScdlError | undefined> {
    if (!this.mayAsk) return undefined
    if (this.#attempt === undefined && this.asking === 'daily' && !urgent) {
      const isAtHand = (await this.catalogueAtHand()) !== undefined
      if (!(await this.documents.isDue(this.#catalogueAddress, isAtHand))) return undefined
    }
    this.#attempt ??= this.#askCatalogue()
    return this.#attempt
  }

  async #askCatalogue(): Promise<ScdlError | undefined> {
    const isCatalogue = (value: unknown): boolean => readCatalogue(value) !== undefined
    try {
      const patience = this.asking === 'now' ? 'long' : 'short'
      const { value, origin } = await this.documents.ask(this.#catalogueAddress, patience, isCatalogue)
      this.#catalogue = readCatalogue(value)
      this.hasNewCatalogue = origin === 'registry'
      return undefined
    } catch (error) {
      if (error instanceof ScdlError) return error
      throw error
    }
  }

  /** Where a version of a schema stands. */
  addressOf(entry: CatalogueEntry, version: string): URL | undefined {
    const written = entry.addresses[version]
    return written === undefined ? undefined : addressIn(this.address, written)
  }

  /** What an address means at this registry: that of the public registry is this one's. undefined: no address. */
  addressIn(written: string): URL | undefined {
    return addressIn(this.address, written)
  }

  descriptorAtHand(address: URL): Promise<Document | undefined> {
    return this.documents.atHand(address).then((found) => (found !== undefined && isDescriptor(found.value) ? found : undefined))
  }

  /** The copy of a version that is in the catalogue no more. */
  async withdrawnAtHand(name: string, version: string): Promise<Document | undefined> {
    for (const address of await this.documents.cache.below(new URL(`schemas/${name}/${version}/`, this.address))) {
      const found = await this.descriptorAtHand(address)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** Some version of the schema is on this computer. */
  async keeps(name: string): Promise<boolean> {
    return (await this.documents.cache.below(new URL(`schemas/${name}/`, this.address))).length > 0
  }

  /**
   * `accepts`: whether what comes is a descriptor of the kind that is looked for; only such a one is kept.
   * Throws `ScdlError`: `download-failed`, `private-address`, `limit-exceeded`.
   */
  askDescriptor(address: URL, patience: Patience, accepts: (value: unknown) => boolean = isDescriptor): Promise<Document> {
    return this.documents.ask(address, patience, accepts)
  }
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '' && value !== '0' && value !== 'false'
