// scdl config: what is in force here, and where it comes from.

import { withoutPassword } from '../../core/withoutPassword.js'
import { visible } from '../../messages/visible.js'
import type { Configuration } from '../../node/configuration/configuration.js'
import type { CommandRun } from '../commandRun.js'
import type { ConfigFlags } from '../configurationProgram.js'
import { writeOut } from '../output.js'

type Origin = 'option' | 'environment' | 'configuration' | 'default'

interface InForce {
  value: unknown
  from: Origin
}

const DEFAULTS = {
  unmatched: null,
  rules: {},
  baseline: null,
  failOn: [],
  report: ['human'],
  groupBy: null,
  maxDiagnostics: 1000,
  hints: true,
  ignoreHeaderCase: false,
  lang: 'fr',
  registry: 'https://schema.data.gouv.fr',
  offline: false,
} as const satisfies Record<Exclude<keyof Configuration['settings'], 'files'>, unknown>

type Setting = keyof typeof DEFAULTS

/** Of each file the entry that counts. */
interface FileInForce {
  source: string
  match?: string
  schema?: string
  expect?: Readonly<Record<string, string>>
}

export async function configCommand(sources: readonly string[], flags: ConfigFlags, run: CommandRun): Promise<number> {
  const configuration = await run.configuration()
  const settings = Object.fromEntries(
    (Object.keys(DEFAULTS) as Setting[]).map((name) => [name, inForce(name, flags, configuration)]),
  ) as Record<Setting, InForce>
  const files = sources.length > 0 && configuration !== undefined ? await filesInForce(sources, configuration) : undefined
  const entries = (configuration?.settings.files ?? []).map((entry) => ({ ...entry, schema: withoutPassword(entry.schema) }))
  if (flags.json === true) {
    const whole = { path: configuration?.path ?? null, settings, files: entries, ...(files !== undefined && { sources: files }) }
    await writeOut(`${JSON.stringify(whole, null, 2)}\n`)
    return 0
  }
  const words = run.texts.config
  const lines = [
    configuration === undefined ? words.none : words.path(visible(configuration.path)),
    '',
    ...Object.entries(settings)
      .filter(([, { from }]) => flags.quiet !== true || from !== 'default')
      .map(([name, { value, from }]) => `${name} = ${visible(shown(value))}  (${words.origins[from]})`),
  ]
  if (entries.length > 0) lines.push('', words.files, ...entries.map(({ match, schema }) => `  ${visible(match)}  →  ${visible(schema)}`))
  if (files !== undefined)
    lines.push('', ...files.map((file) => (file.match === undefined ? words.unmatched(visible(file.source)) : matchLine(file))))
  await writeOut(`${lines.join('\n')}\n`)
  return 0
}

const matchLine = ({ source, match = '', schema = '', expect }: FileInForce): string =>
  visible([source, match, schema, ...(expect === undefined ? [] : [JSON.stringify(expect)])].join('  →  '))

const shown = (value: unknown): string => (value === null ? '-' : typeof value === 'string' ? value : JSON.stringify(value))

function inForce(name: Setting, flags: ConfigFlags, configuration: Configuration | undefined): InForce {
  const { value, from } = settingOf(name, flags, configuration)
  return { value: typeof value === 'string' ? withoutPassword(value) : value, from }
}

/** What was typed, else the environment, else the configuration, else what goes without saying. */
function settingOf(name: Setting, flags: ConfigFlags, configuration: Configuration | undefined): InForce {
  const { SCDL_LANG: lang, SCDL_REGISTRY: registry } = process.env
  const environment: Partial<Record<Setting, string | undefined>> = { lang, registry }
  const typed: Partial<Record<Setting, unknown>> = { lang: flags.lang, registry: flags.registry, offline: flags.offline }
  if (typed[name] !== undefined) return { value: typed[name], from: 'option' }
  if (environment[name]) return { value: environment[name], from: 'environment' }
  const configured = configuration?.settings[name]
  return configured === undefined ? { value: DEFAULTS[name], from: 'default' } : { value: configured, from: 'configuration' }
}

async function filesInForce(sources: readonly string[], configuration: Configuration): Promise<FileInForce[]> {
  const { entryFinder } = await import('../../node/configuration/fileEntries.js')
  const entryOf = entryFinder(configuration)
  return sources.map((source) => {
    const found = entryOf(source)
    if (found === undefined) return { source }
    const { match, schema } = found.entry
    return { source, match, schema: withoutPassword(schema), ...(found.expected !== undefined && { expect: found.expected }) }
  })
}
