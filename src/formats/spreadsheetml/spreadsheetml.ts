// Workbooks of Excel 2003 in XML, which some programs write and name .xls. https://learn.microsoft.com/previous-versions/office/developer/office-xp/aa140066(v=office.10)
// All sheets stand in one document: opening reads through it for their names and styles, reading one reads up to its end.
import { ScdlError } from '../../core/error.js'
import type { Format, Sheet } from '../../core/format.js'
import type { Source } from '../../core/source.js'
import { refused } from '../refused.js'
import { readSheet } from '../sheet/readSheet.js'
import { RowWriter } from '../sheet/rowWriter.js'
import { MAX_SHEETS } from '../sheet/workbookLimits.js'
import { type NumberFormat, parseNumberFormat } from '../xlsx/numberFormat.js'
import { readElements } from '../xml/readElements.js'
import { XmlFault } from '../xml/xmlFault.js'
import { XmlSheetSink } from './sheetSink.js'

export const spreadsheetml: Format = {
  recognises: () => 0,

  async open(source, _platform, { limits }) {
    const { names, styles } = await survey(source)
    if (names.length === 0) return refused('corrupt')
    const sheets = names.map(
      ({ name, hidden }, index): Sheet => ({
        name,
        hidden,
        batches: (emit) => readSheet(source.open(), new XmlSheetSink(new RowWriter(limits), index, styles), emit),
      }),
    )
    const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
    return { facts: { name: 'spreadsheetml', ...(first && { sheet: first.name }) }, sheets }
  },
}

/** What is damaged keeps what was found before. */
async function survey(source: Source) {
  const names: { name: string; hidden: boolean }[] = []
  const formats = new Map<string, NumberFormat>()
  let style: string | undefined
  let date1904 = false
  const path: string[] = []
  const visitor = {
    open(name: string, attributes: ReadonlyMap<string, string>): void {
      path.push(name)
      if (name === 'Date1904') date1904 = true
      else if (name === 'Style') style = attributes.get('ID')
      else if (name === 'NumberFormat' && style !== undefined) formats.set(style, formatOf(attributes.get('Format') ?? 'General'))
      else if (name === 'Worksheet' && path.length === 2) {
        if (names.length === MAX_SHEETS) throw new ScdlError('limit-exceeded', { limit: 'sheets', value: MAX_SHEETS })
        names.push({ name: attributes.get('Name') ?? '', hidden: false })
      }
    },
    close(): void {
      path.pop()
    },
  }
  try {
    await readElements(source.open(), visitor)
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error
  }
  return { names, styles: { formats, date1904 } }
}

/** Formats that the program knows by a name. */
const NAMED: Readonly<Record<string, string>> = {
  'Short Date': 'dd/mm/yyyy',
  'Medium Date': 'dd-mmm-yy',
  'Long Date': 'dddd d mmmm yyyy',
  'General Date': 'dd/mm/yyyy hh:mm',
  'Short Time': 'hh:mm',
  'Medium Time': 'hh:mm AM/PM',
  'Long Time': 'hh:mm:ss',
}

const formatOf = (code: string): NumberFormat => parseNumberFormat(NAMED[code] ?? code)
