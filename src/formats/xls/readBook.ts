// SheetJS, for the binary formats that it alone reads. It never sees formatted text: values as they are stored, beside their formats.
import type { CellObject, DenseWorkSheet, ParsingOptions, WorkBook } from 'xlsx'
import { decodeCodePage } from './decodeCodePage.js'

/** All bytes of an XLS, or the parts of an XLSB by name, already inflated. */
export type BookInput = { xls: Uint8Array } | { xlsb: ReadonlyMap<string, Uint8Array> }

export interface OldSheet {
  name: string
  hidden: boolean
  date1904: boolean
  /** Whether Validata reads the format: what it would see of the cells matters only there. */
  isSeen: boolean
  /** By row and column from 0, with gaps. */
  rows: readonly (readonly (CellObject | undefined)[] | undefined)[]
}

/** The means of SheetJS that its declarations leave out. */
interface Undeclared {
  set_cptable(table: { utils: { decode(codePage: number, bytes: ArrayLike<number>): string; encode(): never } }): void
  parse_zip(archive: unknown, options: ParsingOptions): WorkBook
}

const OPTIONS: ParsingOptions = {
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  cellStyles: false,
  nodim: true,
}

/** Why there is nothing to read is a word of `file/not-a-table`. */
export async function readBook(input: BookInput): Promise<{ sheets: OldSheet[] } | 'encrypted' | 'corrupt'> {
  const library = await import('xlsx')
  const { set_cptable, parse_zip } = library as unknown as Undeclared
  set_cptable({
    utils: {
      decode: decodeCodePage,
      encode() {
        throw new Error('nothing is written')
      },
    },
  })
  let book: WorkBook
  try {
    book =
      'xls' in input
        ? library.read(input.xls, { ...OPTIONS, type: 'array' })
        : parse_zip(archiveOf(input.xlsb), { ...OPTIONS, type: 'array' })
  } catch (error) {
    // Whatever it throws, it could not read the file: it has no errors of its own.
    return error instanceof Error && /password|encryption/i.test(error.message) ? 'encrypted' : 'corrupt'
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.flatMap((name, i): OldSheet[] => {
    const sheet = book.Sheets[name] as (DenseWorkSheet & { '!type'?: string }) | undefined
    // Charts, macros and dialogues are sheets as well.
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return []
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0
    return [{ name, hidden, date1904, isSeen: 'xls' in input, rows: sheet['!data'] ?? [] }]
  })
  return { sheets }
}

/** As SheetJS holds a zip that it has opened. */
function archiveOf(parts: ReadonlyMap<string, Uint8Array>): unknown {
  const names = [...parts.keys()]
  return {
    FullPaths: names.map((name) => `Root Entry/${name}`),
    FileIndex: names.map((name) => ({ name, type: 2, content: parts.get(name), size: parts.get(name)!.length })),
  }
}
