// Small spreadsheets for tests, their XML written by hand.
import { writeZip, type ZipPart } from '../zip/writeZip.js'

const NAMES = ['office', 'table', 'text', 'style', 'manifest', 'draw'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
)
const NAMESPACES = `${NAMES.join(' ')} xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"`

export interface OdsParts {
  /** What stands in `office:spreadsheet`. */
  body: string
  /** What stands in `office:automatic-styles`. */
  styles?: string
  /** What stands in `office:styles`, in a part of its own. */
  commonStyles?: string
  /** What stands in the manifest. */
  manifest?: string
  /** Further or other parts; an empty one is left out. */
  others?: Readonly<Record<string, string>>
}

export function writeOds({ body, styles = '', commonStyles = '', manifest = '', others = {} }: OdsParts): Uint8Array {
  const parts: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${NAMESPACES} office:version="1.3"><office:scripts/><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles>${commonStyles}</office:styles></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest ${NAMESPACES}>${manifest}</manifest:manifest>`,
    ...others,
  }
  const entries = Object.entries(parts).map(([name, content]): ZipPart => ({ name, content, deflated: name !== 'mimetype' }))
  return writeZip(entries.filter(({ content }) => content !== ''))
}

/** One table, from the XML of its rows. */
export const table = (rows: string, name = 'Feuille1', attributes = ''): string =>
  `<table:table table:name="${name}" ${attributes}>${rows}</table:table>`
export const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`
export const text = (content: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" calcext:value-type="string" ${attributes}><text:p>${content}</text:p></table:table-cell>`
export const number = (value: string, attributes = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${attributes} calcext:value-type="float"><text:p>affiché</text:p></table:table-cell>`
