import type { Source } from './core/source.js'

/** The same source; `hear` is told how many bytes of it were read so far. */
export function watchedSource(source: Source, hear: (bytesRead: number) => void): Source {
  const { slice, size = Number.POSITIVE_INFINITY } = source
  let bytesRead = 0
  const read = (bytes: number): void => {
    bytesRead = bytes
    hear(bytes)
  }
  return {
    ...source,
    // Workbooks are read piece by piece, some pieces more than once: what is shown never goes beyond the file.
    ...(slice && {
      async slice(from: number, to: number) {
        read(Math.min(size, bytesRead + to - from))
        return slice.call(source, from, to)
      },
    }),
    async *open() {
      bytesRead = 0
      for await (const chunk of source.open()) {
        read(bytesRead + chunk.length)
        yield chunk
      }
    },
  }
}
