// Standard output and standard error. A closed pipe is not a failure: what nobody reads is not written.
import { fstatSync, statSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'
import { writeFault } from '../node/fileFault.js'

type Stream = 'stdout' | 'stderr'
/** What is shown depends on it. */
export type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>

const DESCRIPTORS = { stdout: 1, stderr: 2 } as const
const closed = new Set<Stream>()
const guarded = new Set<Stream>()
const direct = new Map<Stream, boolean>()

/** Returns once the text is out. Throws `ScdlError('write-failed')` where the output is a file on a full disk. */
export async function writeOut(text: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  for await (const part of typeof text === 'string' || text instanceof Uint8Array ? [text] : text) {
    if (closed.has('stdout')) return
    await write('stdout', part)
  }
}

export const writeError = (text: string): Promise<void> => write('stderr', text).catch(() => undefined)

/** A file, a pipe or what throws all away is none, which is known without making the stream. */
export function terminalOf(name: Stream): Terminal {
  return isDirect(name) ? { isTTY: false, columns: 0 } : process[name]
}

/** Files and pipes are written without a stream: making one takes longer than checking a small file. */
function isDirect(name: Stream): boolean {
  const known = direct.get(name)
  if (known !== undefined) return known
  const found = isNoTerminal(DESCRIPTORS[name])
  direct.set(name, found)
  return found
}

function isNoTerminal(descriptor: number): boolean {
  try {
    const facts = fstatSync(descriptor)
    return facts.isFile() || facts.isFIFO() || facts.isSocket() || (facts.rdev !== 0 && facts.rdev === statSync(devNull).rdev)
  } catch {
    return false
  }
}

async function write(name: Stream, text: string | Uint8Array): Promise<void> {
  if (!isDirect(name)) return writeToStream(name, text)
  let rest = typeof text === 'string' ? Buffer.from(text) : text
  try {
    while (rest.length > 0 && !closed.has(name)) rest = rest.subarray(writeSync(DESCRIPTORS[name], rest))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EPIPE') closed.add(name)
    else if (code === 'EAGAIN') {
      // A pipe that whoever opened it does not want to wait for: a stream knows how to.
      direct.set(name, false)
      return writeToStream(name, rest)
    } else throw writeFault(error, '-')
  }
}

function writeToStream(name: Stream, text: string | Uint8Array): Promise<void> {
  const stream = process[name]
  // Without it, a closed pipe would be an uncaught exception as well.
  if (!guarded.has(name)) stream.on('error', () => closed.add(name))
  guarded.add(name)
  return new Promise((written, failed) => {
    if (closed.has(name)) return written()
    stream.write(text, (error) => {
      if (!error || ('code' in error && error.code === 'EPIPE')) written()
      else failed(writeFault(error, '-'))
    })
  })
}
