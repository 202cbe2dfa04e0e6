// Which column was taken for which field, to complete and give back: JSON, CSV or a workbook, by the file's name.
import { type Mapping, mappingJson } from '../../../convert/mapping.js'
import type { Messages } from '../../../messages/index.js'
import { openOutputFile } from '../../../node/outputFile.js'
import { CSV_MARK, csvLine } from '../../../reporters/csvLine.js'
import { openReadingFile } from '../../reading/readingFile.js'

const WIDTHS = [40, 40]

/** Throws `ScdlError`: `file-exists`, `write-failed`. */
export async function writeMapping(path: string, mapping: Mapping, { conversion, page }: Messages, replace: boolean): Promise<void> {
  const { listSeparator: separator, textCut: cut } = page
  if (/\.xlsx$/i.test(path)) {
    const [label, field] = conversion.mapping
    const file = await openReadingFile(path, { name: field, head: [label, field], widths: WIDTHS, separator, cut }, replace)
    try {
      await file.write([...mapping])
      await file.end()
      await file.commit()
    } finally {
      await file.abandon()
    }
    return
  }
  const file = await openOutputFile(path, { replace })
  try {
    // Labels as they are, without an apostrophe: they are compared with those of the tables.
    const lines = [conversion.mapping, ...mapping].map((cells) => csvLine(cells, separator))
    await file.write(/\.json$/i.test(path) ? mappingJson(mapping) : CSV_MARK + lines.join(''))
    await file.commit()
  } finally {
    await file.abandon()
  }
}
