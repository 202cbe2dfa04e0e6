// The table as the parts of an ODS as LibreOffice writes it.
import { LABELS, tableRows } from './table.mjs'

const MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'
const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'
const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet'

/** A name and the pieces of its content; `stored`: as it is. */
export function* odsParts(count) {
  yield ['mimetype', [MIMETYPE], 'stored']
  yield [
    'META-INF/manifest.xml',
    [
      `<manifest:manifest xmlns:manifest="${MANIFEST}"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIMETYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ],
  ]
  yield ['styles.xml', [`<office:document-styles xmlns:office="${OFFICE}"><office:styles/></office:document-styles>`]]
  yield ['content.xml', content(count)]
}

function* content(count) {
  const names = ['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  const calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${names.join(' ')} ${calc} office:version="1.3"><office:automatic-styles/><office:body><office:spreadsheet><table:table table:name="Feuil1"><table:table-column table:number-columns-repeated="${LABELS.length}"/>`
  yield line(LABELS)
  for (const cells of tableRows(count)) yield line(cells)
  yield `<table:table-row table:number-rows-repeated="${1_048_575 - count}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
}

const line = (cells) => `<table:table-row table:style-name="ro1">${cells.map(cell).join('')}</table:table-row>`

function cell(value) {
  if (value === '') return '<table:table-cell/>'
  if (typeof value === 'string') return typed('string', '', value)
  if (typeof value === 'boolean') return typed('boolean', ` office:boolean-value="${value}"`, value ? 'VRAI' : 'FAUX')
  if (!(value instanceof Date)) return typed('float', ` office:value="${value}"`, String(value).replace('.', ','))
  const date = value.toISOString().slice(0, 10)
  return typed('date', ` table:style-name="ce1" office:date-value="${date}"`, date.split('-').reverse().join('/'))
}

const typed = (type, attributes, text) =>
  `<table:table-cell office:value-type="${type}"${attributes} calcext:value-type="${type}"><text:p>${text}</text:p></table:table-cell>`
