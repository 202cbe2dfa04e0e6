import { describe, expect, it } from 'vitest'
import type { WriterName } from '../../src/writers/index.js'
import { writerOf } from '../../src/writers/index.js'
import { convertText, schemaOf } from '../convert/convertText.js'

const schema = schemaOf({
  nom: { type: 'string' },
  siret: { type: 'string' },
  montant: { type: 'number' },
  effectif: { type: 'integer' },
  public: { type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
  jour: { type: 'date', format: '%d/%m/%Y' },
  lieu: { type: 'geopoint' },
  etiquettes: { type: 'array' },
  annee: { type: 'year' },
})
const header = 'nom;siret;montant;effectif;public;jour;lieu;etiquettes;annee'
const row = '"Les ""Amis"", ""été""";05880148100019;1850.50;12;oui;06/12/2022;1.44,43.6;"[1, ""a""]";2024'

async function written(to: WriterName, content: string): Promise<string> {
  return (await convertText(content, schema, { to })).text
}

describe('CSV', () => {
  const cell = async (text: string): Promise<string> => {
    const free = schemaOf({ a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' }, d: { type: 'string' } })
    const quoted = `"${text.replaceAll('"', '""')}"`
    const { text: csv } = await convertText(`a;b;c;d\nx;${quoted};y;z\n`, free, { format: { delimiter: ';' } })
    return csv.slice('a,b,c,d\nx,'.length, -',y,z\n'.length)
  }

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['a\r\nb', '"a\r\nb"'],
    [' a', '" a"'],
    ['a ', 'a '],
    ["'a'", '"\'a\'"'],
    ['a;b', 'a;b'],
    ['été €', 'été €'],
  ])('%j is written %j', async (text, expected) => expect(await cell(text)).toBe(expected))

  it('has no mark, ends its lines with LF, quotes labels where they need it', async () => {
    const free = schemaOf({ 'a,b': { type: 'string' }, c: { type: 'string' } })
    expect((await convertText('\ufeff"a,b";c\r\n1;2\r\n', free)).text).toBe('"a,b",c\n1,2\n')
  })

  it('shows what is text in a table of few columns, so that its separator cannot be mistaken', async () => {
    const two = schemaOf({ a: { type: 'string' }, b: { type: 'string' } })
    expect((await convertText('a,b\nx,1;2\ny,3;4\n', two)).text).toBe('a,b\nx,"1;2"\ny,"3;4"\n')
  })
})

describe('JSON', () => {
  const objects = [
    {
      nom: 'Les "Amis", "été"',
      siret: '05880148100019',
      montant: 1850.5,
      effectif: 12,
      public: true,
      jour: '2022-12-06',
      lieu: { lon: 1.44, lat: 43.6 },
      etiquettes: [1, 'a'],
      annee: 2024,
    },
    { nom: 'B', siret: null, montant: null, effectif: null, public: null, jour: null, lieu: null, etiquettes: null, annee: null },
  ]

  it('is an array of typed objects, one per line', async () => {
    const text = await written('json', `${header}\n${row}\nB;;;;;;;;\n`)
    expect(JSON.parse(text)).toEqual(objects)
    expect(text.split('\n')).toHaveLength(5)
    expect(text).toContain('"montant":1850.50')
  })

  it('is an empty array for a table without rows', async () => expect(await written('json', `${header}\n`)).toBe('[]\n'))

  it('is one object per line as NDJSON', async () => {
    const text = await written('ndjson', `${header}\n${row}\nB;;;;;;;;\n`)
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(objects)
  })

  it('keeps as text what is no value of its field, and every column', async () => {
    const text = await written('ndjson', 'nom;montant;autre;autre\nA;12 k€;x;y\nB;1;x;y;z\nC;2;;\nD;3;;\nE;4;;\n')
    const [first, second] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject({ montant: '12 k€', autre: 'x', autre_2: 'y' })
    expect(second).toMatchObject({ montant: 1, _extra: ['z'] })
  })
})

describe('the format of an output', () => {
  it.each([
    ['x.csv', 'csv'],
    ['x.JSON', 'json'],
    ['dossier.csv/x.jsonl', 'ndjson'],
    ['x.ndjson', 'ndjson'],
    ['x.txt', undefined],
    ['csv', undefined],
  ])('%s: %s', (name, expected) => expect(writerOf(name)).toBe(expected))
})
