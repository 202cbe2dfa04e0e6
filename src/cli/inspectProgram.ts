// `scdl inspect` as commander sees it.
import type { Command } from 'commander'
import type { InspectFlags } from './inspectOptions.js'
import type { Texts } from './texts/texts.js'

export interface InspectRequested {
  command: 'inspect'
  source: string
  flags: InspectFlags
}

/** Its options are laid out only where they are asked for: most runs are of another command. */
export function addInspect(program: Command, args: readonly string[], texts: Texts, ask: (request: InspectRequested) => void): void {
  const command = program.command('inspect').summary(texts.inspect.summary)
  if (args.includes('inspect')) addOptions(command, texts, ask)
}

function addOptions(command: Command, texts: Texts, ask: (request: InspectRequested) => void): void {
  const { options, ...inspect } = texts.inspect
  const reading = texts.validate.options
  command
    .description(inspect.description)
    .usage('<source> [options]')
    .argument('<source>', inspect.source)
    .option('--json', options.json)
    .option('--schema-out <file>', options.schemaOut)
    .option('--force', options.force)
    .option('--sheet <name>', options.sheet)
    .option('--encoding <name>', reading.encoding)
    .option('--delimiter <char>', reading.delimiter)
    .option('--quote <char>', reading.quote)
    .option('--header-row <n>', reading.headerRow)
    .option('--max-record-size <size>', reading.maxRecordSize)
    .option('--max-columns <n>', reading.maxColumns)
    .option('--max-inflated-size <size>', reading.maxInflatedSize)
    .option('--max-inflation-ratio <n>', reading.maxInflationRatio)
    .option('--lang <lang>', reading.lang)
    .option('-q, --quiet', options.quiet)
    .option('--no-color', reading.noColor)
    .helpOption('-h, --help', texts.program.help)
    .addHelpText('after', inspect.after)
    .action((source: string, flags: InspectFlags) => ask({ command: 'inspect', source, flags }))
}
