// What archives are written with. Deflating goes block by block in threads: the next block is made while the ones before are packed.
import { promisify } from 'node:util'
import { deflateRaw as callDeflate, constants, crc32 } from 'node:zlib'
import type { Packing } from '../core/source.js'

const BLOCK_BYTES = 1 << 20
/** Blocks being packed at once. */
const DEPTH = 3
/** Beyond, packing costs three times as much for a fifth less. */
const LEVEL = 3
/** An empty block that is the last. */
const LAST = Uint8Array.of(3, 0)

const pack = promisify<Uint8Array, object, Uint8Array>(callDeflate)
const options = { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH }

export const packing: Packing = { crc32, deflateRaw }

async function* deflateRaw(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packing: Promise<Uint8Array>[] = []
  let block = Buffer.allocUnsafe(BLOCK_BYTES)
  let length = 0

  function start(): void {
    const packed = pack(block.subarray(0, length), options)
    // A failure is told when its turn comes.
    packed.catch(() => {})
    packing.push(packed)
    block = Buffer.allocUnsafe(BLOCK_BYTES)
    length = 0
  }

  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + BLOCK_BYTES - length)
      block.set(piece, length)
      length += piece.length
      at += piece.length
      if (length < BLOCK_BYTES) continue
      start()
      if (packing.length === DEPTH) yield (await packing.shift())!
    }
  }
  if (length > 0) start()
  for (const packed of packing) yield await packed
  yield LAST
}
