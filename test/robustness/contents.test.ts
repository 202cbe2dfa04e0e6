// Files named .csv whatever they hold: each is told what it is, in a sentence that says what to do, and exit code 1.
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { scdl } from '../cli/run.js'
import { temporaryFolder } from '../node/temporaryFolder.js'

const folder = temporaryFolder()
const schema = folder.write('schema.json', '{"fields": [{"name": "nom", "type": "string"}, {"name": "année", "type": "year"}]}')
const validate = (path: string, ...more: string[]) => scdl(['validate', path, '--schema', schema, ...more])

const table = `nom,année\n${'Brest,2024\n'.repeat(2000)}`
/** The name of a part stands uncompressed in a zip, after 30 bytes. */
const zip = (part: string, content = '') => {
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04')
  header.writeUInt16LE(part.length, 26)
  return Buffer.concat([header, Buffer.from(part + content)])
}

describe('what is no table', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'PDF'],
    ['a web page', '<!DOCTYPE html>\n<html><head><title>Connexion</title></head></html>', 'page web'],
    ['a PNG image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'image'],
    ['a JPEG image', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image'],
    ['a zip cut after its first name', zip('table.csv'), 'abîmé'],
    ['an Excel workbook cut there', zip('xl/workbook.xml'), 'abîmé'],
    ['a LibreOffice workbook cut there', zip('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), 'abîmé'],
    ['JSON', '{"a": [1, 2]}', 'JSON'],
    ['XML', '<?xml version="1.0"?><a><b/></a>', 'XML'],
    ['a program', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)), 'binaire'],
    ['random bytes in gzip', gzipSync(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251))), 'binaire'],
    ['nothing', '', 'vide'],
    ['a mark', '\ufeff', 'vide'],
    ['blank lines', '\n\r\n  \n', 'vide'],
    ['nothing in gzip', gzipSync(''), 'vide'],
  ])('%s', async (name, content, said) => {
    const { code, stdout, stderr } = await validate(folder.write(`${name}.csv`, content))
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain(said)
    expect(stdout).not.toContain('autre chose')
  })
})

describe('a table, or nearly', () => {
  test.each([
    ['a header only', 'nom,année\n', 'aucune donnée'],
    ['a header without a line end', 'nom', 'aucune donnée'],
    ['a gzip file, whatever its name', gzipSync(table), 'gzip'],
    ['two gzip files in one', Buffer.concat([gzipSync(table), gzipSync('Brest,2024\n')]), 'gzip'],
    ['a gzip file with something behind', Buffer.concat([gzipSync(table), Buffer.from('\0\0\0')]), 'gzip'],
  ])('%s is valid', async (name, content, said) => {
    const { code, stdout, stderr } = await validate(folder.write(`${name}.csv`, content))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(said)
  })

  test('blank rows are one finding, however many', async () => {
    const blank = folder.write('vides.csv', `nom,année\n${'\n'.repeat(200_000)}Brest,2024\n`)
    const { stdout, stderr } = await validate(blank, '--report', 'json')
    expect(stderr).toBe('')
    expect(JSON.parse(stdout).files[0]).toMatchObject({
      stats: { rows: 200_001, errors: 200_000, invalidRows: 200_000 },
      diagnostics: [{ rowEnd: 200_001 }],
    })
  })
})

describe('a gzip file that is damaged', () => {
  const packed = gzipSync(table)
  const changed = (at: number): Buffer => {
    const bytes = Buffer.from(packed)
    bytes[at] = (bytes[at] ?? 0) ^ 0xff
    return bytes
  }
  test.each([
    ['cut', packed.subarray(0, packed.length - 20)],
    ['cut in its first bytes', packed.subarray(0, 12)],
    ['changed in the middle', changed(packed.length >> 1)],
    ['with a wrong checksum', changed(packed.length - 6)],
  ])('%s: it is said, and that it has to be fetched again', async (name, content) => {
    const { code, stdout, stderr } = await validate(folder.write(`${name}.csv.gz`, content))
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/incomplet|endommagé|abîmé|coupé/)
  })

  test('cut, behind more findings than are listed: it is still said', async () => {
    const faulty = gzipSync(`nom,année\n${Array.from({ length: 20_000 }, (_, i) => `Brest ${i},vingt\n`).join('')}`)
    const { stdout } = await validate(folder.write('longue.csv.gz', faulty.subarray(0, faulty.length - 2000)))
    expect(stdout).toMatch(/incomplet|endommagé|abîmé|coupé/)
  })
})
