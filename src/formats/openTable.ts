// The door to every format: unwraps, recognises, opens.
import type { Format, FormatOptions, Opened, Sheet } from '../core/format.js'
import type { Platform, Source } from '../core/source.js'
import { detectFormat } from './detectFormat.js'
import { formats } from './formats.js'
import { type GunzippedSource, gunzipSource } from './gzip.js'
import { readHead } from './readHead.js'

/** What formats are recognised by, in bytes. */
const HEAD_BYTES = 64 * 1024

/**
 * What is no table, or empty, comes back without sheets and with the fault that says why. Throws `limit-exceeded`,
 * `unknown-encoding`, `bad-option-value`, and what the source throws.
 */
export async function openTable(source: Source, platform: Platform, options: FormatOptions): Promise<Opened> {
  const head = (await readHead(source, HEAD_BYTES)).bytes
  if (detectFormat(head, source.name) !== 'gzip') return openPlain(source, head, platform, options)

  const inflated = gunzipSource(source, platform, options.limits)
  const inflatedHead = (await readHead(inflated, HEAD_BYTES)).bytes
  if (inflatedHead.length === 0 && inflated.damaged()) return refused('gzip')
  const opened = await openPlain(inflated, inflatedHead, platform, options)
  return {
    ...opened,
    facts: { ...opened.facts, wrapped: 'gzip' },
    sheets: opened.sheets.map((sheet) => withDamage(sheet, inflated)),
  }
}

async function openPlain(source: Source, head: Uint8Array, platform: Platform, options: FormatOptions): Promise<Opened> {
  const found = detectFormat(head, source.name)
  const format: Format | undefined = Object.hasOwn(formats, found) ? formats[found as keyof typeof formats] : undefined
  return format === undefined ? refused(found) : format.open(source, platform, options)
}

function refused(found: string): Opened {
  return { facts: { name: found }, faults: [{ code: 'file/not-a-table', details: { found } }], sheets: [] }
}

/** Says after the last row that could be saved that more should have come. */
function withDamage(sheet: Sheet, source: GunzippedSource): Sheet {
  return {
    ...sheet,
    async *batches(emit) {
      let row = 0
      for await (const batch of sheet.batches(emit)) {
        row = batch.rowNumber[batch.rows - 1]!
        yield batch
      }
      if (source.damaged()) emit('file/truncated', { row })
    },
  }
}
