// One French table in every encoding: each is recognised and reads the same.
import { describe, expect, test } from 'vitest'
import { DEFAULT_LIMITS, Reread } from '../../../src/core/format.js'
import { readEncodingName, type SingleByteEncoding, singleByteEncodings } from '../../../src/formats/csv/encodings.js'
import { openTable } from '../../../src/formats/index.js'
import { memorySource } from '../memorySource.js'
import { type ReadTable, readTable } from '../readTable.js'

const french = [
  'nomAttribuant;dateConvention;objet;montant',
  'Commune de Saint-Étienne-du-Rouvray;2022-03-15;Fête de la châtaigne : « l’été à la forêt »;1 250,50 €',
  'Département de l’Hérault;2022-04-01;Œuvres sociales, cœur de ville;300',
  'CRÈCHE DES ÎLES;2022-05-20;Aménagement d’une aire de jeux … à Noël;18 000',
  'Région Île-de-France;2022-06-30;Où ça ? Là-bas, près du théâtre;42',
]
  .join('\r\n')
  .concat('\r\n')
/** Without what ISO 8859 lacks. */
const plainFrench = french.replaceAll('’', "'").replaceAll('…', '...').replaceAll('Œ', 'Oe').replaceAll('œ', 'oe').replaceAll('€', 'EUR')

const rowsOf = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))

function encode(text: string, encoding: SingleByteEncoding): Uint8Array {
  const characters = singleByteEncodings[encoding]
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0)
    if (code < 0x80) return code
    const at = characters.indexOf(character)
    if (at < 0) throw new Error(`${encoding} lacks ${character}`)
    return 0x80 + at
  })
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const mark = utf8('\ufeff')
const read = (bytes: Uint8Array, options = {}, chunkSize = 7): Promise<ReadTable> =>
  readTable(memorySource(bytes, 'a.csv', chunkSize), options)

describe('twins', () => {
  const noDos = french.replaceAll('’', "'").replaceAll('…', '...').replaceAll('Œ', 'Oe').replaceAll('œ', 'oe').replaceAll('€', 'EUR')
  test.each<[string, Uint8Array, string, string, string[]]>([
    ['utf-8', utf8(french), 'utf-8', french, []],
    ['utf-8 with its mark', utf8(`\ufeff${french}`), 'utf-8', french, []],
    ['utf-8 with its mark twice', utf8(`\ufeff\ufeff${french}`), 'utf-8', french, []],
    ['utf-16le with its mark', utf16le(`\ufeff${french}`), 'utf-16le', french, ['file/unreadable-encoding']],
    ['utf-16be with its mark', utf16be(`\ufeff${french}`), 'utf-16be', french, ['file/unreadable-encoding']],
    ['utf-16le without mark', utf16le(french), 'utf-16le', french, ['file/unreadable-encoding']],
    ['utf-16be without mark', utf16be(french), 'utf-16be', french, ['file/unreadable-encoding']],
    ['windows-1252', encode(french, 'windows-1252'), 'windows-1252', french, ['file/encoding']],
    ['windows-1252 behind a UTF-8 mark', join(mark, encode(french, 'windows-1252')), 'windows-1252', french, ['file/encoding']],
    ['letters that ISO 8859 shares with windows-1252', encode(plainFrench, 'iso-8859-1'), 'windows-1252', plainFrench, ['file/encoding']],
    [
      'iso-8859-15',
      encode(french.replaceAll('’', "'").replaceAll('…', '...'), 'iso-8859-15'),
      'iso-8859-15',
      french.replaceAll('’', "'").replaceAll('…', '...'),
      ['file/encoding'],
    ],
    ['macintosh', encode(french, 'macintosh'), 'macintosh', french, ['file/unreadable-encoding']],
    ['cp850', encode(noDos, 'cp850'), 'cp850', noDos, ['file/unreadable-encoding']],
  ])('%s', async (_name, bytes, encoding, text, faults) => {
    const table = await read(bytes)
    expect(table.facts).toMatchObject({ name: 'csv', encoding, delimiter: ';' })
    expect(table.rows).toEqual(rowsOf(text))
    expect(table.faults.map(({ code }) => code)).toEqual(faults)
    for (const { details } of table.faults) expect(details).toEqual({ encoding })
    expect(table.findings).toEqual([])
    const isGuessed = !encoding.startsWith('utf-8') && !_name.includes('its mark')
    if (isGuessed) expect(table.facts.encodingConfidence).toBeGreaterThan(0.6)
    else expect(table.facts.encodingConfidence).toBeUndefined()
  })

  test.each<[string, SingleByteEncoding]>([
    ['NOM COLLECTIVITÉ;MONTANT\nMAIRIE;1\n', 'cp850'],
    ['NOM COLLECTIVITÉ;MONTANT\nMAIRIE;1\n', 'macintosh'],
    ['NOM COLLECTIVITÉ;MONTANT\nMAIRIE;1\n', 'windows-1252'],
    ['nom collectivité;montant\nmairie;1\n', 'cp850'],
    ['nom collectivité;montant\nmairie;1\n', 'macintosh'],
    ['nom collectivité;montant\nmairie;1\n', 'windows-1252'],
    ['nom;objet\nmairie;Soutien à la création\n', 'cp850'],
    ['nom;objet\nmairie;Soutien à la création\n', 'macintosh'],
    ['nom;objet\nmairie;Cœur de ville\n', 'iso-8859-15'],
    ['nom;objet\nmairie;l’eau\n', 'macintosh'],
    ['nom;objet\nmairie;l’eau\n', 'windows-1252'],
  ])('few accents: %j in %s', async (text, encoding) => {
    const table = await read(encode(text, encoding))
    expect(table.rows).toEqual(
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(';')),
    )
    expect(table.facts.encoding).toBe(encoding)
  })

  test('the fewer the accents, the less sure', async () => {
    const one = await read(encode('nom;montant\nétat;1\n', 'windows-1252'))
    const many = await read(encode(french, 'windows-1252'))
    expect(one.facts.encodingConfidence).toBeLessThan(many.facts.encodingConfidence!)
  })
})

