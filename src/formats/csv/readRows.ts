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

export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  tokeniser: Tokeniser,
  emit: Emit,
  { capacity = CAPACITY, size: sourceSize = 0, verify, badBytes }: ReadRowsOptions = {},
): AsyncGenerator<Batch> {
  const filler = createFiller(chunks)
  let size = Math.min(capacity, sourceSize > SMALL ? capacity : sourceSize === 0 ? SMALL : roomFor(sourceSize))
  let buffer = tokeniser.allocate(size)
  let to = 0
  let verified = 0
  /** Bytes of the stream that came before the buffer. */
  let passed = 0
  try {
    for (;;) {
      to = await filler.fill(buffer, to, size)
      const final = filler.ended()
      if (verify !== undefined) {
        const stop = final ? to : wholeCharacters(buffer, verified, to)
        if (stop > verified) await verify(buffer, verified, stop)
        verified = stop
      }
      let from = 0
      for (;;) {
        const next = tokeniser.scan(buffer, from, to, final, emit)
        if (tokeniser.batch.rows === 0) break
        if (badBytes !== undefined && badBytes.length > 0) emitBadRows(tokeniser.batch, badBytes, passed, next, emit)
        yield tokeniser.batch
        from = next
      }
      if (final) return
      const old = buffer
      const needed = Math.max(capacity, to - from > size / 2 ? size * 2 : size)
      if (needed > size) {
        size = needed
        buffer = tokeniser.allocate(size)
      }
      buffer.set(old.subarray(from, to))
      to -= from
      verified -= from
      passed += from
    }
  } finally {
    tokeniser.release()
    await filler.close()
  }
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
