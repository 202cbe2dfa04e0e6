// `scdl schemas` and its commands as commander sees them.
import type { Command } from 'commander'
import type { RegistryFlags } from './registryFlags.js'
import type { SchemasCommand, SchemasOption } from './texts/schemasTexts.js'
import type { Texts } from './texts/texts.js'

/** As commander reads them; each command takes those that it has use for. */
export interface SchemasFlags extends RegistryFlags {
  json?: true
  format?: string
  out?: string
  force?: true
  all?: true
  failOn?: string
  quiet?: true
  color: boolean
}

export interface SchemasRequest {
  command: 'schemas'
  name: SchemasCommand
  args: string[]
  flags: SchemasFlags
}

/** The arguments of each, and the options beside those that all of them have. */
const SHAPES: Readonly<Record<SchemasCommand, { args: readonly string[]; options: readonly (readonly [string, SchemasOption])[] }>> = {
  list: { args: [], options: [['--json', 'json']] },
  search: { args: ['<words...>'], options: [['--json', 'json']] },
  show: { args: ['<ref>'], options: [['--json', 'json']] },
  fields: { args: ['<ref>'], options: [['--json', 'json']] },
  diff: { args: ['<before>', '<after>'], options: [['--json', 'json']] },
  doc: {
    args: ['<ref>'],
    options: [
      ['--format <format>', 'format'],
      ['-o, --out <file>', 'out'],
      ['--force', 'force'],
    ],
  },
  update: { args: ['[refs...]'], options: [['--all', 'all']] },
  lint: {
    args: ['<ref>'],
    options: [
      ['--fail-on <warning>', 'failOn'],
      ['--json', 'json'],
    ],
  },
  template: {
    args: ['<ref>'],
    options: [
      ['-o, --out <file>', 'out'],
      ['--force', 'force'],
    ],
  },
}

/** The commands below it take 4 ms to describe: only where the command line speaks of them. */
export function addSchemas(program: Command, args: readonly string[], texts: Texts, ask: (request: SchemasRequest) => void): void {
  const group = program.command('schemas').summary(texts.schemas.summary)
  if (args.includes('schemas')) addCommands(group, texts, ask)
}

function addCommands(group: Command, { schemas, program: words, commandName }: Texts, ask: (request: SchemasRequest) => void): void {
  const { options } = schemas
  group
    .description(schemas.description)
    .usage(`<${commandName}> [options]`)
    .helpOption('-h, --help', words.help)
    .helpCommand(`help [${commandName}]`, words.helpCommand)
    .addHelpText('after', schemas.after)
  for (const [name, shape] of Object.entries(SHAPES) as [SchemasCommand, (typeof SHAPES)[SchemasCommand]][]) {
    const texts = schemas.commands[name]
    const command = group
      .command(name)
      .summary(texts.summary)
      .description(texts.description ?? '')
      .usage([...shape.args.map((argument) => argument.replace('...', '…')), '[options]'].join(' '))
    for (const [index, argument] of shape.args.entries()) command.argument(argument, texts.arguments?.[index] ?? '')
    for (const [flags, option] of shape.options) command.option(flags, options[option])
    command
      .option('--offline', options.offline)
      .option('--refresh', options.refresh)
      .option('--registry <url>', options.registry)
      .option('--lang <lang>', options.lang)
      .option('-q, --quiet', options.quiet)
      .option('--no-color', options.noColor)
      .helpOption('-h, --help', words.help)
      .addHelpText('after', texts.after)
      .action((...given: unknown[]) =>
        ask({ command: 'schemas', name, args: given.slice(0, -2).flat() as string[], flags: command.opts() }),
      )
  }
}
