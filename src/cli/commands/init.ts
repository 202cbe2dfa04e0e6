// scdl init: look at the tables of a folder, propose a configuration for them, write it.
import { dirname, join, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { ScdlError } from '../../core/error.js'
import { wayFrom } from '../../node/configuration/fileEntries.js'
import { CONFIGURATION_NAMES, findConfigurations } from '../../node/configuration/findConfiguration.js'
import { schemaCandidates } from '../../node/schemaCandidates.js'
import { expandArgument } from '../../node/sources.js'
import { writeAtomically } from '../../node/writeAtomically.js'
import { shellWord } from '../../reporters/human/shellWord.js'
import { jsonText } from '../../reporters/jsonText.js'
import type { CommandRun } from '../commandRun.js'
import type { InitFlags } from '../configurationProgram.js'
import { loadSchema } from '../loadSchema.js'
import { writeError, writeOut } from '../output.js'
import { withRegistry } from '../registryFlags.js'
import { expectationsOf } from './init/expectations.js'
import { proposeEntries } from './init/proposeEntries.js'
import { type InspectedTable, recogniseTable } from './init/recogniseTables.js'

const [NAME] = CONFIGURATION_NAMES

/** 0, also where the user says no. Throws `ScdlError`: nothing to check, nothing recognised, a configuration is there already. */
export async function initCommand(folder: string, flags: InitFlags, run: CommandRun): Promise<number> {
  const path = join(folder, NAME)
  const existing = configurationIn(folder)
  if (flags.force !== true && flags.dryRun !== true && existing !== undefined) throw new ScdlError('file-exists', { path: existing })
  const words = run.texts.init
  /** Standard output may be for the configuration itself. */
  const write = flags.dryRun === true ? writeError : writeOut
  const say = (lines: readonly string[]): Promise<void> => write(lines.map((line) => `${line}\n`).join(''))
  const text = await withRegistry(flags, run, async (registry) => {
    const candidates = await schemaCandidates(registry)
    const tables: InspectedTable[] = []
    const unread: ScdlError[] = []
    const found = await expandArgument(folder, { onUnread: (fault) => unread.push(fault) })
    for (const fault of unread) await run.complain(fault)
    for (const file of found) tables.push(await recogniseTable(file, candidates))
    if (flags.quiet !== true) await say(tables.map((table) => words.table(table)))
    const wayOf = (file: string): string => wayFrom(resolve(folder), file) ?? file
    const recognised = tables.flatMap((table) => (table.schema === undefined ? [] : [{ way: wayOf(table.path), schema: table.schema }]))
    const others = tables.filter(({ schema }) => schema === undefined).map((table) => wayOf(table.path))
    if (recognised.length === 0) throw new ScdlError('no-schema-recognised', { path: folder, files: tables.length })
    const files: object[] = []
    for (const entry of proposeEntries(recognised, others)) {
      const expect = await expectationsOf(entry, resolve(folder), await loadSchema(entry.schema, registry))
      files.push({ match: entry.match, schema: entry.schema, ...(expect !== undefined && { expect }) })
    }
    return configurationText(files, others.length > 0 ? 'warning' : 'error')
  })
  if (flags.dryRun === true) {
    await writeOut(text)
    return 0
  }
  const shown = relative(process.cwd(), resolve(path)) || path
  if (flags.quiet !== true) await say(['', words.proposal(shown), '', text.trimEnd(), ''])
  if (flags.yes !== true && !(await agrees(words.question(shown), words.isYes))) {
    await say([words.notWritten])
    return 0
  }
  await writeAtomically(path, text)
  // From where the user stands it is found without being named only here.
  const named = shown === NAME ? '' : ` --config ${shellWord(shown) ?? shown}`
  await say([words.written(shown, `scdl validate${named}`)])
  return 0
}

/** Whatever its form: the new one would stand above it. */
function configurationIn(folder: string): string | undefined {
  const { value } = findConfigurations(folder).next()
  return value !== undefined && dirname(value) === resolve(folder) ? relative(process.cwd(), value) : undefined
}

/** One entry per line: what is added later shows as one line. */
function configurationText(files: readonly object[], unmatched: string): string {
  const lines = files.map((entry) => `    ${entryText(entry)}`)
  return `{\n  "files": [\n${lines.join(',\n')}\n  ],\n  "unmatched": "${unmatched}"\n}\n`
}

/** Spaced for reading, safe to print. */
const entryText = (entry: object): string =>
  `{ ${Object.entries(entry)
    .map(([key, value]) => `${jsonText(key)}: ${typeof value === 'object' ? entryText(value as object) : jsonText(value)}`)
    .join(', ')} }`

/** Nobody is asked where nobody answers. */
async function agrees(question: string, isYes: (answer: string) => boolean): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return true
  const dialogue = createInterface({ input: process.stdin, output: process.stderr })
  // The terminal gives Ctrl-C as a key while it is asked.
  dialogue.once('SIGINT', () => process.emit('SIGINT'))
  try {
    return isYes(await dialogue.question(`${question} `))
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error
    // Ctrl-D: the line that was asked on is still open.
    await writeError('\n')
    return false
  } finally {
    dialogue.close()
  }
}
