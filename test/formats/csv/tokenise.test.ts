import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/core/format.js'
import { memorySource } from '../memorySource.js'
import { type ReadTable, readTable } from '../readTable.js'

const forced = { delimiter: ';', quote: '"', encoding: 'utf-8' }
const read = (text: string, options = {}): Promise<ReadTable> => readTable(memorySource(text), { ...forced, ...options })
const codes = ({ findings }: ReadTable) => findings.map(({ code, place }) => [code, place.row, place.line, place.column])

describe('records and cells', () => {
  test.each<[string, string, string[][]]>([
    [
      'a final newline adds no row',
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no final newline',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a final delimiter is an empty cell',
      'a;b\n1;',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'CR',
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a final CR',
      'a;b\r\n1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['mixed ends', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    ['blank lines are rows', '\n\na\n\n', [[''], [''], ['a'], ['']]],
    ['LF CR is a blank line', 'a\n\rb', [['a'], [''], ['b']]],
    [
      'quoted',
      '"a";"b"\n"1";"2"',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['quoted and empty', '"";""\n""', [['', ''], ['']]],
    ['a delimiter between quotes', '"a;b";c', [['a;b', 'c']]],
    ['newlines between quotes', '"a\nb\r\nc\rd";e\n1', [['a\nb\r\nc\rd', 'e'], ['1']]],
    ['doubled quotes', '"a""b";"""";"""a"""', [['a"b', '"', '"a"']]],
    ['a quote inside an unquoted cell', 'a"b;c""d;5"\n"', [['a"b', 'c""d', '5"'], ['"']]],
    ['a quote behind a space', ' "a";b', [[' "a"', 'b']]],
    ['ragged rows', 'a;b\n1\n1;2;3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['accents next to quotes', 'é;"à ""ç""";ï\n', [['é', 'à "ç"', 'ï']]],
  ])('%s', async (_name, text, rows) => {
    expect((await read(text)).rows).toEqual(rows)
  })

  test('rows are numbered one by one, lines as an editor shows them', async () => {
    const table = await read('a\r\n"b\r\nb\rb";c\n\n"d\nd"\re\n')
    expect(table.rowNumbers).toEqual([1, 2, 3, 4, 5])
    expect(table.lines).toEqual([1, 2, 5, 6, 8])
  })

  test('batches go on from one another', async () => {
    const table = await read('x;y\n'.repeat(5000))
    expect(table.rows).toHaveLength(5000)
    expect(table.rowNumbers.at(-1)).toBe(5000)
    expect(table.lines.at(-1)).toBe(5000)
  })

  test('many cells in a row', async () => {
    const [row] = (await read(`${'1;'.repeat(16_000)}\n`)).rows
    expect(row).toHaveLength(16_001)
  })

  test('other quotes, none, escaped ones', async () => {
    expect((await read("'a;b';c", { quote: "'" })).rows).toEqual([['a;b', 'c']])
    expect((await read('"a;b";c', { quote: '' })).rows).toEqual([['"a', 'b"', 'c']])
    expect((await read('a;b\n"x \\"y\\" \\\\ \\z; ""t""";2\n')).rows[1]).toEqual(['x "y" \\ \\z; "t"', '2'])
  })
})

describe('stray quotes are read as Python and so Validata read them', () => {
  test.each<[string, string, string[], number]>([
    ['text behind the closing quote', '"y"z;1', ['yz', '1'], 1],
    ['quotes that are not doubled', '1;"a "b" c";2', ['1', 'a b" c"', '2'], 2],
    ['doubled ones before and after', '"a""b"c""d";1', ['a"bc""d"', '1'], 1],
    ['a space behind the closing quote', '"a" ;1', ['a ', '1'], 1],
    ['an opening quote too many', '""a b";1', ['a b"', '1'], 1],
    ['a newline in the cell, no opening quote behind', '"a\nb"c;1', ['a\nbc', '1'], 1],
  ])('%s', async (_name, text, row, column) => {
    const table = await read(`x\n${text}\nz`)
    expect(table.rows).toEqual([['x'], row, ['z']])
    expect(codes(table)).toEqual([['row/stray-quote', 2, 2, column]])
  })

  test('a lone quote inside an unquoted cell is said, a pair is not', async () => {
    expect(codes(await read('a;les "Amis";b\n1;25"Les Amis;b\n'))).toEqual([['row/stray-quote', 2, 2, 2]])
  })

  test('one finding for a row', async () => {
    expect(codes(await read('"a"b;"c"d\n'))).toEqual([['row/stray-quote', 1, 1, 1]])
  })
})

describe('a quote that is never closed is text', () => {
  test('up to the end of the file', async () => {
    const table = await read('a;b\n1;"deux\n3;quatre\n5;"six"\n7;8')
    expect(table.rows).toEqual([
      ['a', 'b'],
      ['1', '"deux'],
      ['3', 'quatre'],
      ['5', 'six'],
      ['7', '8'],
    ])
    expect(codes(table)).toEqual([['row/unclosed-quote', 2, 2, 2]])
  })

  test('no other quote behind', async () => {
    const table = await read('a;b\n"1;2\n3;4\n')
    expect(table.rows).toEqual([
      ['a', 'b'],
      ['"1', '2'],
      ['3', '4'],
    ])
    expect(codes(table)).toEqual([['row/unclosed-quote', 2, 2, 1]])
  })

  test('a lone quote at the very end', async () => {
    expect((await read('a;"')).rows).toEqual([['a', '"']])
  })

  test('several in a row, several rows', async () => {
    const table = await read('"a;"b\n1;2\n"c;d\n"e";f\n')
    expect(table.rows).toEqual([['a;b'], ['1', '2'], ['"c', 'd'], ['e', 'f']])
    expect(codes(table)).toEqual([
      ['row/stray-quote', 1, 1, 1],
      ['row/unclosed-quote', 3, 3, 1],
    ])
  })

  test('control characters of the rows behind are not its own', async () => {
    const table = await read('"a;b\nc\u0001;d\n')
    expect(codes(table)).toEqual([
      ['row/unclosed-quote', 1, 1, 1],
      ['row/control-character', 2, 2, undefined],
    ])
  })

  test('near the start of a large file', async () => {
    const body = 'Association de quartier;1250.50;2022-03-15\n'.repeat(120_000)
    const table = await read(`nom;montant;date\n"Mairie;1;2022\n${body}`)
    expect(table.rows).toHaveLength(120_002)
    expect(table.rows[1]).toEqual(['"Mairie', '1', '2022'])
    expect(codes(table)).toEqual([['row/unclosed-quote', 2, 2, 1]])
  })

  test.each([
    ['each line opens a quote', '"a;b\n'.repeat(50_000), 50_000],
    ['each line opens a quote, and the next one shows it', '"a;"\n'.repeat(50_000), 50_000],
    ['doubled quotes everywhere', '"a;""\n'.repeat(50_000), 50_000],
    ['each cell opens a quote', `${'"a;'.repeat(16_000)}\n`.repeat(3), 3],
  ])('in linear time: %s', async (_name, text, rows) => {
    const table = await read(text)
    expect(table.rows.length).toBeGreaterThan(0)
    expect(table.rows.length).toBeLessThanOrEqual(rows)
  })
})

describe('limits', () => {
  const limits = { ...DEFAULT_LIMITS, recordBytes: 100, columns: 5 }

  test('a record at the limit, and above it', async () => {
    expect((await read(`a\n${'x'.repeat(100)}\nb`, { limits })).rows).toHaveLength(3)
    const tooLong = { code: 'limit-exceeded', details: { limit: 'recordBytes', value: 100, row: 2 } }
    await expect(read(`a\n${'x'.repeat(101)}\nb`, { limits })).rejects.toMatchObject(tooLong)
    await expect(read(`a\n${'x'.repeat(101)}`, { limits })).rejects.toMatchObject(tooLong)
    await expect(read(`a\n"${'x'.repeat(60)}";${'x'.repeat(60)}\n`, { limits })).rejects.toMatchObject(tooLong)
  })

  test.each<[string, string, number[]]>([
    ['bad bytes', 'utf-8', [0x80]],
    ['letters of a single byte', 'windows-1252', [0xe9]],
    ['letters of UTF-16', 'utf-16le', [0x20, 0x20]],
  ])('a record is measured in the bytes of the file: %s', async (_, encoding, unit) => {
    const [mark, pad] = encoding === 'utf-16le' ? [[0xff, 0xfe], [0]] : [[], []]
    const record = (units: number, quoted: boolean) => {
      const quote = quoted ? [0x22, ...pad] : []
      const bytes = [...mark, 97, ...pad, 10, ...pad, ...quote, ...Array.from({ length: units }, () => unit).flat(), ...quote, 10, ...pad]
      return readTable(memorySource(new Uint8Array(bytes)), { ...forced, limits, encoding })
    }
    const units = 90 / unit.length
    for (const quoted of [false, true]) {
      const table = await record(units, quoted)
      expect(table.rows[1]![0]).toHaveLength(units)
      expect(codes(table).flat()).not.toContain('row/unclosed-quote')
      await expect(record(units * 2, quoted)).rejects.toMatchObject({ details: { value: 100, row: 2 } })
    }
  })

  test('a record that never ends is refused before it fills the memory', async () => {
    const line = new Uint8Array(1 << 20).fill(120)
    let given = 0
    const endless = {
      name: 'a.csv',
      async *open() {
        for (given = 0; ; given++) yield line
      },
    }
    const tooLong = { code: 'limit-exceeded', details: { limit: 'recordBytes', row: 1 } }
    await expect(readTable(endless, forced)).rejects.toMatchObject(tooLong)
    expect(given).toBeLessThan(40)
  })

  test('a quoted cell above the limit was never closed', async () => {
    const table = await read(`a;b\n"1;2\n${'3;4\n'.repeat(50)}5;"6"`, { limits })
    expect(codes(table)).toEqual([['row/unclosed-quote', 2, 2, 1]])
    expect(table.rows).toHaveLength(53)
  })

  test('cells of a row', async () => {
    expect((await read('1;2;3;4;5\n', { limits })).rows).toHaveLength(1)
    const tooWide = { code: 'limit-exceeded', details: { limit: 'columns', value: 5, row: 2 } }
    await expect(read('a\n1;2;3;4;5;6\n', { limits })).rejects.toMatchObject(tooWide)
  })
})

test('control characters are named once for each row', async () => {
  const table = await read(`a;b\n\u0000x\u0000;\u0007\n"\u001b";\u007f\n\t;1\n${'deux;trois\n'.repeat(50)}`)
  expect(table.rows[1]).toEqual(['\u0000x\u0000', '\u0007'])
  expect(table.findings).toEqual([
    { code: 'row/control-character', place: { row: 2, line: 2 }, details: { codePoints: ['U+0000', 'U+0007'] } },
    { code: 'row/control-character', place: { row: 3, line: 3 }, details: { codePoints: ['U+001B', 'U+007F'] } },
  ])
})

test('a delimiter or a quote of more than one character is refused', async () => {
  await expect(read('a', { delimiter: ';;' })).rejects.toMatchObject({ code: 'bad-option-value', details: { option: 'delimiter' } })
  await expect(read('a', { quote: 'é' })).rejects.toMatchObject({ code: 'bad-option-value', details: { option: 'quote', value: 'é' } })
  expect((await read('a\tb', { delimiter: 'tab' })).rows).toEqual([['a', 'b']])
  expect((await read('a\tb', { delimiter: '\\t' })).rows).toEqual([['a', 'b']])
})
