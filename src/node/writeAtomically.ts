// Output files appear whole or not at all.
import { openOutputFile } from './outputFile.js'

/** Writes a file, in place of the one that is there. Throws `ScdlError('write-failed')`. */
export async function writeAtomically(path: string, text: string | AsyncIterable<string>): Promise<void> {
  const file = await openOutputFile(path, { replace: true })
  try {
    if (typeof text === 'string') await file.write(text)
    else for await (const part of text) await file.write(part)
    await file.commit()
  } finally {
    await file.abandon()
  }
}
