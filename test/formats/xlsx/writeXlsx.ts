// Small workbooks for tests, their XML written by hand: what no library would write can be read all the same.
import { writeZip, type ZipPart } from '../zip/writeZip.js'

export interface XlsxParts {
  /** What stands in `sheetData` of the first sheet, or a whole worksheet. */
  sheet: string
  /** What stands in `sst`. */
  strings?: string
  /** Number formats of the cell styles: a number, or a code of the workbook's own. */
  formats?: readonly (number | string)[]
  date1904?: boolean
  /** Further or other parts, by name; an empty one is left out. */
  others?: Readonly<Record<string, string | Uint8Array>>
  strict?: boolean
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

export function namespaces(strict: boolean): { main: string; relationships: string } {
  return strict
    ? { main: 'http://purl.oclc.org/ooxml/spreadsheetml/main', relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships' }
    : {
        main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      }
}

export function relationships(entries: Readonly<Record<string, [type: string, target: string]>>, strict = false): string {
  const { relationships: base } = namespaces(strict)
  const all = Object.entries(entries).map(([id, [type, target]]) => `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`)
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

export function writeXlsx({ sheet, strings, formats = [], date1904 = false, others = {}, strict = false }: XlsxParts): Uint8Array {
  const { main, relationships: base } = namespaces(strict)
  const custom = formats.filter((format) => typeof format === 'string')
  const id = (format: number | string): number => (typeof format === 'number' ? format : 164 + custom.indexOf(format))
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }, strict),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook xmlns="${main}" xmlns:r="${base}"><workbookPr date1904="${date1904}"/><sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      { rId1: ['worksheet', 'worksheets/sheet1.xml'], rId2: ['styles', 'styles.xml'], rId3: ['sharedStrings', 'sharedStrings.xml'] },
      strict,
    ),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="${custom.length}">${custom
      .map((code) => `<numFmt numFmtId="${id(code)}" formatCode="${escapeXml(code)}"/>`)
      .join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${formats.length}">${formats
      .map((format) => `<xf numFmtId="${id(format)}" applyNumberFormat="1"><alignment/></xf>`)
      .join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': strings === undefined ? '' : `<sst xmlns="${main}">${strings}</sst>`,
    'xl/worksheets/sheet1.xml':
      sheet.startsWith('<worksheet') || sheet.startsWith('<?xml')
        ? sheet
        : `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ...others,
  }
  const entries = Object.entries(parts).map(([name, content]): ZipPart => ({ name, content, deflated: true }))
  return writeZip(entries.filter(({ content }) => content.length > 0))
}