describe('the whole file decides', () => {
  const ascii = 'nom;montant;objet de la subvention\n'.repeat(20_000)

  test('a bad byte behind the head: read again under the encoding that fits', async () => {
    const table = await read(join(utf8(ascii), encode('Fête de la châtaigne;12;été\n', 'windows-1252')), {}, 100_000)
    expect(table.rereads).toBe(1)
    expect(table.facts.encoding).toBe('windows-1252')
    expect(table.facts.encodingConfidence).toBeGreaterThan(0.5)
    expect(table.rows.at(-1)).toEqual(['Fête de la châtaigne', '12', 'été'])
  })

  test('Reread is thrown before a row that holds the bad byte', async () => {
    const source = memorySource(join(utf8(ascii), encode('été;1;2\n', 'cp850')), 'a.csv', 100_000)
    const opened = await openTable(source, {}, { limits: DEFAULT_LIMITS })
    const reading = async (): Promise<void> => {
      for await (const batch of opened.sheets[0]!.batches(() => {})) expect(batch.rows).toBeGreaterThan(0)
    }
    await expect(reading()).rejects.toBeInstanceOf(Reread)
    await expect(reading()).rejects.toMatchObject({ options: { encoding: 'cp850' } })
  })

  test('a character that is cut by the end of the head is no bad byte', async () => {
    for (let shift = 0; shift < 4; shift++) {
      const table = await read(utf8(`${'x'.repeat(shift)};${'€;é\n'.repeat(60_000)}`), {}, 65_536)
      expect(table.facts.encoding).toBe('utf-8')
      expect(table.rereads).toBe(0)
    }
  })

  test('the native check and the portable one agree', async () => {
    const bytes = join(utf8(ascii), Uint8Array.of(0xc3, 0x28, 0x0a))
    const calls: boolean[] = []
    const isUtf8 = (part: Uint8Array): boolean => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(part)
        calls.push(true)
      } catch {
        calls.push(false)
      }
      return calls.at(-1)!
    }
    const table = await readTable(memorySource(bytes, 'a.csv', 100_000), {}, { isUtf8 })
    expect(calls.at(-1)).toBe(false)
    expect(table.facts.encoding).toBe((await read(bytes, {}, 100_000)).facts.encoding)
  })
})

