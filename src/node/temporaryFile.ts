// Files that live no longer than the process.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFault } from './fileFault.js'

let folder: string | undefined
let count = 0

/** Open for reading and writing. Whoever is done early removes it; what is left goes when the process exits. */
export interface TemporaryFile {
  path: string
  descriptor: number
  /** At the end of the file. */
  write(bytes: Uint8Array): void
  remove(): void
}

export function openTemporaryFile(): TemporaryFile {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'scdl-'))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  const path = join(folder, String(++count))
  const descriptor = openSync(path, 'wx+', 0o600)
  return {
    path,
    descriptor,
    write(bytes) {
      try {
        for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
      } catch (error) {
        throw writeFault(error, path)
      }
    },
    remove() {
      closeSync(descriptor)
      rmSync(path, { force: true })
    },
  }
}
