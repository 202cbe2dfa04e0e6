// WebAssembly against JavaScript: the same batches, findings and refusals, wherever the bytes are cut.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_LIMITS, type Limits } from '../../../src/core/format.js'
import { readRows } from '../../../src/formats/csv/readRows.js'
import { createTokeniser, type Dialect } from '../../../src/formats/csv/tokenise.js'
import { memorySource } from '../memorySource.js'

const plain: Dialect = { delimiter: 59, quote: 34, escaper: -1, skipSpaces: false }
const seed = 20_260_101
const SIMD = 0
const JAVASCRIPT = Number.POSITIVE_INFINITY

/** All that is given out, as text: batches one by one, findings, and the refusal that ends it. */
async function tokenise(text: string, simdFrom: number, capacity: number, dialect: Dialect, limits: Limits): Promise<string[]> {
  const given: string[] = []
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const emit = (code: string, place: object, details?: () => object): void =>
    void given.push(`${code} ${JSON.stringify(place)} ${JSON.stringify(details?.())}`)
  try {
    const tokeniser = createTokeniser(dialect, limits, simdFrom)
    for await (const batch of readRows(memorySource(text, 'a.csv', 97).open(), tokeniser, emit, { capacity })) {
      const { bytes, rows, rowNumber, line, first, start, end } = batch
      given.push(`${rows} rows, ${first[0]}`)
      for (let row = 0; row < rows; row++) {
        given.push(`${rowNumber[row]}:${line![row]} ${first[row + 1]}`)
        for (let cell = first[row]!; cell < first[row + 1]!; cell++) {
          given.push(`${start[cell]}-${end[cell]} ${decoder.decode(bytes.subarray(start[cell], end[cell]))}`)
        }
      }
    }
  } catch (error) {
    given.push(JSON.stringify(error))
  }
  return given
}

async function expectSame(text: string, capacity: number, dialect = plain, limits = DEFAULT_LIMITS): Promise<string[]> {
  const expected = await tokenise(text, JAVASCRIPT, capacity, dialect, limits)
  expect(await tokenise(text, SIMD, capacity, dialect, limits)).toEqual(expected)
  return expected
}

const word = fc.constantFrom('a', 'été', 'Rénovation énergétique', '2022-03-15', 'x'.repeat(61), 'y'.repeat(63), 'z'.repeat(130), '𝄞 €')
const easy = fc.oneof({ weight: 3, arbitrary: word }, { weight: 4, arbitrary: fc.constantFrom(';', ';', '\n', '\r\n') })
const between = fc.constantFrom('";"', '"\n"', '"\r\n"', '""', ';"', '";', '\n"', '"\n')
const rough = fc.constantFrom('"', '"', '\r', ' ', '\t', '\\', '\\"', '\u0001', '\u007f', ',', '""""')
const junk = fc
  .array(fc.oneof({ weight: 12, arbitrary: easy }, { weight: 3, arbitrary: between }, { weight: 1, arbitrary: rough }), { maxLength: 120 })
  .map((parts) => parts.join(''))
