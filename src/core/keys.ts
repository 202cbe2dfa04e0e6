// One exact and compact store of byte keys, for unique, primaryKey, uniqueKeys and foreign keys within a table.
import { ScdlError } from './error.js'

// Where a key's record is: the number of its chunk, then the number of its first word (four bytes) in the chunk.
const WORD_BITS = 18
const CHUNK_WORDS = 1 << WORD_BITS
const FIRST_CHUNK_WORDS = 1 << 12
const MAX_CHUNKS = 2 ** (32 - WORD_BITS)
const MAX_BYTES = MAX_CHUNKS * CHUNK_WORDS * 4

// A record: the row; the length in one byte and the first three bytes of the key; the length in full where the byte says LONG;
// the rest of the key.
const LONG = 255
const KEY_BYTES_IN_HEAD = 3

const FIRST_SLOTS = 16
/**
 * A table for each value of the hash's first bits. Their first sizes differ, so that they grow one after another: memory never holds
 * a whole table twice, and what one outgrows, the next keys take.
 */
const SHARD_BITS = 7
const SHARDS = 1 << SHARD_BITS
/** A table grows by half when as many of its slots are taken. */
const MOST_TAKEN = 0.85
const GROWTH = 1.5

/**
 * Open addressing over pairs of hash and place, with the keys' bytes in chunks of up to a megabyte that never move.
 * A key costs 9 to 14 bytes in the table and 5 to 8 in the chunks (9 to 12 from 255 bytes on) beside its own bytes.
 */
export class KeyStore {
  #count = 0
  /** By slot, two numbers: the hash and the place of the record; a place of 0 is a free slot. In the order of the hashes, unsigned. */
  readonly #tables: Int32Array[] = Array.from(
    { length: SHARDS },
    (_, shard) => new Int32Array(2 * Math.round(FIRST_SLOTS * GROWTH ** (shard / SHARDS))),
  )
  readonly #counts = new Int32Array(SHARDS)
  readonly #chunks: Int32Array[] = []
  #current = -1
  /** Tables that were too small, to become chunks: left to the garbage collector, many would wait for it at once. */
  readonly #outgrown: Int32Array[] = []
  /** Words taken in the current chunk. */
  #taken = 0
  // Secret, so that no file can be made of keys that share their hashes.
  readonly #factor = randomWord() | 1
  readonly #turned = randomWord() | 1
  readonly #seed = randomWord()

  get size(): number {
    return this.#count
  }

  /**
   * Adds the key if it is new. The row at which the same bytes were first added, 0 if they are new; rows count from 1.
   * Beyond 16 GB of keys throws `ScdlError('limit-exceeded')`.
   */
  add(bytes: Uint8Array, start: number, end: number, row: number): number {
    const hash = this.#hash(bytes, start, end)
    const shard = hash >>> (32 - SHARD_BITS)
    const table = this.#tables[shard]!
    const slot = this.#slotOf(table, hash, bytes, start, end)
    const place = table[2 * slot + 1]!
    if (place !== 0) return this.#rowAt(place)
    table[2 * slot] = hash
    table[2 * slot + 1] = this.#store(bytes, start, end, row)
    this.#count++
    if (++this.#counts[shard]! * 2 > table.length * MOST_TAKEN) {
      this.#tables[shard] = grown(table)
      if (table.length >= FIRST_CHUNK_WORDS && table.length <= CHUNK_WORDS) this.#outgrown.push(table)
    }
    return 0
  }

  /** The row at which these bytes were first added, 0 if they never were. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const hash = this.#hash(bytes, start, end)
    const table = this.#tables[hash >>> (32 - SHARD_BITS)]!
    const place = table[2 * this.#slotOf(table, hash, bytes, start, end) + 1]!
    return place === 0 ? 0 : this.#rowAt(place)
  }

  /** The slot that holds the key, or the free one where it belongs. */
  #slotOf(table: Int32Array, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const slots = table.length >> 1
    let slot = homeOf(hash, slots)
    for (;;) {
      const place = table[2 * slot + 1]!
      if (place === 0 || (table[2 * slot] === hash && this.#equals(place, bytes, start, end))) return slot
      slot++
      if (slot === slots) slot = 0
    }
  }

  #equals(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const chunk = this.#chunks[place >>> WORD_BITS]!
    const length = end - start
    let word = wordOf(place) + 1
    if (chunk[word++] !== headOf(bytes, start, length)) return false
    if (length >= LONG && chunk[word++] !== length) return false
    let at = start + KEY_BYTES_IN_HEAD
    for (const last = end - 3; at < last; at += 4) if (chunk[word++] !== readWord(bytes, at)) return false
    return at >= end || chunk[word] === readRest(bytes, at, end)
  }

  #rowAt(place: number): number {
    return this.#chunks[place >>> WORD_BITS]![wordOf(place)]!
  }

  #store(bytes: Uint8Array, start: number, end: number, row: number): number {
    const length = end - start
    const rest = Math.max(0, length - KEY_BYTES_IN_HEAD)
    const place = this.#reserve((length < LONG ? 2 : 3) + ((rest + 3) >>> 2))
    const chunk = this.#chunks[place >>> WORD_BITS]!
    let word = wordOf(place)
    chunk[word++] = row
    chunk[word++] = headOf(bytes, start, length)
    if (length >= LONG) chunk[word++] = length
    let at = start + KEY_BYTES_IN_HEAD
    for (const last = end - 3; at < last; at += 4) chunk[word++] = readWord(bytes, at)
    if (at < end) chunk[word] = readRest(bytes, at, end)
    return place
  }

  /** The place of that many free words. */
  #reserve(words: number): number {
    // The first word of the first chunk stays free: its place is 0.
    if (this.#current < 0) this.#open(FIRST_CHUNK_WORDS, 1)
    if (words > CHUNK_WORDS) return this.#addChunk(words) << WORD_BITS
    const room = this.#chunks[this.#current]!.length
    if (this.#taken + words > room) {
      const reusable = this.#outgrown.at(-1)?.length ?? 0
      this.#open(reusable >= words ? words : Math.max(words, Math.min(2 * room, CHUNK_WORDS)), 0)
    }
    const place = (this.#current << WORD_BITS) | this.#taken
    this.#taken += words
    return place
  }

  #open(words: number, taken: number): void {
    this.#current = this.#addChunk(words)
    this.#taken = taken
  }

  #addChunk(words: number): number {
    if (this.#chunks.length === MAX_CHUNKS) throw new ScdlError('limit-exceeded', { limit: 'keyBytes', value: MAX_BYTES })
    const last = this.#outgrown.at(-1)
    const chunk = last !== undefined && last.length >= words ? this.#outgrown.pop()! : new Int32Array(words)
    return this.#chunks.push(chunk) - 1
  }

  #hash(bytes: Uint8Array, start: number, end: number): number {
    const factor = this.#factor
    const turned = this.#turned
    let hash = this.#seed ^ (end - start)
    let at = start
    for (const last = end - 3; at < last; at += 4) {
      const word = hash ^ readWord(bytes, at)
      // Two products, one of them of the halves exchanged: no difference between two words has a known effect on the sum.
      hash = (Math.imul(word, factor) + Math.imul((word >>> 16) | (word << 16), turned)) | 0
    }
    const word = hash ^ readRest(bytes, at, end)
    hash = (Math.imul(word, factor) + Math.imul((word >>> 16) | (word << 16), turned)) | 0
    // Slots are taken from the high bits: the low ones are brought up.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return hash ^ (hash >>> 16)
  }
}

