import { describe, expect, test } from 'vitest'
import { chooseTable } from '../../src/dataPackage/chooseTable.js'
import { readDataPackage } from '../../src/index.js'
import { memorySource } from '../formats/memorySource.js'

const named = (...names: string[]) => ({ fields: names.map((name) => ({ name, type: 'string' })) })
const { tables } = await readDataPackage({
  resources: [
    { name: 'site', path: 'site/exemple-valide.csv', schema: named('id_site', 'nom', 'commune') },
    { name: 'measure', path: 'measure/exemple-valide.csv', schema: named('id_channel', 'debut', 'valeur') },
    { name: 'référentiel leviers', path: ['referentiels/50_leviers.csv', './autres.csv'], schema: named('levier', 'description') },
    { name: 'aide', schema: named('titre', 'montant', 'public') },
    { name: 'aide-professionnels', schema: named('titre', 'montant', 'public') },
  ],
})

const choose = (path: string, text = 'x,y\n1,2\n', isNamed = true) =>
  chooseTable(path, tables, { isNamed, open: async () => memorySource(new TextEncoder().encode(text), path) })

describe('chooseTable', () => {
  test.each([
    ['data/measure/exemple-valide.csv', undefined, 'measure', 'path'],
    ['exports\\site\\exemple-valide.csv', undefined, 'site', 'path'],
    ['50_leviers.csv', undefined, 'référentiel leviers', 'path'],
    ['ici/autres.csv', undefined, 'référentiel leviers', 'path'],
    ['Measure.xlsx', undefined, 'measure', 'name'],
    ['Referentiel_Leviers.csv.gz', undefined, 'référentiel leviers', 'name'],
    ['export.csv', 'id_site;nom;commune\n1;a;b\n', 'site', 'header'],
    // The header knows better than a word in the name.
    ['measure-du-site-2024.csv', 'id_site,nom,commune\n1,a,b\n', 'site', 'header'],
    // Two tables with the same columns: the longest name decides.
    ['aide-professionnels-2024.csv', 'titre,montant,public\na,1,b\n', 'aide-professionnels', 'name'],
    ['aide-2024.csv', 'titre,montant,public\na,1,b\n', 'aide', 'name'],
    // All of them are called so: neither place nor name tells.
    ['exemple-valide.csv', 'id_channel,debut,valeur\n1,2,3\n', 'measure', 'header'],
  ])('%s', async (path, text, name, by) => {
    const found = await choose(path, text)
    expect([found?.table.name, found?.by]).toEqual([name, by])
  })

  test.each([
    ['sites.csv', 'a,b\n1,2\n'],
    ['export.csv', 'titre,montant,public\na,1,b\n'],
    ['export.csv', ''],
  ])('%s %j: nothing tells', async (path, text) => {
    expect(await choose(path, text)).toBeUndefined()
  })

  test('the only table is that of a file that is named, not of one that was found', async () => {
    const only = tables.slice(0, 1)
    const options = { open: async () => memorySource(new TextEncoder().encode('a\n1\n'), 'x.csv') }
    expect((await chooseTable('x.csv', only, { ...options, isNamed: true }))?.by).toBe('only')
    expect(await chooseTable('x.csv', only, { ...options, isNamed: false })).toBeUndefined()
  })
})
