// Lines in memory up to a block, then in a temporary file: memory stays flat however many there are.
import type { Spool } from '../core/source.js'
import { openTemporaryFile, type TemporaryFile } from './temporaryFile.js'

const BLOCK_CHARACTERS = 1 << 20
const READ_BYTES = 1 << 18

export function openSpool(): Spool {
  let waiting: string[] = []
  let characters = 0
  let file: TemporaryFile | undefined

  return {
    write(line) {
      waiting.push(line)
      characters += line.length
      if (characters < BLOCK_CHARACTERS) return
      file ??= openTemporaryFile()
      file.write(Buffer.from(`${waiting.join('\n')}\n`))
      waiting = []
      characters = 0
    },
    async *lines() {
      if (file !== undefined) yield* linesOf(file)
      yield* waiting
    },
    async dispose() {
      waiting = []
      file?.close()
      file = undefined
    },
  }
}

function* linesOf(file: TemporaryFile): Generator<string> {
  const block = Buffer.allocUnsafe(READ_BYTES)
  const decoder = new TextDecoder()
  let rest = ''
  for (let position = 0; ; ) {
    const length = file.read(block, position)
    if (length === 0) return
    position += length
    const lines = (rest + decoder.decode(block.subarray(0, length), { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
