// A stream of UTF-8 as batches of rows: one buffer, filled chunk by chunk, whose unfinished record moves to the front.
import type { Batch } from '../../core/batch.js'
import { cellText } from '../../core/cellText.js'
import type { Emit } from '../../core/diagnostic.js'
import type { Tokeniser } from './tokenise.js'
import { type BadBytes, unpack } from './transcode.js'
import { wholeCharacters } from './utf8.js'

export interface ReadRowsOptions {
  /** Bytes of the buffer at the start; it grows for records that need more. */
  capacity?: number
  /** Bytes of the source, where they are known: what is large is read in whole buffers from the start. */
  size?: number
  /** Called for the bytes `[from, to)`, each once and before their rows are given out; never cuts a character save at the very end. */
  verify?: (bytes: Uint8Array, from: number, to: number) => Promise<void>
  /** What the transcoder found so far; emptied here as the rows that hold it are given out. */
  badBytes?: BadBytes[]
}

export const CAPACITY = 1 << 20

/** What is read before the buffer has its capacity: all of most files. */
const SMALL = 256 * 1024
const SMALLEST = 4096

/** The batches, one at a time: the next is asked for once the one before was read. */
export function readRows(chunks: AsyncIterable<Uint8Array>, tokeniser: Tokeniser, emit: Emit, options: ReadRowsOptions = {}): RowReader {
  return new RowReader(chunks, tokeniser, emit, options)
}

const OVER = { done: true, value: undefined } as const

/** As a generator, which is one function, V8 would compile it for as long as ten megabytes take to read. */
class RowReader implements AsyncIterableIterator<Batch> {
  readonly #tokeniser: Tokeniser
  readonly #emit: Emit
  readonly #options: ReadRowsOptions
  readonly #filler: ReturnType<typeof createFiller>
  #size: number
  #buffer: Uint8Array = new Uint8Array(0)
  /** What is not given out yet: `[from, to)` of the buffer. */
  #from = 0
  #to = 0
  #verified = 0
  /** Bytes of the stream that came before the buffer. */
  #passed = 0
  #isFinal = false
  #isOver = false

  constructor(chunks: AsyncIterable<Uint8Array>, tokeniser: Tokeniser, emit: Emit, options: ReadRowsOptions) {
    this.#tokeniser = tokeniser
    this.#emit = emit
    this.#options = options
    this.#filler = createFiller(chunks)
    this.#size = Math.min(capacityOf(options), firstSize(options))
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<IteratorResult<Batch, undefined>> {
    if (this.#isOver) return Promise.resolve(OVER)
    try {
      if (this.#from < this.#to && this.#scan()) return Promise.resolve({ done: false, value: this.#tokeniser.batch })
    } catch (error) {
      return this.#fail(error)
    }
    return this.#readOn()
  }

  async return(): Promise<IteratorResult<Batch, undefined>> {
    if (!this.#isOver) {
      this.#isOver = true
      this.#tokeniser.release()
      await this.#filler.close()
    }
    return OVER
  }

  async #fail(error: unknown): Promise<never> {
    await this.return()
    throw error
  }

  async #readOn(): Promise<IteratorResult<Batch, undefined>> {
    try {
      while (!this.#isFinal) {
        await this.#fill()
        if (this.#scan()) return { done: false, value: this.#tokeniser.batch }
      }
    } catch (error) {
      return this.#fail(error)
    }
    return this.return()
  }

  /** Whether there is another batch in the buffer. */
  #scan(): boolean {
    const { batch } = this.#tokeniser
    const next = this.#tokeniser.scan(this.#buffer, this.#from, this.#to, this.#isFinal, this.#emit)
    if (batch.rows === 0) return false
    const { badBytes } = this.#options
    if (badBytes !== undefined && badBytes.length > 0) emitBadRows(batch, badBytes, this.#passed, next, this.#emit)
    this.#from = next
    return true
  }

  /** The unfinished record moves to the front of the buffer, which grows where it is most of it. */
  async #fill(): Promise<void> {
    const from = this.#from
    const rest = this.#to - from
    const old = this.#buffer
    const needed = Math.max(capacityOf(this.#options), rest > this.#size / 2 ? this.#size * 2 : this.#size)
    if (old.length === 0) this.#buffer = this.#tokeniser.allocate(this.#size)
    else if (needed > this.#size) {
      this.#size = needed
      this.#buffer = this.#tokeniser.allocate(needed)
    }
    this.#buffer.set(old.subarray(from, from + rest))
    this.#passed += from
    this.#verified -= from
    this.#from = 0
    this.#to = await this.#filler.fill(this.#buffer, rest, this.#size)
    this.#isFinal = this.#filler.ended()
    await this.#verify()
  }

  async #verify(): Promise<void> {
    const { verify } = this.#options
    if (verify === undefined) return
    const stop = this.#isFinal ? this.#to : wholeCharacters(this.#buffer, this.#verified, this.#to)
    if (stop > this.#verified) await verify(this.#buffer, this.#verified, stop)
    this.#verified = stop
  }
}

const capacityOf = ({ capacity = CAPACITY }: ReadRowsOptions): number => capacity

function firstSize(options: ReadRowsOptions): number {
  const { size = 0 } = options
  if (size > SMALL) return capacityOf(options)
  return size === 0 ? SMALL : roomFor(size)
}

/** For all of a small source, a little longer once it is UTF-8. */
const roomFor = (size: number): number => Math.min(SMALL, Math.max(SMALLEST, Math.ceil(size * 1.25)))

/** Copies chunks of any size into a buffer until it is full. */
function createFiller(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]()
  let chunk: Uint8Array = new Uint8Array(0)
  let done = false
  return {
    /** Gives back where the bytes now end; less than `limit` only when they are over. */
    async fill(buffer: Uint8Array, from: number, limit: number): Promise<number> {
      let to = from
      while (to < limit) {
        if (chunk.length === 0) {
          const result = await iterator.next()
          if (result.done) {
            done = true
            break
          }
          chunk = result.value
        }
        const part = chunk.subarray(0, limit - to)
        buffer.set(part, to)
        to += part.length
        chunk = chunk.subarray(part.length)
      }
      return to
    },
    ended: () => done,
    async close(): Promise<void> {
      if (!done) await iterator.return?.()
    },
  }
}

/** One `row/encoding` for each row of the batch that holds bad bytes. `stop`: where the batch's bytes end. */
function emitBadRows(batch: Batch & { line: Int32Array }, badBytes: BadBytes[], passed: number, stop: number, emit: Emit): void {
  let row = 0
  let reported = -1
  let taken = 0
  for (const bad of badBytes) {
    const offset = bad.offset - passed
    if (offset >= stop) break
    taken++
    while (row + 1 < batch.rows && batch.start[batch.first[row + 1]!]! <= offset) row++
    if (row === reported) continue
    reported = row
    let cell = batch.first[row]!
    while (cell + 1 < batch.first[row + 1]! && batch.start[cell + 1]! <= offset) cell++
    emit('row/encoding', { row: batch.rowNumber[row]!, line: batch.line[row]!, column: cell - batch.first[row]! + 1 }, () => ({
      bytes: Array.from(unpack(bad), (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' '),
      before: textBefore(batch, cell),
    }))
  }
  badBytes.splice(0, taken)
}

/** The cell's text up to its first U+FFFD, cut to the characters next to it. */
function textBefore(batch: Batch, cell: number): string {
  const text = cellText(batch, cell)
  const at = text.indexOf('\ufffd')
  return Array.from(at < 0 ? text : text.slice(0, at))
    .slice(-24)
    .join('')
}
