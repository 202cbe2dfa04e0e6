// A file, and what can be read only once put into a file, as bytes that can be read again.
import { accessSync, closeSync, constants, createReadStream, openSync, promises, readSync, statSync } from 'node:fs'
import type { Source } from '../core/source.js'
import { readFault } from './fileFault.js'
import { openTemporaryFile } from './temporaryFile.js'

const CHUNK_BYTES = 1 << 20
/** A little more than what is looked at before a file is read as a whole: no more of it need then be there. */
const FIRST_CHUNK_BYTES = 68 * 1024

/**
 * The file at `path`; a pipe is spooled.
 * Throws `ScdlError`: no such file, no permission, or a folder.
 */
export async function fileSource(path: string): Promise<Source> {
  try {
    const facts = statSync(path)
    if (facts.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR', syscall: 'open' })
    if (facts.isFile()) {
      accessSync(path, constants.R_OK)
      const { size } = facts
      return {
        name: path,
        size,
        open: () => (size > CHUNK_BYTES ? chunksOf(path) : wholeOf(path)),
        slice: (from, to) => sliceOf(path, from, to),
      }
    }
    if (facts.isFIFO()) {
      const { pipeStream } = await import('./pipeStream.js')
      return await spooledSource(path, pipeStream(path))
    }
  } catch (error) {
    throw readFault(error, path)
  }
  return spooledSource(path, createReadStream(path))
}

/** All of `stream`, put aside until the process ends. Throws `ScdlError`: the stream cannot be opened or read. */
export async function spooledSource(name: string, stream: AsyncIterable<Uint8Array>): Promise<Source> {
  const file = openTemporaryFile()
  let size = 0
  try {
    for await (const chunk of stream) {
      file.write(chunk)
      size += chunk.length
    }
  } catch (error) {
    file.close()
    throw readFault(error, name)
  }
  return {
    name,
    size,
    async *open() {
      const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, size))
      for (let position = 0; position < size; ) {
        const length = file.read(buffer, position)
        position += length
        yield buffer.subarray(0, length)
        // Nothing else waits while such a file is read: an interruption would not be heard.
        await new Promise(setImmediate)
      }
    },
    async slice(from, to) {
      const bytes = Buffer.allocUnsafeSlow(to - from)
      return bytes.subarray(0, file.read(bytes, from))
    },
  }
}

/** What the last small file was read into: new memory costs more than reading into it. */
let spare: Buffer | undefined

/** A small file without a wait: asking for each step in turn costs more than all of it. */
async function* wholeOf(path: string): AsyncGenerator<Uint8Array> {
  let descriptor: number | undefined
  const buffer = spare ?? Buffer.allocUnsafeSlow(CHUNK_BYTES)
  spare = undefined
  try {
    descriptor = openSync(path, 'r')
    for (let most = FIRST_CHUNK_BYTES; ; most = buffer.length) {
      const length = readSync(descriptor, buffer, 0, most, null)
      if (length === 0) return
      yield buffer.subarray(0, length)
    }
  } catch (error) {
    throw readFault(error, path)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
    spare = buffer
  }
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const handle = await openToRead(path)
  try {
    const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES)
    for (let most = FIRST_CHUNK_BYTES; ; most = buffer.length) {
      const { bytesRead } = await handle.read(buffer, 0, most)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    throw readFault(error, path)
  } finally {
    await handle.close()
  }
}

async function sliceOf(path: string, from: number, to: number): Promise<Uint8Array> {
  const handle = await openToRead(path)
  try {
    const bytes = Buffer.allocUnsafeSlow(to - from)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, from + length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } catch (error) {
    throw readFault(error, path)
  } finally {
    await handle.close()
  }
}

async function openToRead(path: string) {
  try {
    return await promises.open(path)
  } catch (error) {
    throw readFault(error, path)
  }
}
