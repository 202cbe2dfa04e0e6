// Output files appear whole or not at all.
import { constants, rmSync } from 'node:fs'
import { lstat, open, realpath, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeFault } from './fileFault.js'

/**
 * Writes a file beside its place, then puts it there; an existing file is replaced, a link stays a link.
 * Throws `ScdlError('write-failed')`.
 */
export async function writeAtomically(path: string, text: string | AsyncIterable<string>): Promise<void> {
  try {
    const place = await realpath(path).catch(() => path)
    const facts = await lstat(place).catch(() => undefined)
    if (facts?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR', syscall: 'open' })
    // A device or a pipe cannot be replaced: it is written to.
    if (facts !== undefined && !facts.isFile()) return await writeAll(place, text, constants.O_WRONLY)
    const beside = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`)
    const remove = (): void => rmSync(beside, { force: true })
    // For a run that is interrupted.
    process.once('exit', remove)
    try {
      await writeAll(beside, text, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC)
      await rename(beside, place)
    } finally {
      remove()
      process.off('exit', remove)
    }
  } catch (error) {
    throw writeFault(error, path)
  }
}

async function writeAll(path: string, text: string | AsyncIterable<string>, flags: number): Promise<void> {
  const handle = await open(path, flags)
  try {
    if (typeof text === 'string') await handle.writeFile(text)
    else for await (const part of text) await handle.writeFile(part)
  } finally {
    await handle.close()
  }
}