const quotedTable = fc
  .array(fc.record({ text: fc.oneof(word, fc.constantFrom('', 'dit "non"', '"', '5;6', ' ')), quoted: fc.boolean() }), { maxLength: 90 })
  .chain((cells) =>
    fc.record({ cells: fc.constant(cells), width: fc.integer({ min: 1, max: 9 }), eol: fc.constantFrom('\n', '\r\n', '\r') }),
  )
  .map(({ cells, width, eol }) =>
    cells
      .map(
        ({ text, quoted }, i) => (quoted || /[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text) + (i % width === 0 ? eol : ';'),
      )
      .join(''),
  )
const dialects = fc.constantFrom<Partial<Dialect>>(
  {},
  {},
  { quote: -1 },
  { escaper: 92 },
  { skipSpaces: true },
  { delimiter: 9 },
  { delimiter: 44 },
  { delimiter: 1 },
  { delimiter: 32 },
  { delimiter: 34 },
  { quote: 39 },
)
const someLimits = fc.constantFrom<Partial<Limits>>({}, {}, {}, { recordBytes: 90 }, { recordBytes: 200 }, { columns: 66 }, { columns: 3 })

describe('the same as in JavaScript', () => {
  test('any text, dialect and limit, any buffer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(junk, quotedTable),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 4, maxLength: 4 }),
        dialects,
        someLimits,
        async (text, capacities, dialect, limits) => {
          for (const capacity of [...capacities, 4096]) {
            await expectSame(text, capacity, { ...plain, ...dialect }, { ...DEFAULT_LIMITS, ...limits })
          }
        },
      ),
      { seed, numRuns: 400 },
    )
  })

  test('a row of each kind, cut at every byte', async () => {
    const text = 'a;"b";"c ""d""";\r\n"";"e\nf";g"h;"i"j;\u0001;"k;l"\n;;\r"m""";n\n'.repeat(4)
    for (let capacity = 1; capacity <= text.length + 2; capacity++) await expectSame(text, capacity)
  })

  test.each([
    ['each length of cell', Array.from({ length: 200 }, (_, length) => 'x'.repeat(length)).join(';')],
    ['each length of row, CRLF', Array.from({ length: 200 }, (_, length) => 'x'.repeat(length)).join('\r\n')],
    ['each length between quotes', Array.from({ length: 200 }, (_, length) => `"${'x'.repeat(length)}"`).join('\r\n')],
    ['each length behind doubled quotes', Array.from({ length: 200 }, (_, length) => `"""${'x'.repeat(length)}"""`).join(';')],
    ['more rows than a batch holds', '1;"2";"3"""\n'.repeat(3000)],
    ['rows of one empty cell', '\n'.repeat(5000)],
    ['a wide row', `${'1;'.repeat(16_000)}\n`.repeat(3)],
    ['a row that is too wide', `${'1;'.repeat(17_000)}\n`],
    ['a row of empty cells that is hardly too wide', `${'x'.repeat(49)}\n${';'.repeat(16_390)}\n${'a;b\n'.repeat(50)}`],
    ['a quote behind the first byte', `a"b;c"d;e\n${'f;g\n'.repeat(50)}`],
    ['nothing easy', '"a\nb";5" ;"c" ;"d""e"f\n'.repeat(200)],
    ['never closed', `a;"b\n${'c;d;e\n'.repeat(200)}`],
  ])('%s', async (_name, text) => {
    for (const capacity of [100, 1000, 1 << 16]) await expectSame(text, capacity)
  })

  test('a record at the limit, and above it', async () => {
    const limits = { ...DEFAULT_LIMITS, recordBytes: 300 }
    for (let length = 290; length < 310; length++) {
      for (const cell of ['x'.repeat(length), `a;${'x'.repeat(length)}`, `a;"${'x'.repeat(length)}"`, `a;"${'x'.repeat(length)}";b`]) {
        for (const eol of ['\n', '\r', '\r\n']) await expectSame(`a${eol}${cell}${eol}${`b;c${eol}`.repeat(90)}`, 2000, plain, limits)
      }
    }
    const [refusal] = await expectSame(`"${';'.repeat(310)}";b\n${'b;c\n'.repeat(90)}`, 2000, plain, { ...limits, columns: 200 })
    expect(refusal).toContain('"columns"')
  })
})

describe('where WebAssembly is used', () => {
  const isPlain = ({ buffer, length }: Uint8Array): boolean => buffer.byteLength === length
  afterEach(() => void vi.unstubAllGlobals())

  test('for large buffers only, and not where spaces are skipped', () => {
    const allocate = (size: number, dialect = plain): Uint8Array => createTokeniser(dialect, DEFAULT_LIMITS).allocate(size)
    expect(isPlain(allocate(1 << 20))).toBe(false)
    expect(isPlain(allocate(1 << 18))).toBe(true)
    expect(isPlain(allocate(1 << 20, { ...plain, skipSpaces: true }))).toBe(true)
  })

  test.each<[string, object | undefined]>([
    ['absent', undefined],
    [
      'forbidden or without SIMD',
      {
        Module: class {
          constructor() {
            throw new Error('no')
          }
        },
      },
    ],
    ['without memory to give', { Module: Object, Memory: () => new RangeError('no') }],
  ])('not where it is %s', async (_name, found) => {
    vi.stubGlobal('WebAssembly', found)
    vi.resetModules()
    const { createTokeniser: create } = await import('../../../src/formats/csv/tokenise.js')
    expect(isPlain(create(plain, DEFAULT_LIMITS).allocate(1 << 20))).toBe(true)
  })

  test('many at a time', async () => {
    const given = await expectSame('a;b\n'.repeat(50), 1000)
    const all = await Promise.all(Array.from({ length: 60 }, () => tokenise('a;b\n'.repeat(50), SIMD, 1000, plain, DEFAULT_LIMITS)))
    for (const one of all) expect(one).toEqual(given)
  })
})

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}

test.skipIf(!isInstalled('wabt'))('scanModule.ts is what scan.wat compiles to (needs wabt)', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  execFileSync(process.execPath, ['buildScan.mjs', '--check'], { cwd: root, stdio: 'pipe' })
})
