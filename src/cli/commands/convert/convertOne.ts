// One source, converted to its place: the table and the list of its changes appear together, or not at all.
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type ConvertedTable, type ConvertOptions, convert } from '../../../convert.js'
import type { Change } from '../../../core/change.js'
import type { Source } from '../../../core/source.js'
import type { Messages } from '../../../messages/index.js'
import { writeFault } from '../../../node/fileFault.js'
import { type OutputFile, openOutputFile } from '../../../node/outputFile.js'
import { openSource } from '../../../node/sources.js'
import { changeLog } from '../../../reporters/changeLog.js'
import { LISTED_CHANGES } from '../../../reporters/human/conversion.js'
import type { CommandRun } from '../../commandRun.js'
import type { ConvertRequest } from '../../convertOptions.js'
import { writeOut } from '../../output.js'
import { showProgress } from '../../progress.js'
import { openReadingFile } from '../../reading/readingFile.js'
import type { OutputPlace } from './outputPlaces.js'

export interface ConvertSettings {
  request: ConvertRequest
  optionsOf(source: Source): ConvertOptions | Promise<ConvertOptions>
  messages: Messages
  run: CommandRun
}

/** Throws `ScdlError`. */
export async function convertOne(
  { source: name, output, changeLog: logPath }: OutputPlace,
  settings: ConvertSettings,
): Promise<ConvertedTable> {
  const { request, optionsOf, messages, run } = settings
  const source = await openSource(name)
  const options = await optionsOf(source)
  const { dryRun, force, quiet } = request
  const isWritten = !dryRun
  const table = isWritten && output !== '-' ? await openOutput(output, force, request.outDir !== undefined) : undefined
  const words = changeLog(messages)
  const { page, conversion: conversionWords } = messages
  const listed = { name: conversionWords.log.name, ...words, separator: page.listSeparator, cut: page.textCut }
  const log = isWritten && logPath !== undefined ? await openReadingFile(logPath, listed, force).catch(abandoning(table)) : undefined
  const progress = quiet ? undefined : showProgress(run.texts, source.name, source.size)
  const diff: Change[] = []
  try {
    const converted = await convert(source, {
      ...options,
      outputName: dryRun ? name : output,
      ...(isWritten && { output: (chunks) => (table === undefined ? writeToScreen(chunks) : writeAll(table, chunks)) }),
      ...((log !== undefined || request.diff) && {
        async onChanges(changes: readonly Change[]) {
          if (diff.length < LISTED_CHANGES) diff.push(...changes.slice(0, LISTED_CHANGES - diff.length))
          await log?.write(changes.map(words.cells))
        },
      }),
      ...(progress && {
        onProgress: (bytes, pass) => progress.onProgress(source.size === undefined ? bytes : (bytes + (pass - 1) * source.size) / 2),
      }),
    })
    const { conversion } = converted
    if (request.diff) conversion.diff = diff
    if (conversion.remaining === undefined || dryRun) return converted
    await log?.end()
    await table?.commit()
    await log?.commit()
    conversion.output = output
    if (logPath !== undefined) conversion.changeLog = logPath
    return converted
  } finally {
    progress?.clear()
    await table?.abandon()
    await log?.abandon()
  }
}

async function openOutput(path: string, replace: boolean, withFolder: boolean): Promise<OutputFile> {
  if (withFolder) {
    await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
      throw writeFault(error, path)
    })
  }
  return openOutputFile(path, { replace })
}

/** A failure leaves nothing of the other file. */
const abandoning = (other: OutputFile | undefined) => async (error: unknown) => {
  await other?.abandon()
  throw error
}

async function writeAll(file: OutputFile, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) if (chunk.length > 0) await file.write(chunk)
}

async function writeToScreen(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) if (chunk.length > 0) await writeOut(chunk)
}
