// Workbooks of Excel since 2007, and of all that write them so. Streams: a sheet is never held as a whole, the texts that cells share are.
import type { Format, Sheet } from '../../core/format.js'
import { detectFormat } from '../detectFormat.js'
import { refused } from '../refused.js'
import { readSheet } from '../sheet/readSheet.js'
import { RowWriter } from '../sheet/rowWriter.js'
import { workbookLimits } from '../sheet/workbookLimits.js'
import { XmlFault } from '../xml/xmlFault.js'
import { openZip } from '../zip/openZip.js'
import { ZipFault } from '../zip/zipFault.js'
import { readStyles } from './readStyles.js'
import { readWorkbook } from './readWorkbook.js'
import { readSharedStrings, SharedStrings } from './sharedStrings.js'
import { XlsxSheetSink } from './sheetSink.js'

export const xlsx: Format = {
  recognises(head, name) {
    return detectFormat(head, name) === 'xlsx' ? 1 : 0
  },

  async open(source, platform, { limits }) {
    try {
      const archive = await openZip(source, platform, workbookLimits(limits))
      const workbook = await readWorkbook(archive)
      if (workbook === undefined) return refused('corrupt')
      const { styles, strings, date1904 } = workbook
      const formats = styles === undefined ? [] : await readStyles(archive.read(styles))
      const parts = {
        formats,
        date1904,
        strings: strings === undefined ? new SharedStrings() : await readSharedStrings(archive.read(strings)),
      }
      const sheets = workbook.sheets.map(
        ({ name, hidden, entry }): Sheet => ({
          name,
          hidden,
          batches: (emit) => readSheet(archive.read(entry), new XlsxSheetSink(new RowWriter(limits), parts), emit),
        }),
      )
      const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
      return { facts: { name: 'xlsx', ...(first && { sheet: first.name }) }, sheets }
    } catch (error) {
      if (error instanceof ZipFault) return refused(error.found)
      if (error instanceof XmlFault) return refused('corrupt')
      throw error
    }
  },
}
