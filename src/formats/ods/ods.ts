// Spreadsheets of LibreOffice and of all that write OpenDocument. https://docs.oasis-open.org/office/OpenDocument/v1.3/
// All sheets stand in one part: opening reads through it for their names, reading one reads up to its end.
import type { Format, Sheet } from '../../core/format.js'
import { detectFormat } from '../detectFormat.js'
import { refused } from '../refused.js'
import { readSheet } from '../sheet/readSheet.js'
import { RowWriter } from '../sheet/rowWriter.js'
import { workbookLimits } from '../sheet/workbookLimits.js'
import { decodeXml } from '../xml/decodeXml.js'
import { readElements } from '../xml/readElements.js'
import { XmlScanner } from '../xml/scanXml.js'
import { XmlFault } from '../xml/xmlFault.js'
import { openZip, type ZipArchive } from '../zip/openZip.js'
import { ZipFault } from '../zip/zipFault.js'
import { CellStyles } from './cellStyles.js'
import { OdsSheetSink } from './sheetSink.js'
import { TableSurvey } from './tableSurvey.js'

export const ods: Format = {
  recognises(head, name) {
    return detectFormat(head, name) === 'ods' ? 1 : 0
  },

  async open(source, platform, { limits }) {
    try {
      const archive = await openZip(source, platform, workbookLimits(limits))
      if (await isEncrypted(archive)) return refused('encrypted')
      const content = archive.entries.get('content.xml')
      if (content === undefined) return refused('corrupt')
      const styles = new CellStyles()
      const common = archive.entries.get('styles.xml')
      if (common !== undefined) await readElements(archive.read(common), styles)
      const tables = await surveyTables(archive.read(content), styles)
      const sheets = tables.map(
        ({ name, hidden }, index): Sheet => ({
          name,
          hidden,
          batches: (emit) => readSheet(archive.read(content), new OdsSheetSink(new RowWriter(limits), index, styles), emit),
        }),
      )
      const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
      return { facts: { name: 'ods', ...(first && { sheet: first.name }) }, sheets }
    } catch (error) {
      if (error instanceof ZipFault) return refused(error.found)
      if (error instanceof XmlFault) return refused('corrupt')
      throw error
    }
  },
}

/** Each part by itself, or the whole document in one part. */
async function isEncrypted(archive: ZipArchive): Promise<boolean> {
  if (archive.entries.has('encrypted-package')) return true
  const manifest = archive.entries.get('META-INF/manifest.xml')
  let encrypted = false
  if (manifest !== undefined) {
    await readElements(archive.read(manifest), {
      open(name) {
        if (name === 'encryption-data') encrypted = true
      },
    })
  }
  return encrypted
}

/** What is damaged keeps the tables found before. */
async function surveyTables(chunks: AsyncIterable<Uint8Array>, styles: CellStyles) {
  const survey = new TableSurvey(styles)
  const scanner = new XmlScanner(survey)
  try {
    for await (const chunk of decodeXml(chunks)) {
      scanner.feed(chunk)
      scanner.scan()
    }
    scanner.finish()
  } catch (error) {
    if (survey.tables.length === 0 || !(error instanceof XmlFault || error instanceof ZipFault)) throw error
  }
  return survey.tables
}
