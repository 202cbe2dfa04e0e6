import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { frenchIn } from '../messages/foreignWords.js'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { scdl } from './run.js'

const folder = temporaryFolder()
const subventions = 'nomAttribuant;idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;montant;nature\n'
const row = 'Commune;21950999900013;2024-03-18;Fanfare;78846123400015;Concert;1850.50;aide en numéraire\n'
const clear = folder.write('clair.csv', subventions + row)
const vague = folder.write('vague.csv', 'nom;commune;montant\nA;Brest;12,5\nB;Lyon;3\n')
const empty = folder.write('vide.csv', '')
const pdf = folder.write('brochure.csv', '%PDF-1.7\n1 0 obj\n')

/** A sentence of scdl, not the trace of a defect. */
const sentence = /^scdl : .+\n$/

describe('scdl inspect', () => {
  test('0: a table, described', async () => {
    const { code, stdout, stderr } = await scdl(['inspect', clear])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('numéros SIRET')
    expect(stdout).toContain('{"name":"scdl/subventions","version":"2.1.1"}')
  })

  test('standard input, JSON, one line, English', async () => {
    const text = readFileSync(clear, 'utf8')
    const json = await scdl(['inspect', '-', '--json'], { stdin: text })
    expect(JSON.parse(json.stdout)).toMatchObject({ source: '-', rows: 1, clear: 'scdl/subventions' })
    expect((await scdl(['inspect', clear, '-q'])).stdout).toBe(`${clear} : 1 ligne, 8 colonnes, scdl/subventions 2.1.1\n`)
    const english = await scdl(['inspect', vague, '--lang', 'en'])
    expect(frenchIn(english.stdout.replaceAll(vague, '').replace(/\(.*?\)/gs, ''))).toEqual([])
  })

  test('1: what is no table', async () => {
    for (const path of [empty, pdf]) {
      const { code, stdout, stderr } = await scdl(['inspect', path])
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      expect(stdout).toContain("n'est pas un tableau")
    }
  })

  test.each([
    ['no such file', () => [join(folder.path, 'clairr.csv')], 'clair.csv'],
    ['a folder of several files', () => [folder.path], 'un seul'],
    ['no source', () => [], '<source>'],
    ['two sources', () => [clear, vague], 'vague.csv'],
    ['an unknown option', () => [clear, '--jsn'], '--json'],
    ['an unknown sheet', () => [clear, '--sheet', 'Feuille 9'], 'Feuille 9'],
    ['a header row that is not there', () => [clear, '--header-row', '40'], '40'],
    ['an unknown encoding', () => [clear, '--encoding', 'klingon'], 'klingon'],
    ['JSON and a schema for one output', () => [clear, '--json', '--schema-out', '-'], '--schema-out'],
  ])('2: %s', async (_what, args, said) => {
    const { code, stdout, stderr } = await scdl(['inspect', ...args()])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr).toContain(said)
  })

  test('a folder of one file is this file', async () => {
    mkdirSync(join(folder.path, 'seul'))
    writeFileSync(join(folder.path, 'seul/a.csv'), subventions + row)
    expect((await scdl(['inspect', join(folder.path, 'seul'), '-q'])).code).toBe(0)
  })

  test('a schema is written whole, and over another one only when told to', async () => {
    const out = join(folder.path, 'deduit.json')
    const first = await scdl(['inspect', vague, '--schema-out', out])
    expect(first.code).toBe(0)
    expect(first.stdout).toContain(`\n\nSchéma déduit, écrit dans ${out}.\n`)
    const schema = JSON.parse(readFileSync(out, 'utf8'))
    expect(schema.fields.map((field: { type: string }) => field.type)).toEqual(['string', 'string', 'number'])
    expect((await scdl(['validate', vague, '--schema', out])).code).toBe(0)
    expect((await scdl(['schemas', 'lint', out])).code).toBe(0)
    const again = await scdl(['inspect', vague, '--schema-out', out])
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('--force')
    expect((await scdl(['inspect', clear, '--schema-out', out, '--force'])).code).toBe(0)
    expect(JSON.parse(readFileSync(out, 'utf8')).fields).toHaveLength(8)
    const screen = await scdl(['inspect', vague, '--schema-out', '-'])
    expect(JSON.parse(screen.stdout).fields).toHaveLength(3)
  })
})

describe('without --schema', () => {
  test('the clear one is taken, and said', async () => {
    for (const args of [
      ['validate', clear, '--report', 'json'],
      ['validate', '-', '--report', 'json'],
    ]) {
      const { code, stdout, stderr } = await scdl(args, { stdin: subventions + row })
      expect(code).toBe(1)
      expect(stderr).toMatch(sentence)
      expect(stderr).toContain('scdl/subventions 2.1.1')
      expect(JSON.parse(stdout).files[0].schema).toMatchObject({ name: 'scdl/subventions', origin: 'shipped', detected: true })
    }
  })

  test('convert takes it too', async () => {
    const { stdout, stderr } = await scdl(['convert', '-', '--out', '-', '-q'], { stdin: subventions + row })
    expect(stdout.split('\n')[0]).toMatch(/^nomAttribuant,idAttribuant,dateConvention,/)
    expect(stderr).toContain('scdl/subventions')
  })

  test('where none is clear it is asked for, and the other files are checked all the same', async () => {
    const { code, stdout, stderr } = await scdl(['validate', vague, clear, pdf, '-q'])
    expect(code).toBe(2)
    expect(stdout).toContain('clair.csv')
    expect(stderr.split('\n').filter((line) => line.includes('--schema'))).toHaveLength(2)
    expect(stderr).toContain("n'est pas un tableau lisible")
  })

  test('the candidates are named', async () => {
    const two = folder.write('deux.csv', 'nomBeneficiaire;idBeneficiaire;nature;idAttribuant;x1;x2;x3\na;b;c;d;1;2;3\n')
    const { code, stderr } = await scdl(['validate', two])
    expect(code).toBe(2)
    expect(stderr).toContain('scdl/subventions')
  })
})
