// Damaged workbooks: whatever is cut, swapped or doubled, reading ends, with rows, a fault or a limit, never with another exception.
import { expect, test } from 'vitest'
import { ScdlError } from '../../../src/core/error.js'
import { DEFAULT_LIMITS } from '../../../src/core/format.js'
import { openTable } from '../../../src/formats/index.js'
import { nodePlatform } from '../../../src/node/platform.js'
import { memorySource } from '../memorySource.js'
import { number, row, table, text, writeOds } from '../ods/writeOds.js'
import { writeXlsx } from '../xlsx/writeXlsx.js'

const CASES = 200

function createRandom(seed: number): (n: number) => number {
  let state = seed * 2_654_435_761
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

const PIECES = [
  '<',
  '>',
  '"',
  '&',
  ';',
  '/',
  '<c>',
  '</row>',
  '<row r="',
  '9'.repeat(20),
  '\0',
  '<![CDATA[',
  ']]>',
  '<!--',
  't="s"',
  'é',
  '=',
  ' ',
]

/** The same text with one to four pieces cut out, moved, doubled or put in. */
function mutate(content: string, below: (n: number) => number): string {
  let mutated = content
  for (let times = 1 + below(4); times > 0; times--) {
    const from = below(mutated.length)
    const to = Math.min(mutated.length, from + below(30))
    const piece = [mutated.slice(from, to), PIECES[below(PIECES.length)]!, ''][below(3)]!
    const at = below(mutated.length)
    mutated = below(2) === 1 ? mutated.slice(0, from) + piece + mutated.slice(to) : mutated.slice(0, at) + piece + mutated.slice(at)
  }
  return mutated
}

const SHEET =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>44901.5</v></c></row><row r="2"><c r="B2" t="b"><v>1</v></c><c t="inlineStr"><is><t>x</t></is></c></row>'
const STRINGS = '<si><t>un</t></si><si><r><t>deux</t></r></si>'
const BODY = table(
  row(text('a', 'table:number-columns-repeated="3"') + number('1.5')) +
    row(number('2'), 'table:number-rows-repeated="40"') +
    row('<table:table-cell/>'),
)

async function read(file: Uint8Array, seed: number): Promise<void> {
  try {
    const source = memorySource(file, 'classeur', 1000)
    const { sheets } = await openTable(source, seed % 2 ? nodePlatform : {}, { limits: DEFAULT_LIMITS })
    for (const { batches } of sheets) for await (const { rows } of batches(() => {})) if (rows === 0) throw new Error('an empty batch')
  } catch (error) {
    if (!(error instanceof ScdlError) || error.code !== 'limit-exceeded') throw new Error(`seed ${seed}`, { cause: error })
  }
}

test(`${CASES} workbooks whose XML is damaged`, async () => {
  for (let seed = 1; seed <= CASES; seed++) {
    const below = createRandom(seed)
    const file =
      seed % 3 === 0
        ? writeOds({ body: mutate(BODY, below) })
        : writeXlsx(
            seed % 3 === 1
              ? { sheet: mutate(SHEET, below), strings: STRINGS, formats: [22] }
              : { sheet: SHEET, strings: mutate(STRINGS, below) },
          )
    await read(file, seed)
  }
  expect.assertions(0)
})

test(`${CASES} archives with damaged bytes`, async () => {
  const files = [writeXlsx({ sheet: SHEET, strings: STRINGS, formats: [22] }), writeOds({ body: BODY })]
  for (let seed = 1; seed <= CASES; seed++) {
    const below = createRandom(seed)
    const file = files[seed % 2]!.slice(0, below(4) === 0 ? below(2000) : undefined)
    for (let times = 1 + below(6); times > 0; times--) file[below(file.length)] = below(256)
    await read(file, seed)
  }
  expect.assertions(0)
})
