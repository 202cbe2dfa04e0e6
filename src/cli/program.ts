// The commands and options as commander sees them. Nothing is run here: what was asked for is handed back.
import { Command, CommanderError } from 'commander'
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import { version } from '../version.js'
import { addConfiguration, type ConfigurationRequest } from './configurationProgram.js'
import { addConvert, type ConvertRequested } from './convertProgram.js'
import { helpLayout, helpWidth } from './help.js'
import { addInspect, type InspectRequested } from './inspectProgram.js'
import { addMerge, type MergeRequested } from './mergeProgram.js'
import type { ValidateFlags } from './options.js'
import { repeatable } from './repeatable.js'
import type { RunFlags } from './runOptions.js'
import { addSchemas, type SchemasRequest } from './schemasProgram.js'
import type { Texts } from './texts/texts.js'

/** `show`: a text that was asked for (help, version). */
export type Asked =
  | { command: 'validate'; sources: string[]; flags: ValidateFlags & RunFlags }
  | ConvertRequested
  | InspectRequested
  | ConfigurationRequest
  | MergeRequested
  | SchemasRequest
  | { command: 'show'; text: string }

/** Throws `ScdlError`: unknown command or option (with the nearest), option without its value. */
export function readCommandLine(args: readonly string[], texts: Texts): Asked {
  let shown = ''
  let asked: Asked | undefined
  const show = (text: string): void => {
    shown += text
  }
  const program = new Command('scdl')
    .description(texts.program.description)
    .usage(texts.commandPlace)
    .version(version, '-V, --version', texts.program.version)
    .option('--lang <lang>', texts.validate.options.lang)
    .helpOption('-h, --help', texts.program.help)
    .helpCommand(`help [${texts.commandName}]`, texts.program.helpCommand)
    .addHelpText('after', texts.program.after)
    .configureHelp(helpLayout(texts))
    .configureOutput({ writeOut: show, writeErr: show, outputError: () => {}, getOutHelpWidth: helpWidth })
    .exitOverride()
  addValidate(program, texts, (sources, flags) => {
    asked = { command: 'validate', sources, flags }
  })
  addConvert(program, args, texts, (request) => {
    asked = request
  })
  addInspect(program, args, texts, (request) => {
    asked = request
  })
  addConfiguration(program, args, texts, (request) => {
    asked = request
  })
  addMerge(program, args, texts, (request) => {
    asked = request
  })
  addSchemas(program, args, texts, (request) => {
    asked = request
  })
  try {
    program.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (!['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code)) throw requestFault(error, program)
  }
  return asked ?? { command: 'show', text: shown }
}

function addValidate(program: Command, texts: Texts, ask: (sources: string[], flags: ValidateFlags & RunFlags) => void): void {
  const { options, ...validate } = texts.validate
  program
    .command('validate')
    .summary(validate.summary)
    .description(validate.description)
    .usage('[sources…] [--schema <ref>] [options]')
    .argument('[sources...]', validate.sources)
    .option('-s, --schema <ref>', options.schema)
    .addOption(repeatable('-r, --report <name[=path]>', options.report))
    .addOption(repeatable('--include <pattern>', options.include))
    .addOption(repeatable('--exclude <pattern>', options.exclude))
    .option('--changed-since <ref>', options.changedSince)
    .option('--shard <i/n>', options.shard)
    .option('--jobs <n>', options.jobs)
    .option('--max-seconds <n>', options.maxSeconds)
    .option('--annotate <file>', options.annotate)
    .option('--force', options.force)
    .option('--encoding <name>', options.encoding)
    .option('--delimiter <char>', options.delimiter)
    .option('--quote <char>', options.quote)
    .option('--sheet <name|n>', options.sheet)
    .option('--header-row <n>', options.headerRow)
    .option('--ignore-header-case', options.ignoreHeaderCase)
    .option('--max-diagnostics <n>', options.maxDiagnostics)
    .addOption(repeatable('--fail-on <warning|code>', options.failOn))
    .addOption(repeatable('--rule <code=severity>', options.rule))
    .option('--baseline <file>', options.baseline)
    .option('--update-baseline', options.updateBaseline)
    .option('--group-by <folder>', options.groupBy)
    .option('--config <file>', options.config)
    .option('--no-config', options.noConfig)
    .option('--no-hints', options.noHints)
    .option('--max-record-size <size>', options.maxRecordSize)
    .option('--max-columns <n>', options.maxColumns)
    .option('--max-inflated-size <size>', options.maxInflatedSize)
    .option('--max-inflation-ratio <n>', options.maxInflationRatio)
    .option('--offline', options.offline)
    .option('--refresh', options.refresh)
    .option('--registry <url>', options.registry)
    .option('--lang <lang>', options.lang)
    .option('-q, --quiet', options.quiet)
    .option('--no-color', options.noColor)
    .helpOption('-h, --help', texts.program.help)
    .addHelpText('after', validate.after)
    .action(ask)
}

/** Commander tells what it met inside its English sentence only, between quotes. */
function requestFault(error: CommanderError, program: Command): ScdlError {
  const met = /'(.*)'/.exec(error.message)?.[1] ?? ''
  const { command, help } = commandAsked(program)
  if (error.code === 'commander.unknownOption') {
    const flags = command.options.map((option) => option.long ?? option.flags)
    return new ScdlError('unknown-option', { option: met, nearest: nearest(met, [...flags, '--help']), help }, { cause: error })
  }
  if (error.code === 'commander.optionMissingArgument') {
    const option = /--[a-z-]+/.exec(met)?.[0] ?? met
    return new ScdlError('bad-option-value', { option, expected: 'value', help }, { cause: error })
  }
  if (error.code === 'commander.missingArgument') return new ScdlError('missing-argument', { argument: `<${met}>`, help }, { cause: error })
  if (error.code === 'commander.excessArguments')
    return new ScdlError('unexpected-argument', { argument: program.args.at(-1), help }, { cause: error })
  const known = command.commands.map((command) => command.name())
  return new ScdlError('unknown-command', { command: met, nearest: nearest(met, known), known }, { cause: error })
}

/** The command that the arguments name, as far as they do, and the words that show its help. */
function commandAsked(program: Command): { command: Command; help: string } {
  const names = [program.name()]
  let command = program
  for (const argument of program.args) {
    const below = command.commands.find((known) => known.name() === argument)
    if (below === undefined) break
    names.push(argument)
    command = below
  }
  return { command, help: `${names.join(' ')} --help` }
}