describe('damaged UTF-8 stays UTF-8', () => {
  const latin = (text: string): Uint8Array => encode(text, 'windows-1252')
  const good = utf8('Été à la forêt;«1»\n'.repeat(10))

  test('each bad row is one finding, with its place', async () => {
    const table = await read(join(utf8('nom;objet\n'), good, latin('a;"d ""q"" été\nà"\n'), good, latin('Noël;b\n')))
    expect(table.facts.encoding).toBe('utf-8')
    expect(table.facts.encodingConfidence).toBeGreaterThan(0.9)
    expect(table.faults).toEqual([])
    expect(table.rows[11]).toEqual(['a', 'd "q" \ufffdt\ufffd\n\ufffd'])
    expect(table.findings).toEqual([
      { code: 'row/encoding', place: { row: 12, line: 12, column: 2 }, details: { bytes: 'E9', before: 'd "q" ' } },
      { code: 'row/encoding', place: { row: 23, line: 24, column: 1 }, details: { bytes: 'EB', before: 'No' } },
    ])
  })

  test('found behind the head', async () => {
    const body = utf8('Été à la forêt;«1»\n'.repeat(15_000))
    const table = await read(join(body, latin('Noël;2\n'), body), {}, 100_000)
    expect(table.rereads).toBe(1)
    expect(table.rows).toHaveLength(30_001)
    expect(table.findings).toMatchObject([{ code: 'row/encoding', place: { row: 15_001, line: 15_001, column: 1 } }])
  })

  test('a character that the end of the file cuts', async () => {
    const table = await read(join(good, utf8('é').subarray(0, 1)))
    expect(table.rows.at(-1)).toEqual(['\ufffd'])
    expect(table.findings).toMatchObject([{ code: 'row/encoding', place: { row: 11 }, details: { bytes: 'C3', before: '' } }])
  })

  test('UTF-8 when the user says so', async () => {
    const table = await read(latin('nom;objet\nNoël;b\n'), { encoding: 'UTF8' })
    expect(table.rows[1]).toEqual(['No\ufffdl', 'b'])
    expect(table.findings).toHaveLength(1)
  })
})

describe('UTF-16 at its edges', () => {
  test('an odd length, lone halves, characters beyond the first plane', async () => {
    const bytes = join(utf16le('\ufeffa;𝄞\n\ud834;b\n\udd1e'), Uint8Array.of(0x41))
    for (const size of [1, 2, 3, 1000]) {
      const table = await read(bytes, {}, size)
      expect(table.rows).toEqual([['a', '𝄞'], ['\ufffd', 'b'], ['\ufffd\ufffd']])
    }
  })
})

describe('--encoding', () => {
  test.each([
    ['latin1', 'iso-8859-1'],
    ['ISO_8859-1', 'iso-8859-1'],
    ['cp1252', 'windows-1252'],
    ['ANSI', 'windows-1252'],
    ['utf8', 'utf-8'],
    ['UTF-8-SIG', 'utf-8'],
    ['macroman', 'macintosh'],
    ['mac_roman', 'macintosh'],
    ['IBM850', 'cp850'],
    ['latin-9', 'iso-8859-15'],
    ['utf-16', 'utf-16le'],
  ])('%s is %s', (name, encoding) => {
    expect(readEncodingName(name)).toBe(encoding)
  })

  test.each(['klingon', '', 'constructor', 'shift_jis'])('%j is unknown', async (name) => {
    await expect(read(utf8('a'), { encoding: name })).rejects.toMatchObject({ code: 'unknown-encoding', details: { value: name } })
  })

  test('wins over what the bytes say', async () => {
    const table = await read(utf8('nom\nété\n'), { encoding: 'windows-1252' })
    expect(table.rows[1]).toEqual(['Ã©tÃ©'])
    expect(table.faults).toEqual([{ code: 'file/encoding', details: { encoding: 'windows-1252' } }])
  })

  test('does not keep a mark', async () => {
    expect((await read(utf16be(`\ufeff${french}`), { encoding: 'utf-16be' })).rows).toEqual(rowsOf(french))
    expect((await read(join(mark, encode(french, 'windows-1252')), { encoding: 'cp1252' })).rows).toEqual(rowsOf(french))
  })
})
