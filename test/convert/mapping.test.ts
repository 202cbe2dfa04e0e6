import { describe, expect, it } from 'vitest'
import { mappingJson, mappingOf, readMapping } from '../../src/convert/mapping.js'
import { CSV_MARK, csvLine } from '../../src/reporters/csvLine.js'
import { memorySource } from '../formats/memorySource.js'
import { convertText, schemaOf } from './convertText.js'

const fields = ['nom', 'montant']
const read = (text: string, name = 'colonnes.csv') => readMapping(memorySource(text, name), fields, {})

describe('a mapping', () => {
  it.each([
    ['with titles', 'colonne;champ\nLibellé;nom\nSomme;montant\nNote;\n'],
    ['without', 'Libellé;nom\nSomme;montant\nNote;\n'],
    ['with a mark and commas', '\ufeffLibellé,nom\r\nSomme,montant\r\nNote,\r\n'],
  ])('is read from a CSV %s', async (_name, text) => {
    expect([...(await read(text))]).toEqual([
      ['Libellé', 'nom'],
      ['Somme', 'montant'],
      ['Note', ''],
    ])
  })

  it('is read from a JSON object', async () => {
    expect([...(await read('{"Libellé": "nom", "Note": null}', 'colonnes.json'))]).toEqual([
      ['Libellé', 'nom'],
      ['Note', ''],
    ])
  })

  it.each([
    ['a CSV of one column', 'Libellé\nSomme\n', 'x.csv'],
    ['a JSON list', '["nom"]', 'x.json'],
    ['no JSON', '{', 'x.json'],
    ['JSON of something else', '{"nom": 1}', 'x.json'],
  ])('is not %s', async (_name, text, name) => {
    await expect(read(text, name)).rejects.toMatchObject({ code: 'bad-mapping' })
  })

  it('says what the labels were taken for; guesses are for the user to confirm', async () => {
    const schema = schemaOf({ nom: { type: 'string' }, montant: { type: 'number' }, date: { type: 'date' } })
    const { table } = await convertText('NOM;montnat;autre;Date;DATE\nA;1;x;;\n', schema)
    const mapping = mappingOf([table], false)
    expect([...mapping]).toEqual([
      ['NOM', 'nom'],
      ['montnat', ''],
      ['autre', ''],
      ['Date', ''],
      ['DATE', ''],
    ])
    expect(mappingOf([table], true).get('montnat')).toBe('montant')
    const csv = CSV_MARK + [['colonne', 'champ'], ...mapping].map((cells) => csvLine(cells, ';')).join('')
    expect([...(await readMapping(memorySource(csv, 'm.csv'), ['nom', 'montant', 'date'], {}))]).toEqual([...mapping])
    expect(JSON.parse(mappingJson(mapping))).toEqual(Object.fromEntries(mapping))
  })
})
