// Inflating piece by piece, so that what stands before a fault of the data is given all the same.
import type { Gunzip, InflateRaw } from 'node:zlib'

type Inflater = Gunzip | InflateRaw

const INFLATED_CHUNK_BYTES = 1 << 18
/** What an inflater finds wrong costs the output of the whole piece: from the largest to a byte. */
const PIECE_BYTES = [1 << 16, 1 << 12, 1 << 8, 1 << 4, 1] as const

/** Throws where the data are cut or damaged. */
export async function* inflateRaw(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { createInflateRaw } = await import('node:zlib')
  yield* inflate(createInflateRaw({ chunkSize: INFLATED_CHUNK_BYTES }), source, { before: 0, after: PIECE_BYTES[0], done: 0 })
}

/**
 * Throws where the data are cut or damaged, once everything before has been given if the source can be read again.
 * What follows a whole gzip file and is no gzip is passed over, as other programs do.
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib')
  const isReadOnce = source[Symbol.asyncIterator]() === (source as unknown)
  let given = 0
  let before = 0
  for (const after of PIECE_BYTES) {
    const pieces: Pieces = { before, after, done: 0 }
    let skipped = 0
    try {
      for await (const chunk of inflate(createGunzip({ chunkSize: INFLATED_CHUNK_BYTES }), source, pieces)) {
        const left = chunk.subarray(Math.min(chunk.length, given - skipped))
        skipped += chunk.length - left.length
        if (left.length === 0) continue
        given += left.length
        skipped += left.length
        yield left
      }
      return
    } catch (error) {
      before = pieces.done
      if (!isDataFault(error)) throw error
      if (after > 1 && !isReadOnce) continue
      if (given > 0 && error.message === 'incorrect header check') return
      throw error
    }
  }
}

const isDataFault = (error: unknown): error is Error => error instanceof Error && 'code' in error && error.code === 'Z_DATA_ERROR'

interface Pieces {
  /** As large as may be up to here, where the data are known to be sound, in bytes. */
  before: number
  /** Size of those after. */
  after: number
  /** Bytes taken in without a fault so far. */
  done: number
}

/** Each piece is fed only once the one before it has been taken in: the source reuses its buffer. */
async function* inflate(inflater: Inflater, source: AsyncIterable<Uint8Array>, pieces: Pieces): AsyncGenerator<Uint8Array> {
  let failure: { error: unknown } | undefined
  let isTaken = true
  /** Nothing that may follow is of interest to the inflater. */
  let isWhole = false
  let wake = (): void => {}
  inflater.on('readable', () => wake())
  inflater.on('error', (error) => {
    failure ??= { error }
    wake()
  })

  async function* drain(): AsyncGenerator<Uint8Array> {
    for (;;) {
      for (let chunk = inflater.read(); chunk !== null; chunk = inflater.read()) yield chunk
      if (failure !== undefined) throw failure.error
      if (isTaken) return
      await new Promise<void>((woken) => {
        wake = woken
      })
    }
  }
  const taken = (): void => {
    isTaken = true
    wake()
  }
  inflater.on('end', () => {
    isWhole = true
    taken()
  })

  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; ) {
        const sound = Math.min(PIECE_BYTES[0], pieces.before - pieces.done)
        const piece = chunk.subarray(at, at + (sound > 0 ? sound : pieces.after))
        isTaken = false
        inflater.write(piece, taken)
        yield* drain()
        if (isWhole) return
        at += piece.length
        pieces.done += piece.length
      }
    }
    isTaken = false
    inflater.end()
    yield* drain()
  } finally {
    inflater.destroy()
  }
}
