// scdl inspect: what a file is, what its columns hold, which schema it is like.
import { basename } from 'node:path'
import { ScdlError } from '../../core/error.js'
import type { Inspection } from '../../core/inspectionTypes.js'
import { inferSchema } from '../../inspect/inferSchema.js'
import { inspect } from '../../inspect.js'
import { inspectionWordsFor, messagesFor } from '../../messages/index.js'
import { openOutputFile } from '../../node/outputFile.js'
import { nodePlatform } from '../../node/platform.js'
import { schemaCandidates } from '../../node/schemaCandidates.js'
import { expandArgument, openSource } from '../../node/sources.js'
import { inspectionJson } from '../../reporters/inspection/inspectionJson.js'
import { inspectionText } from '../../reporters/inspection/inspectionText.js'
import type { CommandRun } from '../commandRun.js'
import { type InspectFlags, type InspectRequest, readInspectFlags } from '../inspectOptions.js'
import { withPath } from '../loadSchema.js'
import { terminalOf, writeOut } from '../output.js'
import { showProgress } from '../progress.js'
import { withRegistry } from '../registryFlags.js'
import { styleFor } from '../style.js'

const PAGE_WIDTH = 80
/** Wider lines are hard to read. */
const MAX_WIDTH = 100

/** 0; 1 where the file holds no table. */
export async function inspectCommand(argument: string, flags: InspectFlags, run: CommandRun): Promise<number> {
  const request = readInspectFlags(flags)
  const inspection = await inspectOne(await onlySource(argument), request, run)
  const schemaOut = inspection.readable ? request.schemaOut : undefined
  if (schemaOut !== undefined) await writeSchema(schemaOut, inspection, request, run)
  if (schemaOut !== '-') await writeInspection(inspection, request, run)
  if (schemaOut !== undefined && schemaOut !== '-' && !request.json && !request.quiet)
    await writeOut(`\n${run.texts.inspect.written(schemaOut)}\n`)
  return inspection.readable ? 0 : 1
}

/** A folder or a pattern that stands for one file is that file. Throws `ScdlError`. */
async function onlySource(argument: string): Promise<string> {
  const [name = argument, ...others] = await expandArgument(argument)
  if (others.length > 0) throw new ScdlError('one-source', { path: argument, sources: others.length + 1, first: name })
  return name
}

async function inspectOne(name: string, { quiet, table }: InspectRequest, run: CommandRun): Promise<Inspection> {
  // What is at hand is enough: nobody is asked.
  const candidates = await withRegistry({ offline: true }, run, schemaCandidates)
  const source = await openSource(name)
  const progress = quiet ? undefined : showProgress(run.texts, source.name, source.size)
  try {
    return await inspect(source, {
      ...table,
      candidates,
      platform: nodePlatform,
      ...(progress && { onProgress: progress.onProgress }),
    })
  } catch (error) {
    throw error instanceof ScdlError ? withPath(error, name) : error
  } finally {
    progress?.clear()
  }
}

async function writeInspection(inspection: Inspection, { json, quiet, color }: InspectRequest, { language }: CommandRun): Promise<void> {
  const [words, messages] = await Promise.all([inspectionWordsFor(language), messagesFor(language)])
  if (json) return writeOut(inspectionJson(inspection, messages, words))
  const stdout = terminalOf('stdout')
  const width = stdout.isTTY ? Math.min(stdout.columns || PAGE_WIDTH, MAX_WIDTH) : PAGE_WIDTH
  await writeOut(inspectionText(inspection, { words, messages, style: styleFor(stdout, color), width, quiet }))
}

async function writeSchema(path: string, inspection: Inspection, { force }: InspectRequest, { language }: CommandRun): Promise<void> {
  const { inferred } = await inspectionWordsFor(language)
  const name = inspection.source === '-' ? '' : basename(inspection.source)
  const descriptor = inferSchema(inspection, {
    title: inferred.title(name),
    description: inferred.description(name),
    column: inferred.column,
  })
  const text = `${JSON.stringify(descriptor, null, 2)}\n`
  if (path === '-') return writeOut(text)
  const file = await openOutputFile(path, { replace: force })
  try {
    await file.write(text)
    await file.commit()
  } finally {
    await file.abandon()
  }
}
