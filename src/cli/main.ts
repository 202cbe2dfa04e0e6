// From the command line to the exit code. The only place that catches, and that chooses the code.
import { ScdlError } from '../core/error.js'
import { type Language, messagesFor } from '../messages/index.js'
import type { CommandRun } from './commandRun.js'
import { writeError, writeOut } from './output.js'
import { readCommandLine } from './program.js'
import { textsFor } from './texts/index.js'

/** `args`: without the program's own name. Sets the exit code of the process. */
export async function main(args: readonly string[]): Promise<void> {
  // Exiting removes what is half written.
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  const { language, missing } = languageFor(args)
  const texts = await textsFor(language)
  const run: CommandRun = { language, texts, complain: async (error) => exitWith(await explain(error, run)) }
  try {
    if (missing !== undefined) await writeError(`scdl : ${texts.languageMissing(missing)}\n`)
    exitWith(await runCommand(args, run))
  } catch (error) {
    exitWith(await explain(error, run))
  }
}

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
  const { validateCommand } = await import('./commands/validate.js')
  return validateCommand(asked.sources, asked.flags, run)
}

/** A request that cannot be carried out is one sentence; a defect shows where it is. */
async function explain(error: unknown, { language, texts }: CommandRun): Promise<number> {
  if (error instanceof ScdlError) {
    const { requests } = await messagesFor(language)
    await writeError(`scdl : ${requests[error.code](error.details)}\n`)
    return 2
  }
  await writeError(`${error instanceof Error ? error.stack : String(error)}\n\n${texts.defect}\n`)
  return 3
}

/** Needed before the options can be read: they are described in it. The machine's locale is not asked. */
function languageFor(args: readonly string[]): { language: Language; missing?: string } {
  const place = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const typed = place < 0 ? undefined : (args[place]?.split('=')[1] ?? args[place + 1])
  const asked = typed ?? process.env.SCDL_LANG ?? ''
  return asked === '' || asked === 'fr' ? { language: 'fr' } : { language: 'fr', missing: asked }
}
