// Lines in memory up to a block, then in a temporary file: memory stays flat however many there are.
import type { Spool } from '../core/source.js'
import { openTemporaryFile, type TemporaryFile } from './temporaryFile.js'

const BLOCK_CHARACTERS = 1 << 18

/** One for all spools: a descriptor each would be too many where many files are checked. */
let shared: TemporaryFile | undefined
/** Spools that have something in it. */
let users = 0

interface Block {
  /** In the shared file, in bytes. */
  position: number
  length: number
}

export function openSpool(): Spool {
  let waiting: string[] = []
  let characters = 0
  let blocks: Block[] = []

  return {
    write(line) {
      waiting.push(line)
      characters += line.length
      if (characters < BLOCK_CHARACTERS) return
      if (blocks.length === 0) users++
      shared ??= openTemporaryFile()
      const bytes = Buffer.from(waiting.join('\n'))
      blocks.push({ position: shared.write(bytes), length: bytes.length })
      waiting = []
      characters = 0
    },
    async *lines() {
      for (const block of blocks) {
        yield* linesOf(block)
        // Disk and decoding never wait: an interruption would not be heard.
        await new Promise(setImmediate)
      }
      yield* waiting
    },
    async dispose() {
      waiting = []
      if (blocks.length === 0) return
      blocks = []
      users--
      if (users > 0) return
      shared?.close()
      shared = undefined
    },
  }
}

function linesOf({ position, length }: Block): string[] {
  const bytes = Buffer.allocUnsafe(length)
  const read = shared?.read(bytes, position) ?? 0
  return bytes.toString('utf8', 0, read).split('\n')
}