const wordOf = (place: number): number => place & (CHUNK_WORDS - 1)

/** The slot of its table at which the search for a hash begins. */
const homeOf = (hash: number, slots: number): number => Math.floor(((hash << SHARD_BITS) >>> 0) * (slots / 2 ** 32))

/** The hashes keep their order, so both tables are gone through once from end to end. */
function grown(old: Int32Array): Int32Array {
  const slots = Math.ceil((old.length >> 1) * GROWTH)
  const table = new Int32Array(2 * slots)
  for (let index = 0; index < old.length; index += 2) {
    const place = old[index + 1]!
    if (place === 0) continue
    const hash = old[index]!
    let slot = homeOf(hash, slots)
    while (table[2 * slot + 1] !== 0) {
      slot++
      if (slot === slots) slot = 0
    }
    table[2 * slot] = hash
    table[2 * slot + 1] = place
  }
  return table
}

const randomWord = (): number => Math.floor(Math.random() * 2 ** 32) | 0

function headOf(bytes: Uint8Array, start: number, length: number): number {
  if (length >= KEY_BYTES_IN_HEAD) {
    return Math.min(length, LONG) | (bytes[start]! << 8) | (bytes[start + 1]! << 16) | (bytes[start + 2]! << 24)
  }
  return length | (readRest(bytes, start, start + length) << 8)
}

function readWord(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}

/** Fewer than four bytes as a word. */
function readRest(bytes: Uint8Array, at: number, end: number): number {
  let word = 0
  for (let index = end - 1; index >= at; index--) word = (word << 8) | bytes[index]!
  return word
}
