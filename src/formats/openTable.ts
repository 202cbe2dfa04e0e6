// The door to every format: unwraps, recognises, opens.
import type { Format, FormatOptions, Opened, Sheet } from '../core/format.js'
import type { Platform, Source } from '../core/source.js'
import { detectCompound } from './detectCompound.js'
import { detectFormat } from './detectFormat.js'
import { formatFault } from './formatFault.js'
import { formats } from './formats.js'
import { gunzipSource } from './gzip.js'
import { HEAD_BYTES, readHead } from './readHead.js'
import { refused } from './refused.js'
import type { WrappedSource } from './wrappedSource.js'

/** What the first bytes say of a zip is looked up in its directory. */
const ARCHIVES: readonly string[] = ['zip', 'xlsx', 'ods']

/**
 * What is no table, or empty, comes back without sheets and with the fault that says why. Throws `limit-exceeded`,
 * `unknown-encoding`, `bad-option-value`, and what the source throws.
 */
export async function openTable(source: Source, platform: Platform, options: FormatOptions): Promise<Opened> {
  const head = (await readHead(source, HEAD_BYTES)).bytes
  const found = detectFormat(head, source.name)
  if (found === 'gzip') return openWrapped(gunzipSource(source, platform, options.limits), 'gzip', platform, options)
  if (!ARCHIVES.includes(found)) return openPlain(found, source, head, platform, options)
  const { detectArchive } = await import('./zip/detectArchive.js')
  const archive = await detectArchive(source, platform, options)
  if (archive.only !== undefined) return openWrapped(archive.only, 'zip', platform, options)
  return openPlain(archive.found, source, head, platform, options)
}

/** What is wrapped twice is not unwrapped twice. */
async function openWrapped(source: WrappedSource, wrapped: 'gzip' | 'zip', platform: Platform, options: FormatOptions): Promise<Opened> {
  const head = (await readHead(source, HEAD_BYTES)).bytes
  if (head.length === 0 && source.damaged()) return refused(wrapped === 'zip' ? 'corrupt' : wrapped)
  const opened = await openPlain(detectFormat(head, source.name), source, head, platform, options)
  return { ...opened, facts: { ...opened.facts, wrapped }, sheets: opened.sheets.map((sheet) => withDamage(sheet, source)) }
}

async function openPlain(detected: string, source: Source, head: Uint8Array, platform: Platform, options: FormatOptions): Promise<Opened> {
  const found = detected === 'xls' ? await detectCompound(head, source) : detected
  const format: Format | undefined = Object.hasOwn(formats, found) ? formats[found as keyof typeof formats] : undefined
  if (format === undefined) return refused(found)
  const opened = await format.open(source, platform, options)
  const fault = opened.sheets.length === 0 ? undefined : formatFault(found, source.name)
  return fault === undefined ? opened : { ...opened, faults: [fault, ...(opened.faults ?? [])] }
}

/** Says after the last row that could be saved that more should have come. */
function withDamage(sheet: Sheet, source: WrappedSource): Sheet {
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
