// An OpenDocument spreadsheet of one table, written as a stream. OpenDocument 1.3, parts 2 (3) and 3
import type { Batch } from '../../core/batch.js'
import type { WriteContext, WrittenColumn } from '../../core/writer.js'
import type { SheetContent } from '../sheet/cellSink.js'
import { columnName } from '../sheet/columnName.js'
import { SheetNames } from '../sheet/sheetNames.js'
import { openTableContent } from '../sheet/tableContent.js'
import { xmlText } from '../sheet/xmlText.js'
import { writeZip, type ZipPart } from '../zip/writeZip.js'
import { styleOfColumn, stylesText } from './cellStyles.js'
import { OdsRows } from './sheetRows.js'

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const VERSION = 'office:version="1.3"'
const NAMESPACES = ['office', 'table', 'text', 'style', 'config', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  )
  .join(' ')
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

const encoder = new TextEncoder()
const part = (name: string, text: string): ZipPart => ({ name, content: encoder.encode(DECLARATION + text) })

export async function* writeOds(
  columns: readonly WrittenColumn[],
  batches: AsyncIterable<Batch>,
  { platform, name }: WriteContext,
): AsyncGenerator<Uint8Array> {
  yield* writeZip(odsParts(await openTableContent(name, columns, batches)), platform)
}

async function* odsParts(sheet: SheetContent): AsyncGenerator<ZipPart> {
  const written: WrittenSheet[] = []
  // Programs recognise the file by it: first, and as it is.
  yield { name: 'mimetype', content: encoder.encode(TYPE) }
  yield { name: 'content.xml', content: contentPart(sheet, written) }
  // Some programs ask for it, though all looks stand with the cells.
  yield part('styles.xml', `<office:document-styles ${NAMESPACES} ${VERSION}/>`)
  yield part('settings.xml', settingsText(written, sheet.frozenRows))
  const files = ['content.xml', 'styles.xml', 'settings.xml'].map((path) => entry(path, 'text/xml'))
  yield part(
    'META-INF/manifest.xml',
    `<manifest:manifest ${NAMESPACES} manifest:version="1.3">${entry('/', TYPE)}${files.join('')}</manifest:manifest>`,
  )
}

const entry = (path: string, type: string): string => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`

interface WrittenSheet {
  name: string
  rows: number
}

async function* contentPart(sheet: SheetContent, written: WrittenSheet[]): AsyncGenerator<Uint8Array> {
  const names = new SheetNames()
  const columns = sheet.widths.map((_, c) => `<table:table-column table:style-name="${styleOfColumn(c)}"/>`)
  yield encoder.encode(
    `${DECLARATION}<office:document-content ${NAMESPACES} ${VERSION}><office:automatic-styles>${stylesText(sheet.widths)}</office:automatic-styles><office:body><office:spreadsheet>`,
  )
  let bytes = 0
  for (let more = true; more; ) {
    const name = names.take(sheet.name)
    const rows = new OdsRows(bytes)
    yield encoder.encode(`<table:table table:name="${xmlText(name)}">${columns.join('')}`)
    sheet.head(rows)
    while (more && !rows.isFull) {
      more = await sheet.fill(rows)
      yield rows.take()
    }
    yield encoder.encode('</table:table>')
    written.push({ name, rows: rows.row })
    bytes = rows.bytes
  }
  yield encoder.encode(`${filters(sheet, written)}</office:spreadsheet></office:body></office:document-content>`)
}

function filters({ filtered, widths, frozenRows }: SheetContent, written: readonly WrittenSheet[]): string {
  if (!filtered || widths.length === 0) return ''
  const ranges = written.map(({ name, rows }, i) => {
    const sheet = `'${name.replaceAll("'", "''")}'`
    const range = xmlText(`${sheet}.A${frozenRows}:${sheet}.${columnName(widths.length - 1)}${Math.max(rows, frozenRows)}`)
    return `<table:database-range table:name="__Anonymous_Sheet_DB__${i}" table:target-range-address="${range}" table:display-filter-buttons="true"/>`
  })
  return `<table:database-ranges>${ranges.join('')}</table:database-ranges>`
}

/** The header stays in sight. */
function settingsText(sheets: readonly WrittenSheet[], frozenRows: number): string {
  const item = (name: string, type: string, value: string | number): string =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  const tables = sheets.map(({ name }) => {
    const frozen = [
      item('VerticalSplitMode', 'short', 2),
      item('VerticalSplitPosition', 'int', frozenRows),
      item('ActiveSplitRange', 'short', 2),
      item('PositionBottom', 'int', frozenRows),
    ]
    return `<config:config-item-map-entry config:name="${xmlText(name)}">${frozen.join('')}</config:config-item-map-entry>`
  })
  return `<office:document-settings ${NAMESPACES} xmlns:ooo="http://openoffice.org/2004/office" ${VERSION}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${tables.join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`
}
