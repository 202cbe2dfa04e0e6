// Files read one after the other share memory; files read side by side do not.
import { expect, test } from 'vitest'
import { readRows } from '../../../src/formats/csv/readRows.js'
import { createTokeniser } from '../../../src/formats/csv/tokenise.js'

const SIZE = 600_000
const DIALECT = { delimiter: 59, quote: 34, escaper: -1, skipSpaces: false }
const tableOf = (word: string): Uint8Array => new TextEncoder().encode(`${word};${word}\n`.repeat(SIZE / (2 * word.length + 2)))

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const open = (word: string) => {
  const tokeniser = createTokeniser(DIALECT, { recordBytes: 1e6, columns: 10 })
  return readRows(once(tableOf(word)), tokeniser, () => {}, { size: SIZE })
}

interface Cells {
  bytes: Uint8Array
  rows: number
  start: Int32Array
  end: Int32Array
}
const cellsOf = ({ bytes, rows, start, end }: Cells): string[] =>
  Array.from({ length: rows * 2 }, (_, cell) => new TextDecoder().decode(bytes.subarray(start[cell], end[cell])))

async function memoryOf(word: string): Promise<ArrayBufferLike> {
  let memory: ArrayBufferLike | undefined
  for await (const batch of open(word)) {
    memory = batch.bytes.buffer
    expect(new Set(cellsOf(batch))).toEqual(new Set([word]))
  }
  return memory!
}

test('one after the other', async () => {
  const first = await memoryOf('premier')
  expect(await memoryOf('second')).toBe(first)
})

test('side by side', async () => {
  const [a, b] = [open('gauche'), open('droite')]
  for (let i = 0; i < 20; i++) {
    const left = await a.next()
    const right = await b.next()
    expect(left.value?.bytes.buffer).not.toBe(right.value?.bytes.buffer)
    expect(new Set(cellsOf(left.value!))).toEqual(new Set(['gauche']))
    expect(new Set(cellsOf(right.value!))).toEqual(new Set(['droite']))
  }
  await Promise.all([a.return(), b.return()])
})
