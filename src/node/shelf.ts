// Reports of many tables wait on disk, all but what is small, until they are written: memory does not grow with their number.
import { readSync } from 'node:fs'
import type { Diagnostic } from '../core/diagnostic.js'
import type { TableReport } from '../core/reportTypes.js'
import { openTemporaryFile, type TemporaryFile } from './temporaryFile.js'

/** Plain data: another thread of the process can take it down. */
export interface ShelvedTable {
  /** Its lists are empty where they are on the shelf. */
  table: TableReport
  lists?: Span
  /** The findings of `rest`, one per line. */
  rest?: Span[]
}

/** Bytes of a file. Its descriptor is known to all threads, and stays open as long as the process. */
interface Span {
  descriptor: number
  position: number
  length: number
}

type Lists = Pick<TableReport, 'diagnostics' | 'samples' | 'faultyRows'>

/** Findings and faulty rows that may stay in memory. */
const SMALL = 20
const BLOCK_CHARACTERS = 1 << 18

let file: TemporaryFile | undefined

/** Throws `ScdlError('write-failed')`. */
export async function shelve(table: TableReport): Promise<ShelvedTable> {
  const { diagnostics, samples, faultyRows } = table
  if (table.rest === undefined && diagnostics.length + faultyRows.length <= SMALL) return { table }
  const lists: Lists = { diagnostics, faultyRows, ...(samples !== undefined && { samples }) }
  return {
    table: { ...table, diagnostics: [], faultyRows: [], ...(samples !== undefined && { samples: [] }) },
    lists: write(JSON.stringify(lists)),
    ...(table.rest !== undefined && { rest: await writeLines(table.rest()) }),
  }
}

/** The report as it was; what is on the shelf is read whenever it is asked for. */
export function takeDown({ table, lists, rest }: ShelvedTable): TableReport {
  if (lists === undefined) return table
  const taken = { ...table }
  for (const name of ['diagnostics', 'samples', 'faultyRows'] as const) {
    if (name in table) Object.defineProperty(taken, name, { enumerable: true, get: () => listsAt(lists)[name] })
  }
  if (rest !== undefined) Object.defineProperty(taken, 'rest', { enumerable: false, value: () => linesOf(rest) })
  return taken
}

function write(text: string): Span {
  file ??= openTemporaryFile()
  const bytes = Buffer.from(text)
  return { descriptor: file.descriptor, position: file.write(bytes), length: bytes.length }
}

async function writeLines(diagnostics: AsyncIterable<Diagnostic>): Promise<Span[]> {
  const spans: Span[] = []
  let block = ''
  for await (const diagnostic of diagnostics) {
    block += `${block === '' ? '' : '\n'}${JSON.stringify(diagnostic)}`
    if (block.length < BLOCK_CHARACTERS) continue
    spans.push(write(block))
    block = ''
  }
  if (block !== '') spans.push(write(block))
  return spans
}

function read({ descriptor, position, length }: Span): string {
  const bytes = Buffer.allocUnsafe(length)
  for (let done = 0; done < length; ) {
    const count = readSync(descriptor, bytes, done, length - done, position + done)
    if (count === 0) throw new Error('the temporary file was cut')
    done += count
  }
  return bytes.toString('utf8')
}

/** Reports are written table by table: the lists of one are asked for several times in a row. */
let latest: { span: Span; lists: Lists } | undefined

function listsAt(span: Span): Lists {
  if (latest?.span !== span) latest = { span, lists: JSON.parse(read(span)) as Lists }
  return latest.lists
}

async function* linesOf(spans: readonly Span[]): AsyncIterable<Diagnostic> {
  for (const span of spans) {
    for (const line of read(span).split('\n')) yield JSON.parse(line) as Diagnostic
    // Disk and decoding never wait: an interruption would not be heard.
    await new Promise(setImmediate)
  }
}
