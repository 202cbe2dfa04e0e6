// `scdl convert` as commander sees it.
import type { Command } from 'commander'
import type { ConvertFlags } from './convertOptions.js'
import { repeatable } from './repeatable.js'
import type { Texts } from './texts/texts.js'

export interface ConvertRequested {
  command: 'convert'
  sources: string[]
  flags: ConvertFlags
}

/** Its options are laid out only where they are asked for: most runs are of another command. */
export function addConvert(program: Command, args: readonly string[], texts: Texts, ask: (request: ConvertRequested) => void): void {
  const command = program.command('convert').summary(texts.convert.summary)
  if (args.includes('convert')) addOptions(command, texts, ask)
}

function addOptions(command: Command, texts: Texts, ask: (request: ConvertRequested) => void): void {
  const { options, ...convert } = texts.convert
  const reading = texts.validate.options
  command
    .description(convert.description)
    .usage('[sources…] [--schema <ref>] [options]')
    .argument('[sources...]', convert.sources)
    .option('-s, --schema <ref>', reading.schema)
    .option('-o, --out <file>', options.out)
    .option('--out-dir <folder>', options.outDir)
    .option('--to <format>', options.to)
    .option('--force', options.force)
    .option('--dry-run', options.dryRun)
    .option('--diff', options.diff)
    .option('--changes <file>', options.changes)
    .option('--repair <level>', options.repair)
    .addOption(repeatable('--set <field=value>', options.set))
    .addOption(repeatable('--lookup <field=file:key,value>', options.lookup))
    .option('--drop-extra', options.dropExtra)
    .option('--mapping <file>', options.mapping)
    .option('--write-mapping <file>', options.writeMapping)
    .option('--accept-guesses', options.acceptGuesses)
    .addOption(repeatable('-r, --report <name[=path]>', reading.report))
    .option('--encoding <name>', reading.encoding)
    .option('--delimiter <char>', reading.delimiter)
    .option('--quote <char>', reading.quote)
    .option('--sheet <name|n>', reading.sheet)
    .option('--header-row <n>', reading.headerRow)
    .option('--ignore-header-case', reading.ignoreHeaderCase)
    .option('--max-diagnostics <n>', reading.maxDiagnostics)
    .addOption(repeatable('--fail-on <warning|code>', reading.failOn))
    .option('--no-hints', reading.noHints)
    .option('--max-record-size <size>', reading.maxRecordSize)
    .option('--max-columns <n>', reading.maxColumns)
    .option('--max-inflated-size <size>', reading.maxInflatedSize)
    .option('--max-inflation-ratio <n>', reading.maxInflationRatio)
    .option('--offline', reading.offline)
    .option('--refresh', reading.refresh)
    .option('--registry <url>', reading.registry)
    .option('--lang <lang>', reading.lang)
    .option('-q, --quiet', reading.quiet)
    .option('--no-color', reading.noColor)
    .helpOption('-h, --help', texts.program.help)
    .addHelpText('after', convert.after)
    .action((sources: string[], flags: ConvertFlags) => ask({ command: 'convert', sources, flags }))
}
