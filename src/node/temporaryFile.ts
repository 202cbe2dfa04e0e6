// Room on disk that goes with the process, however it ends.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFault } from './fileFault.js'

export interface TemporaryFile {
  /** At the end of the file. Throws `ScdlError('write-failed')`. */
  write(bytes: Uint8Array): void
  /** Fills `buffer` from `position` on; returns how many bytes there were, 0 at the end. */
  read(buffer: Uint8Array, position: number): number
  close(): void
}

export function openTemporaryFile(): TemporaryFile {
  const folder = mkdtempSync(join(tmpdir(), 'scdl-'))
  const path = join(folder, 'spool')
  const descriptor = openSync(path, 'wx+', 0o600)
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
    write(bytes) {
      try {
        for (let written = 0; written < bytes.length; ) {
          written += writeSync(descriptor, bytes, written, bytes.length - written, size + written)
        }
      } catch (error) {
        throw writeFault(error, path)
      }
      size += bytes.length
    },
    read: (buffer, position) => readSync(descriptor, buffer, 0, buffer.length, position),
    close: () => closeSync(descriptor),
  }
}
