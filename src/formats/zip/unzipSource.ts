// One entry of a zip as a source.
import type { WrappedSource } from '../wrappedSource.js'
import type { ZipEntry } from './directory.js'
import type { ZipArchive } from './openZip.js'
import { ZipFault } from './zipFault.js'

/** Throws `limit-exceeded` while reading; a damaged entry gives the bytes that could be saved. */
export function unzipSource(archive: ZipArchive, entry: ZipEntry): WrappedSource {
  let damaged = false
  return {
    name: entry.name,
    damaged: () => damaged,
    async *open() {
      damaged = false
      const chunks = archive.read(entry)[Symbol.asyncIterator]()
      try {
        for (;;) {
          const result = await chunks.next().catch((error: unknown) => {
            if (!(error instanceof ZipFault)) throw error
            damaged = true
            return { done: true, value: undefined } as const
          })
          if (result.done) return
          yield result.value
        }
      } finally {
        await chunks.return?.()
      }
    },
  }
}
