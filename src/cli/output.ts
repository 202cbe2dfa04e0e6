// Standard output and standard error. A closed pipe is not a failure: what nobody reads is not written.
import { writeFault } from '../node/fileFault.js'

type Stream = 'stdout' | 'stderr'
const closed = new Set<Stream>()
const guarded = new Set<Stream>()

/** Returns once the text is out. Throws `ScdlError('write-failed')` where the output is a file on a full disk. */
export async function writeOut(text: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  for await (const part of typeof text === 'string' || text instanceof Uint8Array ? [text] : text) {
    if (closed.has('stdout')) return
    await write('stdout', part)
  }
}

export const writeError = (text: string): Promise<void> => write('stderr', text).catch(() => undefined)

function write(name: Stream, text: string | Uint8Array): Promise<void> {
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
