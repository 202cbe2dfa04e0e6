// scdl validate --annotate, as a user runs it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { temporaryFolder } from '../node/temporaryFolder.js'
import { scdl } from './run.js'

const folder = temporaryFolder()
const schema = folder.write('schema.json', JSON.stringify({ fields: [{ name: 'nom' }, { name: 'date', type: 'date' }] }))
const FAULTY = 'nom;date\nA;25/04/2024\nB;hier\n'
let number = 0

function place(content: string, name = 'table.csv') {
  const path = folder.write(`cas-${++number}/${name}`, content)
  const own = join(folder.path, `cas-${number}`)
  return { path, own, files: () => readdirSync(own).sort() }
}

const validate = (...args: string[]) => scdl(['validate', ...args, '--schema', schema])

describe('--annotate', () => {
  test('writes the workbook beside the report, with the exit code of validate', async () => {
    const { path, own, files } = place(FAULTY)
    const out = join(own, 'a-corriger.xlsx')
    const plain = await validate(path)
    const { code, stdout, stderr } = await validate(path, '--annotate', out)
    expect({ code, stdout }).toEqual({ code: 1, stdout: plain.stdout })
    expect(stderr.replace(/\s+/g, ' ')).toBe(`scdl : Le tableau, avec ses constats à côté de chaque ligne, est dans ${out}. `)
    expect(files()).toEqual(['a-corriger.xlsx', 'table.csv'])
    expect(XLSX.read(readFileSync(out)).SheetNames).toEqual(['tableau', 'résumé'])
    expect(readFileSync(path, 'utf8')).toBe(FAULTY)
    expect((await validate(path, '--annotate', join(own, 'x.csv'), '--quiet')).stderr).toBe('')
    expect(readFileSync(join(own, 'x.csv'), 'utf8')).toMatch(/^\ufeffnom;date;Gravité;Constats;À écrire\r\nA;'25\/04\/2024;erreur;/)
  })

  test('a file that is there is kept, unless --force', async () => {
    const { path, own } = place(FAULTY)
    const out = join(own, 'x.csv')
    writeFileSync(out, 'à moi')
    expect(await validate(path, '--annotate', out)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--force') })
    expect(readFileSync(out, 'utf8')).toBe('à moi')
    expect((await validate(path, '--annotate', out, '--force')).code).toBe(1)
    expect(readFileSync(out, 'utf8')).toContain('Constats')
  })

  test.each<[string, (own: string, path: string) => string[]]>([
    ['another kind of file', (own, path) => [path, '--annotate', join(own, 'x.pdf')]],
    ['the source itself', (_own, path) => [path, '--annotate', path, '--force']],
    ['the source by another name', (own, path) => [path, '--annotate', join(own, '..', own.split('/').at(-1)!, 'table.csv'), '--force']],
    ['several sources', (own, path) => [path, schema.replace('schema.json', 'assos.csv'), '--annotate', join(own, 'x.xlsx')]],
    ['a folder that is not there', (own, path) => [path, '--annotate', join(own, 'absent/x.xlsx')]],
  ])('%s: one sentence, nothing written', async (_name, args) => {
    folder.write('assos.csv', FAULTY)
    const { path, own, files } = place(FAULTY)
    const { code, stderr } = await validate(...args(own, path))
    expect(code).toBe(2)
    expect(stderr).toMatch(/^scdl : .+\n$/)
    expect(files()).toEqual(['table.csv'])
    expect(readFileSync(path, 'utf8')).toBe(FAULTY)
  })

  test('what is no table is not written', async () => {
    const { path, own, files } = place('%PDF-1.7\n%\u0001\u0002\n', 'x.csv')
    const { code, stderr } = await validate(path, '--annotate', join(own, 'x.xlsx'))
    expect({ code, stderr, files: files() }).toEqual({ code: 1, stderr: '', files: ['x.csv'] })
  })

  test('reads standard input twice', async () => {
    const { own } = place(FAULTY)
    const out = join(own, 'x.xlsx')
    const { code } = await scdl(['validate', '-', '--schema', schema, '--annotate', out], { stdin: FAULTY })
    expect({ code, written: existsSync(out) }).toEqual({ code: 1, written: true })
  })
})
