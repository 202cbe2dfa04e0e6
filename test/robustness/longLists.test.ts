// More findings than the report lists: what is said of them stays true.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scdl } from '../cli/run.js'
import { temporaryFolder } from '../node/temporaryFolder.js'

const folder = temporaryFolder()
const schema = folder.write(
  'schema.json',
  JSON.stringify({
    fields: [
      { name: 'nom', type: 'string' },
      { name: 'année', type: 'year' },
      { name: 'code', type: 'string' },
    ],
    uniqueKeys: [['code']],
    foreignKeys: [{ fields: 'nom', reference: { resource: '', fields: 'code' } }],
  }),
)
const BAD_ROWS = 1100
const bad = Array.from({ length: BAD_ROWS }, (_, i) => `${i},vingt,${i}\n`).join('')
const page = async (content: string | Uint8Array, ...more: string[]) =>
  (await scdl(['validate', folder.write('table.csv', content), '--schema', schema, ...more])).stdout

describe('what comes after a thousand findings', () => {
  test.each([
    ['an extra cell', '1,2024,a,de trop\n', 'de trop'],
    ['an unclosed quote', '1,2024,"a\n', '1 102'],
    ['a bad byte', Buffer.from('c3a92c323032342ce90a', 'hex'), '1 102'],
    ['a repeated key', '1,2024,7\n', '1 102'],
    ['a reference to nothing', 'absent,2024,a\n', 'code'],
    ['a short row', '1,2024\n', '1 102'],
    ['a blank row', '\n1,2024,a\n', '1 102'],
  ])('%s: its place and its words are told', async (_, row, said) => {
    const text = await page(Buffer.concat([Buffer.from(`nom,année,code\n${bad}`), Buffer.from(row)]))
    expect(text.replaceAll('\u00a0', ' ')).toContain(said)
    expect(text).not.toMatch(/de {2}doit|sans {2}ni|dans \.|dans : \./)
  })

  test('extra cells that hold something are not called separators', async () => {
    expect(await page(`nom,année,code\n${bad}1,2024,a,de trop\n`)).not.toContain('Ces cellules sont vides')
  })

  test('no more rows are to be seen to than there are', async () => {
    const text = await page(`nom,année,code\n${Array.from({ length: 600 }, () => '"a"b,2024,1,x\n').join('')}`)
    expect(text.replaceAll('\u00a0', ' ')).toContain('600 lignes à revoir')
  })
})

describe('--max-diagnostics 0', () => {
  const many = `nom,année,code\n${Array.from({ length: 3000 }, (_, i) => `${i},2024,${i},x\n`).join('')}`

  test('counts the rows of the page whole', async () => {
    const text = await page(many, '--max-diagnostics', '0')
    expect(text.replaceAll('\u00a0', ' ')).toMatch(/3 000 lignes à\s+revoir/)
  })

  test('gives every report every finding', async () => {
    const paths = ['un.json', 'deux.json'].map((name) => join(folder.path, name))
    await page(many, '--max-diagnostics', '0', ...paths.flatMap((path) => ['--report', `json=${path}`]))
    const [one, two] = paths.map((path) => JSON.parse(readFileSync(path, 'utf8')).files[0])
    expect(one.diagnostics).toHaveLength(3000)
    expect(two.diagnostics).toHaveLength(3000)
  })

  test('keeps the order of columns within a row, however far down', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => `${i},vingt,"a"${i}\n`).join('')
    const out = await page(`nom,année,code\n${rows}`, '--max-diagnostics', '0', '--report', 'json')
    const found: { code: string; row?: number; column?: number }[] = JSON.parse(out).files[0].diagnostics
    const places = found.flatMap(({ row, column }) => (row === undefined || column === undefined ? [] : [row * 10 + column]))
    expect(places.length).toBeGreaterThan(2000)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})
