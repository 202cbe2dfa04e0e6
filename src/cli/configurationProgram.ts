// `scdl init` and `scdl config` as commander sees them.
import type { Command } from 'commander'
import type { RegistryFlags } from './registryFlags.js'
import type { Texts } from './texts/texts.js'

/** As commander reads them. */
export interface InitFlags extends RegistryFlags {
  yes?: true
  force?: true
  dryRun?: true
  quiet?: true
  color: boolean
}

export interface ConfigFlags extends Pick<RegistryFlags, 'registry' | 'offline'> {
  json?: true
  quiet?: true
  lang?: string
}

export type ConfigurationRequest =
  | { command: 'init'; folder: string; flags: InitFlags }
  | { command: 'config'; sources: string[]; flags: ConfigFlags }

/** Their options are laid out only where they are asked for: most runs are of another command. */
export function addConfiguration(
  program: Command,
  args: readonly string[],
  texts: Texts,
  ask: (request: ConfigurationRequest) => void,
): void {
  const init = program.command('init').summary(texts.init.summary)
  const config = program.command('config').summary(texts.config.summary)
  if (args.includes('init')) addInit(init, texts, ask)
  if (args.includes('config')) addConfig(config, texts, ask)
}

function addInit(command: Command, texts: Texts, ask: (request: ConfigurationRequest) => void): void {
  const { options, ...init } = texts.init
  const shared = texts.validate.options
  command
    .description(init.description)
    .usage('[folder] [options]')
    .argument('[folder]', init.folder)
    .option('-y, --yes', options.yes)
    .option('--dry-run', options.dryRun)
    .option('--force', options.force)
    .option('--offline', shared.offline)
    .option('--refresh', shared.refresh)
    .option('--registry <url>', shared.registry)
    .option('--lang <lang>', shared.lang)
    .option('-q, --quiet', options.quiet)
    .option('--no-color', shared.noColor)
    .helpOption('-h, --help', texts.program.help)
    .addHelpText('after', init.after)
    .action((folder: string | undefined, flags: InitFlags) => ask({ command: 'init', folder: folder ?? '.', flags }))
}

function addConfig(command: Command, texts: Texts, ask: (request: ConfigurationRequest) => void): void {
  const { options, ...config } = texts.config
  const shared = texts.validate.options
  command
    .description(config.description)
    .usage('[sources…] [options]')
    .argument('[sources...]', config.sources)
    .option('--json', options.json)
    .option('--config <file>', shared.config)
    .option('--no-config', shared.noConfig)
    .option('--offline', shared.offline)
    .option('--registry <url>', shared.registry)
    .option('--lang <lang>', shared.lang)
    .option('-q, --quiet', options.quiet)
    .option('--no-color', shared.noColor)
    .helpOption('-h, --help', texts.program.help)
    .addHelpText('after', config.after)
    .action((sources: string[]) => ask({ command: 'config', sources, flags: command.optsWithGlobals<ConfigFlags>() }))
}
