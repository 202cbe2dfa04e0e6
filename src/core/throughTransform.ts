// Chunks through one of the web's own transform streams, for readers and writers alike.

/** Throws what the transform throws: of a damaged stream, say. A chunk is valid until the next one is asked for, as those of sources. */
export async function* throughTransform(
  chunks: AsyncIterable<Uint8Array>,
  transform: { readable: ReadableStream; writable: WritableStream },
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const result = await iterator.next()
        if (result.done) controller.close()
        else controller.enqueue(new Uint8Array(result.value))
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: 0 },
  )
  const reader = stream.pipeThrough(transform as ReadableWritablePair<Uint8Array, Uint8Array>).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
