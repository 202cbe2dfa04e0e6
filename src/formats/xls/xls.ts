// Workbooks of Excel 5 to 2003 (.xls) and their binary heirs (.xlsb). A library reads them whole: their size is capped, and where the
// platform can isolate it, its memory and its time are.
import type { Batch } from '../../core/batch.js'
import { ScdlError } from '../../core/error.js'
import type { Format, FormatOptions, Opened } from '../../core/format.js'
import type { Ask, Platform, Source } from '../../core/source.js'
import { detectFormat } from '../detectFormat.js'
import { refused } from '../refused.js'
import { workbookLimits } from '../sheet/workbookLimits.js'
import { openZip } from '../zip/openZip.js'
import { ZipFault } from '../zip/zipFault.js'
import type { BookQuestion, BookSheets } from './oldWorkbook.js'
import type { BookInput } from './readBook.js'

const MB = 1024 * 1024
/** data.gouv.fr takes an XLS of 50 MB at most. */
const MAX_BYTES = 64 * MB
/** In place nothing stops a reading that goes astray. */
const MAX_BYTES_IN_PLACE = 8 * MB
/** A cell of 6 bytes in the file takes about 120 in memory. */
const BYTES_OF_TASK = 112 * MB
const BYTES_PER_BYTE = 28
const SECONDS_OF_TASK = 4
const SECONDS_PER_BYTE = 2 / MB

export const xls: Format = {
  recognises: (head, name) => (detectFormat(head, name) === 'xls' ? 1 : 0),
  open: (source, platform, options) => openBook('xls', source.size, () => readWhole(source, platform), platform, options),
}

export const xlsb: Format = {
  recognises: () => 0,
  async open(source, platform, options) {
    try {
      // Inflated by our own means: their limits stand between a stranger's archive and the library.
      const { input, size } = await readParts(source, platform, options)
      return await openBook('xlsb', size, async () => input, platform, options)
    } catch (error) {
      if (error instanceof ZipFault) return refused(error.found)
      throw error
    }
  },
}

async function openBook(
  name: 'xls' | 'xlsb',
  size: number | undefined,
  input: () => Promise<BookInput>,
  platform: Platform,
  { limits }: FormatOptions,
): Promise<Opened> {
  const cap = capOf(platform)
  if ((size ?? 0) > cap) throw new ScdlError('limit-exceeded', { limit: 'oldWorkbookBytes', value: cap })
  const bytes = size ?? cap
  const ask =
    platform.isolate?.({
      name: 'oldWorkbook',
      input,
      bytes: BYTES_OF_TASK + bytes * BYTES_PER_BYTE,
      seconds: Math.ceil(SECONDS_OF_TASK + bytes * SECONDS_PER_BYTE),
    }) ?? (await inPlace(input))
  const inquire = (question: BookQuestion): Promise<unknown> => ask(question)
  const sheets = (await inquire({ ask: 'sheets' })) as BookSheets
  if (typeof sheets === 'string') return refused(sheets)
  async function* batches(sheet: number): AsyncGenerator<Batch> {
    for (let batch = 0; ; batch++) {
      const answer = await inquire({ ask: 'batch', sheet, batch, limits })
      if (answer === undefined) return
      yield answer as Batch
    }
  }
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0]
  return {
    facts: { name, ...(first && { sheet: first.name }) },
    sheets: sheets.map((sheet, i) => ({ ...sheet, batches: () => batches(i) })),
  }
}

const capOf = ({ isolate }: Platform): number => (isolate === undefined ? MAX_BYTES_IN_PLACE : MAX_BYTES)

async function inPlace(input: () => Promise<BookInput>): Promise<Ask> {
  const { startOldWorkbook } = await import('./oldWorkbook.js')
  return startOldWorkbook(await input())
}

async function readWhole(source: Source, platform: Platform): Promise<BookInput> {
  const whole = new Growing(capOf(platform))
  for await (const chunk of source.open()) whole.add(chunk)
  return { xls: whole.bytes() }
}

async function readParts(source: Source, platform: Platform, { limits }: FormatOptions): Promise<{ input: BookInput; size: number }> {
  const archive = await openZip(source, platform, workbookLimits(limits))
  const cap = capOf(platform)
  const parts = new Map<string, Uint8Array>()
  let size = 0
  for (const [name, entry] of archive.entries) {
    if (!/\.(bin|xml|rels)$/i.test(name)) continue
    const part = new Growing(cap - size)
    for await (const chunk of archive.read(entry)) part.add(chunk)
    parts.set(name, part.bytes())
    size += part.size
  }
  return { input: { xlsb: parts }, size }
}

class Growing {
  size = 0
  readonly #room: number
  readonly #chunks: Uint8Array[] = []

  constructor(room: number) {
    this.#room = room
  }

  add(chunk: Uint8Array): void {
    this.size += chunk.length
    if (this.size > this.#room) throw new ScdlError('limit-exceeded', { limit: 'oldWorkbookBytes', value: MAX_BYTES })
    this.#chunks.push(chunk.slice())
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.size)
    let at = 0
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at)
      at += chunk.length
    }
    return bytes
  }
}
