// Data packages as a user meets them: a whole one, one file of it, what is missing, keys from one file into another.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { scdl } from './run.js'

const folder = temporaryFolder()
const cwd = folder.path
cpSync(fileURLToPath(new URL('../dataPackage/equipements', import.meta.url)), folder.path, { recursive: true })
folder.write(
  'autres/horaires.csv',
  'equipement;jour;ouverture;fermeture\nPIS-1;lundi;09:00;19:00\nPIS-9;mardi;09:00;19:00\nMED-1;jeudi;9h;18:00\n',
)
folder.write('autres/export.csv', 'id,nom,adresse,capacite\nPIS-1,Piscine,,\n')
folder.write('autres/liste.csv', 'a,b\n1,2\n')
folder.write('grand/horaires-2.csv', 'equipement,jour,ouverture,fermeture\nPIS-2,lundi,09:00,19:00\n')
folder.write('grand/equipements-2.csv', 'id,nom,adresse,capacite\nPIS-2,Bassin,,\n')

interface File {
  source: string
  valid: boolean
  schema: { name: string; resource?: string; package?: string }
  diagnostics: { code: string; row?: number; message: string; details?: { value?: string } }[]
}

const lot = 'datapackage.json'
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')
async function validate(...args: string[]) {
  const { code, stdout, stderr } = await scdl(['validate', ...args, '--report', 'json'], { cwd })
  const { files } = (stdout === '' ? { files: [] } : JSON.parse(stdout)) as { files: File[] }
  const found = files.map(({ source, valid, schema, diagnostics }) => ({
    source: source.replaceAll('\\', '/'),
    valid,
    resource: schema.resource,
    found: diagnostics.map(({ code, row }) => (row === undefined ? code : `${code} ${row}`)),
  }))
  return { code, found, files, stderr: plain(stderr) }
}

describe('several files', () => {
  test('each against its own table, with the keys between them', async () => {
    const { code, found, stderr } = await validate('data', '--schema', lot)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(found).toEqual([
      { source: 'data/equipements.csv', valid: true, resource: 'equipements', found: [] },
      { source: 'data/horaires.csv', valid: true, resource: 'horaires', found: [] },
      { source: 'data/tarifs.csv', valid: true, resource: 'tarifs', found: [] },
    ])
  })

  test.each([['1'], ['2']])('a reference that leads nowhere, with --jobs %s', async (jobs) => {
    const { code, found, files, stderr } = await validate('autres/horaires.csv', 'data/equipements.csv', '--schema', lot, '--jobs', jobs)
    expect(code).toBe(1)
    expect(found.map(({ found }) => found)).toEqual([['row/foreign-key 3', 'cell/pattern 4'], []])
    expect(plain(files[0]?.diagnostics[0]?.message ?? '')).toBe(
      'La valeur « PIS-9 » de « equipement » est introuvable dans « id » du tableau « equipements », à quoi elle renvoie.',
    )
    expect(stderr).toContain('Aucun fichier ne correspond à ce tableau de « datapackage.json » : « tarifs »')
  })

  test('a table in several files has the keys of all of them', async () => {
    const { code, found } = await validate('grand', 'data/equipements.csv', 'data/horaires.csv', '--schema', lot)
    expect([code, found.map(({ resource }) => resource)]).toEqual([0, ['equipements', 'horaires', 'equipements', 'horaires']])
  })

  test('standard input takes part, whatever the threads', async () => {
    const stdin = 'id,nom,adresse,capacite\nPIS-1,Piscine,,\nPIS-9,Bassin,,\nMED-1,Médiathèque,,\n'
    const args = ['validate', '-', 'autres/horaires.csv', '--schema', lot, '--report', 'json', '--jobs', '2']
    const { code, stdout } = await scdl(args, { cwd, stdin })
    const { files } = JSON.parse(stdout) as { files: File[] }
    expect([code, files.map(({ diagnostics }) => diagnostics.map((d) => d.code))]).toEqual([1, [[], ['cell/pattern']]])
  })

  test('a folder may hold other files: they are told, and nothing else is made of them', async () => {
    const { code, found, stderr } = await validate('autres', '--schema', lot)
    expect([code, found.map(({ source }) => source)]).toEqual([1, ['autres/export.csv', 'autres/horaires.csv']])
    expect(stderr).toContain("autres/liste.csv n'est pas vérifié")
    expect(stderr).toContain('autres/export.csv est pris pour le tableau « equipements » de « datapackage.json »')
  })

  test('a file that is named must be one of the tables', async () => {
    const { code, found, stderr } = await validate('autres/liste.csv', 'data/equipements.csv', '--schema', lot)
    expect([code, found.map(({ valid }) => valid)]).toEqual([2, [true]])
    expect(stderr).toContain('--schema datapackage.json#equipements')
  })
})

