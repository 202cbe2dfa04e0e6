// `scdl merge` as commander sees it.
import type { Command } from 'commander'
import { repeatable } from './repeatable.js'
import type { Texts } from './texts/texts.js'

/** As commander reads them. */
export interface MergeFlags {
  report?: string[]
  failOn?: string[]
  groupBy?: string
  quiet?: true
  color: boolean
}

export interface MergeRequested {
  command: 'merge'
  reports: string[]
  flags: MergeFlags
}

/** Its options are laid out only where they are asked for. */
export function addMerge(program: Command, args: readonly string[], texts: Texts, ask: (request: MergeRequested) => void): void {
  const command = program.command('merge').summary(texts.merge.summary)
  if (!args.includes('merge')) return
  const { options } = texts.validate
  command
    .description(texts.merge.description)
    .usage('[reports…] [options]')
    .argument('[reports...]', texts.merge.reports)
    .addOption(repeatable('-r, --report <name[=path]>', options.report))
    .addOption(repeatable('--fail-on <warning|code>', options.failOn))
    .option('--group-by <folder>', options.groupBy)
    .option('--lang <lang>', options.lang)
    .option('-q, --quiet', options.quiet)
    .option('--no-color', options.noColor)
    .helpOption('-h, --help', texts.program.help)
    .addHelpText('after', texts.merge.after)
    .action((reports: string[], flags: MergeFlags) => ask({ command: 'merge', reports, flags }))
}
