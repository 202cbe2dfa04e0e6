// The sheet to look at, and what its first rows say: the header, and the schemas that it suggests.
import { ScdlError } from '../core/error.js'
import type { Opened, Sheet } from '../core/format.js'
import { stripLabel } from '../header/foldLabel.js'
import { firstRows } from '../structure/firstRows.js'
import { forcedHeader } from '../structure/forcedHeader.js'
import { type Detection, detectSchemas, knowsAnyLabel, type SchemaCandidate } from './detectSchemas.js'
import { findHeader } from './findHeader.js'

export interface ChooseOptions {
  /** The schemas that the table may be meant for, the newest version of each: `schemaCandidates` gives those at hand. Without them none is named. */
  candidates?: readonly SchemaCandidate[]
  /** The header's row as a spreadsheet shows it, from 1. */
  headerRow?: number
  /** The sheet to look at, by its name or its place from 1; else the one whose header a schema knows best. */
  sheet?: string
}

/** The top of a sheet. */
export interface Head {
  sheet: Sheet
  labels: string[]
  headerRow: number
  titleRows: number
  /** The first line that holds something, as a program that knows nothing of quotes sees it. */
  firstLine: string
  detection: Detection
}

/**
 * The sheet that is asked for; else, among those that are not hidden, the one whose header a schema explains best, or the first that is
 * not empty. undefined: there is none. Throws `ScdlError`: `no-such-sheet`, `header-row-not-found`.
 */
export async function chooseSheet(opened: Opened, options: ChooseOptions): Promise<Head | undefined> {
  const read = new HeadReader(opened, options)
  if (options.sheet !== undefined) return read.head(findSheet(opened.sheets, options.sheet))
  const visible = opened.sheets.filter(({ hidden }) => !hidden)
  let best: Head | undefined
  for (const sheet of visible.length > 0 ? visible : opened.sheets) {
    const head = await read.head(sheet)
    if (head !== undefined && (best === undefined || scoreOf(head) > scoreOf(best))) best = head
  }
  return best
}

function findSheet(sheets: readonly Sheet[], wanted: string): Sheet {
  const found = sheets.find(({ name }) => name === wanted) ?? (/^\d+$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined)
  if (found === undefined) throw new ScdlError('no-such-sheet', { sheet: wanted, known: sheets.map(({ name }) => name) })
  return found
}

const scoreOf = ({ detection }: Head): number => detection.matches[0]?.score ?? 0

class HeadReader {
  readonly #delimiter: string
  readonly #options: ChooseOptions
  readonly #candidates: readonly SchemaCandidate[]
  readonly #knows: (label: string) => boolean

  constructor({ facts }: Opened, options: ChooseOptions) {
    this.#delimiter = facts.delimiter ?? '\t'
    this.#options = options
    this.#candidates = options.candidates ?? []
    this.#knows = knowsAnyLabel(this.#candidates)
  }

  /** undefined: the sheet is empty. */
  async head(sheet: Sheet): Promise<Head | undefined> {
    for await (const batch of sheet.batches(() => {})) {
      const rows = firstRows(batch)
      const { headerRow } = this.#options
      const found = headerRow === undefined ? findHeader(rows, this.#knows) : forcedHeader(batch, headerRow)
      if (found.header < 0) return undefined
      const labels = (rows[found.header] ?? []).map(stripLabel)
      const top = rows.find((cells) => cells.some((cell) => cell.trim() !== '')) ?? []
      return {
        sheet,
        labels,
        headerRow: batch.rowNumber[found.header]!,
        titleRows: found.titles,
        firstLine: top.join(this.#delimiter).split(/[\r\n]/)[0] ?? '',
        detection: detectSchemas(labels, this.#candidates),
      }
    }
    return undefined
  }
}
