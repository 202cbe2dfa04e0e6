// A file that appears whole or not at all: written beside its place, then put there.
import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ScdlError } from '../core/error.js'
import { writeFault } from './fileFault.js'
import { removeUnfinished, unfinishedName } from './leftovers.js'

// What takes no time is done at once: the threads that wait for files, and `node:fs/promises`, take longer to start than a small run.
const { closeSync, constants, existsSync, lstatSync, openSync, renameSync, rmSync, writeFileSync } = fs
const open = promisify(fs.open)
const writeFile = promisify(fs.writeFile)

/** Characters or bytes that are written without waiting aside. */
const SMALL_PART = 64 * 1024

const HELD: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY']

export interface OutputFile {
  /** At the end of the file; returns once it is written. Throws `ScdlError('write-failed')`. */
  write(part: string | Uint8Array): Promise<void>
  /** Puts the file in its place. */
  commit(): Promise<void>
  /** Leaves no trace. Does nothing after `commit`. */
  abandon(): Promise<void>
}

export interface OutputFileOptions {
  /** A file that is there is replaced, otherwise `ScdlError('file-exists')` is thrown. A link stays a link. */
  replace: boolean
}

/** A device or a pipe cannot be replaced: it is written to at once. Throws `ScdlError`. */
export async function openOutputFile(path: string, { replace }: OutputFileOptions): Promise<OutputFile> {
  const place = realPath(path)
  try {
    const facts = lstatSync(place, { throwIfNoEntry: false })
    if (facts?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR', syscall: 'open' })
    if (facts !== undefined && !facts.isFile()) return new OpenFile(path, await open(place, constants.O_WRONLY))
    if (facts !== undefined && !replace) throw new ScdlError('file-exists', { path })
    return openBeside(path, place, replace)
  } catch (error) {
    throw writeFault(error, path)
  }
}

/** Of a link: what it leads to; a path that leads nowhere yet is itself. */
function realPath(path: string): string {
  try {
    return fs.realpathSync.native(path)
  } catch {
    return path
  }
}

function openBeside(path: string, place: string, replace: boolean): OutputFile {
  const folder = dirname(place)
  removeUnfinished(folder)
  const beside = join(folder, unfinishedName(basename(place)))
  const remove = (): void => rmSync(beside, { force: true })
  // For a run that is interrupted, from the moment that the file is there.
  process.once('exit', remove)
  const move: Move = {
    beside,
    place,
    replace,
    end() {
      remove()
      process.off('exit', remove)
    },
  }
  try {
    // Of an earlier run of this number, or a link that somebody laid there: a new file is not written through it.
    remove()
    return new OpenFile(path, openSync(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL), move)
  } catch (error) {
    // Nothing is there to remove.
    process.off('exit', remove)
    throw error
  }
}

interface Move {
  beside: string
  place: string
  replace: boolean
  /** Removes what is still beside. */
  end(): void
}

class OpenFile implements OutputFile {
  readonly #path: string
  readonly #descriptor: number
  readonly #move: Move | undefined
  #isOpen = true

  constructor(path: string, descriptor: number, move?: Move) {
    this.#path = path
    this.#descriptor = descriptor
    this.#move = move
  }

  async write(part: string | Uint8Array): Promise<void> {
    try {
      // A device or a pipe may take its time.
      if (this.#move !== undefined && part.length <= SMALL_PART) writeFileSync(this.#descriptor, part)
      else await writeFile(this.#descriptor, part)
    } catch (error) {
      throw writeFault(error, this.#path)
    }
  }

  async commit(): Promise<void> {
    try {
      this.#close()
      const move = this.#move
      if (move === undefined) return
      // Another program may have put a file there meanwhile.
      if (!move.replace && lstatSync(move.place, { throwIfNoEntry: false }) !== undefined) {
        throw new ScdlError('file-exists', { path: this.#path })
      }
      this.#take(move)
    } catch (error) {
      throw writeFault(error, this.#path)
    } finally {
      await this.abandon()
    }
  }

  /** The folder took the file: if its place does not, another program holds what is there. Windows says so in three ways. */
  #take({ beside, place }: Move): void {
    try {
      renameSync(beside, place)
    } catch (error) {
      const isHeld = error instanceof Error && 'code' in error && HELD.includes(error.code) && existsSync(place)
      throw isHeld ? Object.assign(error, { code: 'EBUSY' }) : error
    }
  }

  async abandon(): Promise<void> {
    try {
      this.#close()
    } catch {
      // What is abandoned need not be whole.
    }
    this.#move?.end()
  }

  #close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    closeSync(this.#descriptor)
  }
}
