// A pipe with a name. Opened as a file is, it would hold a thread until somebody writes: the process could then not even be interrupted.
import { constants, lstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { Socket } from 'node:net'

const BLOCK_BYTES = 1 << 16
const LOOK_EVERY_MILLISECONDS = 20

/** Its bytes, once somebody writes. Errors are those of the file system. */
export async function* pipeStream(path: string): AsyncGenerator<Uint8Array> {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  // Of a pipe that a shell made for a command, both ends are there from the start.
  let waiting = lstatSync(realpath(path), { throwIfNoEntry: false })?.isFIFO() ?? false
  while (waiting) {
    const block = readNow(descriptor)
    waiting = block !== undefined && block.length === 0
    if (block !== undefined && block.length > 0) yield block
    if (waiting) await new Promise((looked) => setTimeout(looked, LOOK_EVERY_MILLISECONDS))
  }
  yield* new Socket({ fd: descriptor, readable: true, writable: false })
}

/** Empty: nobody has it open for writing. undefined: somebody has, and has not written yet. */
function readNow(descriptor: number): Uint8Array | undefined {
  const block = Buffer.allocUnsafe(BLOCK_BYTES)
  try {
    return block.subarray(0, readSync(descriptor, block, 0, block.length, null))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined
    throw error
  }
}

/** What `/dev/fd/63` leads to has no path of its own. */
function realpath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
