// The configuration of this run, looked for at most once.
import type { Configuration } from '../node/configuration/configuration.js'
import { findConfigurations } from '../node/configuration/findConfiguration.js'
import { isTyped, typedValue } from './commandLine.js'

/** undefined: there is none. Throws `ScdlError`: it cannot be read, or not be understood. */
export type OpenConfiguration = () => Promise<Configuration | undefined>

export function openConfiguration(args: readonly string[]): OpenConfiguration {
  let opened: Promise<Configuration | undefined> | undefined
  return () => {
    opened ??= open(args)
    return opened
  }
}

/** What reads one is loaded only where there is one. */
async function open(args: readonly string[]): Promise<Configuration | undefined> {
  const path = typedValue(args, '--config')
  if (isTyped(args, '--no-config')) return undefined
  if (path === undefined && findConfigurations(process.cwd()).next().done === true) return undefined
  const { configurationFor, readConfiguration } = await import('../node/configuration/readConfiguration.js')
  return path === undefined ? configurationFor(process.cwd()) : readConfiguration(path)
}