describe('one file', () => {
  test('keys into other tables are told not to be checked', async () => {
    const { code, found, files } = await validate('data/horaires.csv', '--schema', lot)
    expect([code, found[0]?.found, found[0]?.valid]).toEqual([0, ['schema/key'], true])
    expect(plain(files[0]?.diagnostics[0]?.message ?? '')).toContain('« equipement » existe aussi dans un autre tableau, « equipements »')
    const { stdout } = await scdl(['validate', 'data/horaires.csv', '--schema', lot], { cwd })
    expect(plain(stdout)).toContain('tableau « horaires » de datapackage.json')
    // It bounds what the verdict says: it stands beside it, not among the remarks.
    expect(plain(stdout)).toContain('Tout ce qui a été vérifié est juste. Le schéma veut que « equipement »')
    expect(plain(stdout)).toContain("ce renvoi n'est pas vérifié. Pour qu'il le soit, vérifiez les deux fichiers ensemble")
    expect(stdout).not.toContain('POUR INFORMATION')
  })

  test('the table that is named, whatever the file is called', async () => {
    const { found, files, stderr } = await validate('autres/liste.csv', '--schema', `${lot}#equipements`)
    expect([found[0]?.resource, files[0]?.schema.package, stderr]).toEqual(['equipements', lot, ''])
  })

  test.each([
    ['a table that it does not have', [`${lot}#horaire`], 'Vouliez-vous dire « horaires » ?'],
    ['a table of what is no package', ['schemas/equipements.json#a'], 'ne réunit pas plusieurs tableaux'],
    ['a package without tables', ['vide.json'], 'vide.json'],
    ['too many tables', ['trop.json'], '100'],
    ['a schema out of its folder', ['dehors.json'], 'hors de son dossier'],
  ])('2: %s', async (_, [schema = ''], said) => {
    folder.write('vide.json', '{"resources": []}')
    folder.write('trop.json', JSON.stringify({ resources: Array.from({ length: 101 }, () => ({ schema: {} })) }))
    folder.write('dehors.json', '{"resources": [{"name": "a", "schema": "../../../etc/passwd"}]}')
    const { code, stderr } = await validate('data/horaires.csv', '--schema', schema)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(said) })
  })

  test('is converted as its table asks', async () => {
    const source = folder.write('a-convertir/horaires.csv', 'jour;equipement;ouverture;fermeture\nLundi;PIS-1;09:00;19:00\n')
    const { code, stdout } = await scdl(['convert', source, '--schema', join(cwd, lot), '--out', '-', '--quiet'], { cwd })
    expect([code, stdout]).toEqual([0, 'equipement,jour,ouverture,fermeture\nPIS-1,lundi,09:00,19:00\n'])
  })

  test.each(['fr', 'en'])('what convert does not check is said, in %s', async (lang) => {
    const all = ['data/horaires.csv', 'data/equipements.csv', '--schema', lot, '--out-dir', 'corriges', '--force', '--lang', lang]
    const { code, stdout } = await scdl(['convert', ...all], { cwd })
    expect(code).toBe(0)
    const said = lang === 'fr' ? "ce renvoi n'est pas vérifié. Pour qu'il le soit" : 'this reference is not checked. To have it checked'
    expect(plain(stdout).split(said)).toHaveLength(2)
  })
})

test('a configuration names a package, or one of its tables', async () => {
  const files = [
    { match: 'data/*.csv', schema: 'datapackage.json' },
    { match: 'autres/export.csv', schema: 'datapackage.json#equipements' },
  ]
  folder.write('scdl.config.json', JSON.stringify({ files, unmatched: 'ignore' }))
  const { code, stdout, stderr } = await scdl(['validate', '--config', 'scdl.config.json', '--report', 'json'], { cwd })
  const report = JSON.parse(stdout) as { files: File[] }
  expect([code, stderr]).toEqual([0, ''])
  expect(report.files.map(({ schema }) => schema.resource)).toEqual(['equipements', 'equipements', 'horaires', 'tarifs'])
})

describe('scdl schemas', () => {
  const schemas = async (...args: string[]) => {
    const { code, stdout } = await scdl(['schemas', ...args, '--offline'], { cwd })
    return { code, text: plain(stdout) }
  }

  test('show: the tables of a package', async () => {
    const { code, text } = await schemas('show', lot)
    expect([code, text]).toEqual([0, expect.stringContaining("horaires Horaires d'ouverture ; colonnes : 4, dont 1 obligatoire")])
    expect(text).toContain('scdl schemas fields datapackage.json#equipements')
    const { text: json } = await schemas('show', lot, '--json')
    expect(JSON.parse(json)).toMatchObject({ type: 'datapackage', tables: [{ name: 'equipements', fields: 4 }, {}, {}] })
  })

  test('fields: of every table, or of one', async () => {
    const all = await schemas('fields', lot)
    expect([all.code, ['plein_tarif', 'ouverture', 'capacite'].every((name) => all.text.includes(name))]).toEqual([0, true])
    const { text } = await schemas('fields', `${lot}#tarifs`)
    expect([text.includes('plein_tarif'), text.includes('ouverture')]).toEqual([true, false])
  })

  test('lint: each schema, and what is missing', async () => {
    folder.write('faux/schema.json', '{"fields": [{"name": "id", "type": "texte"}]}')
    const resources = [
      { name: 'a', path: 'a.csv', schema: 'schema.json' },
      { path: 'b.csv', schema: 'absent.json' },
      { name: 'c', path: 'c.csv', schema: { fields: [{ name: 'x', type: 'nombre' }] } },
    ]
    folder.write('faux/datapackage.json', JSON.stringify({ name: 'faux', resources }, null, 1))
    const { code, text } = await schemas('lint', 'faux/datapackage.json', '--json')
    const { findings } = JSON.parse(text) as { findings: { rule: string; pointer: string; place?: string }[] }
    const told = findings.map(({ rule, pointer, place = '' }) => `${rule} ${place}${pointer}`)
    expect(code).toBe(1)
    expect(told).toEqual(
      expect.arrayContaining([
        'unknown-type schema.json/fields/0/type',
        'resource-schema /resources/1/schema',
        'resource-name-missing /resources/1',
        'unknown-type /resources/2/schema/fields/0/type',
        'resource-file /resources/0/path',
      ]),
    )
    const right = await schemas('lint', lot)
    expect([right.code, right.text.includes('erreur :')]).toEqual([0, false])
  })

  test('doc and template take one of the tables', async () => {
    expect((await schemas('template', `${lot}#tarifs`)).text).toContain('equipement;jour;plein_tarif;tarif_reduit')
    expect((await schemas('template', lot)).code).toBe(2)
  })
})
