// From the command line to the exit code. The only place that catches, and that chooses the code.
import type { Details } from '../core/diagnostic.js'
import { ScdlError } from '../core/error.js'
import type { Notice } from '../core/notice.js'
import { DEFAULT_LANGUAGE, type Language, languageNames, languageOf, messagesFor } from '../messages/index.js'
import { typedValue } from './commandLine.js'
import type { CommandRun } from './commandRun.js'
import type { Port } from './commands/validate/answerTasks.js'
import { type OpenConfiguration, openConfiguration } from './openConfiguration.js'
import { writeError, writeOut } from './output.js'
import { readCommandLine } from './program.js'
import { textsFor } from './texts/index.js'

/** `args`: without the program's own name. Sets the exit code of the process. */
export async function main(args: readonly string[]): Promise<void> {
  // Exiting removes what is half written.
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  const configuration = openConfiguration(args)
  const { language, fault } = await languageFor(args, configuration)
  const texts = await textsFor(language)
  const run: CommandRun = {
    language,
    texts,
    configuration,
    complain: async (error) => {
      isWaiting ||= error instanceof ScdlError && (error.code === 'time-exceeded' || isGivenUp(error.details))
      exitWith(await explain(error, run))
    },
    note: (notice) => {
      isWaiting ||= isGivenUp(notice.details)
      return tell(notice, run)
    },
  }
  let isWaiting = false
  try {
    if (fault !== undefined) throw fault
    exitWith(await runCommand(args, run))
  } catch (error) {
    isWaiting ||= error instanceof ScdlError && isGivenUp(error.details)
    exitWith(await explain(error, run))
  }
  // All is written. The system may go on waiting for the answer, or the pipe, that was given up.
  if (isWaiting) process.exit()
}

/** In a thread of the command line: checks the files that come by `port`. */
export async function answer(port: Port): Promise<void> {
  const { answerTasks } = await import('./commands/validate.js')
  answerTasks(port)
}

const isGivenUp = ({ reason }: Details): boolean => reason === 'timeout'

/** The highest code stands. */
function exitWith(code: number): void {
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0))
}

async function runCommand(args: readonly string[], run: CommandRun): Promise<number> {
  const asked = readCommandLine(args, run.texts)
  if (asked.command === 'show') {
    await writeOut(asked.text)
    return 0
  }
  if (asked.command === 'schemas') {
    const { schemasCommand } = await import('./commands/schemas.js')
    return schemasCommand(asked.name, asked.args, asked.flags, run)
  }
  if (asked.command === 'convert') {
    const { convertCommand } = await import('./commands/convert.js')
    return convertCommand(asked.sources, asked.flags, run)
  }
  if (asked.command === 'inspect') {
    const { inspectCommand } = await import('./commands/inspect.js')
    return inspectCommand(asked.source, asked.flags, run)
  }
  if (asked.command === 'init') {
    const { initCommand } = await import('./commands/init.js')
    return initCommand(asked.folder, asked.flags, run)
  }
  if (asked.command === 'config') {
    const { configCommand } = await import('./commands/config.js')
    return configCommand(asked.sources, asked.flags, run)
  }
  if (asked.command === 'merge') {
    const { mergeCommand } = await import('./commands/merge.js')
    return mergeCommand(asked.reports, asked.flags, run)
  }
  const { validateCommand } = await import('./commands/validate.js')
  return validateCommand(asked.sources, asked.flags, run)
}

async function tell({ code, details }: Notice, { language, texts }: CommandRun): Promise<void> {
  const { notices } = await messagesFor(language)
  await writeError(`${texts.complaint(notices[code](details))}\n`)
}

/** A request that cannot be carried out is one sentence; a defect shows where it is. */
async function explain(error: unknown, { language, texts }: CommandRun): Promise<number> {
  if (error instanceof ScdlError) {
    const { requests } = await messagesFor(language)
    await writeError(`${texts.complaint(requests[error.code](error.details))}\n`)
    return 2
  }
  await writeError(`${error instanceof Error ? error.stack : String(error)}\n\n${texts.defect}\n`)
  return 3
}

/** Needed before the options can be read: they are described in it. The machine's locale is not asked. */
async function languageFor(args: readonly string[], configuration: OpenConfiguration): Promise<{ language: Language; fault?: ScdlError }> {
  const set = process.env.SCDL_LANG || undefined
  const typed = typedValue(args, '--lang')
  if (typed === undefined && set === undefined) return { language: (await configuredLanguage(configuration)) ?? DEFAULT_LANGUAGE }
  const known = languageOf(typed ?? set ?? DEFAULT_LANGUAGE)
  if (known !== undefined) return { language: known }
  const [option, value = ''] = typed === undefined ? ['SCDL_LANG', set] : ['--lang', typed]
  const fault = new ScdlError('bad-option-value', { option, value, known: languageNames })
  return { language: languageOf(set ?? DEFAULT_LANGUAGE) ?? DEFAULT_LANGUAGE, fault }
}

/** What is wrong with a configuration is left to the commands that need it: they meet the same fault. */
async function configuredLanguage(configuration: OpenConfiguration): Promise<Language | undefined> {
  try {
    return (await configuration())?.settings.lang
  } catch {
    return undefined
  }
}
