// Room on disk that goes with the process, however it ends.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFault } from './fileFault.js'
import { ROOM_FILE, removeRooms, roomPrefix } from './leftovers.js'

export interface TemporaryFile {
  /** Valid in all threads of the process. */
  readonly descriptor: number
  /** At the end of the file; returns where that was, in bytes. Throws `ScdlError('write-failed')`. */
  write(bytes: Uint8Array): number
  /** Fills `buffer` from `position` on; returns how many bytes there were, 0 at the end. */
  read(buffer: Uint8Array, position: number): number
  close(): void
}

/** Throws `ScdlError('write-failed')`. */
export function openTemporaryFile(): TemporaryFile {
  const { folder, path, descriptor } = createFile()
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    // Without a name, the file lives as long as its descriptor.
    remove()
  } catch {
    // Windows may keep the name of an open file.
    process.once('exit', remove)
  }
  let size = 0
  return {
    descriptor,
    write(bytes) {
      try {
        for (let written = 0; written < bytes.length; ) {
          written += writeSync(descriptor, bytes, written, bytes.length - written, size + written)
        }
      } catch (error) {
        throw writeFault(error, path)
      }
      size += bytes.length
      return size - bytes.length
    },
    read: (buffer, position) => readSync(descriptor, buffer, 0, buffer.length, position),
    close: () => closeSync(descriptor),
  }
}

function createFile(): { folder: string; path: string; descriptor: number } {
  let path = tmpdir()
  removeRooms(path)
  try {
    const folder = mkdtempSync(join(path, roomPrefix()))
    path = join(folder, ROOM_FILE)
    return { folder, path, descriptor: openSync(path, 'wx+', 0o600) }
  } catch (error) {
    throw writeFault(error, path)
  }
}
