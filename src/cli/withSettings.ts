// What a configuration says, as the options that would say it: what was typed stands above it.
import { relative, resolve } from 'node:path'
import type { Configuration } from '../node/configuration/configuration.js'
import type { ValidateFlags } from './options.js'

export function withSettings<Flags extends ValidateFlags>(flags: Flags, { folder, settings }: Configuration): Flags {
  const here = (path: string): string => relative(process.cwd(), resolve(folder, path)) || '.'
  const { report, failOn, maxDiagnostics, hints, ignoreHeaderCase, groupBy, baseline, rules = {}, offline, registry } = settings
  const rule = [...Object.entries(rules).map(([code, severity]) => `${code}=${severity}`), ...(flags.rule ?? [])]
  const said: Partial<ValidateFlags> = {
    ...(report !== undefined && { report: report.map((text) => placed(text, here)) }),
    ...(failOn !== undefined && { failOn: [...failOn] }),
    ...(maxDiagnostics !== undefined && { maxDiagnostics: String(maxDiagnostics) }),
    ...(ignoreHeaderCase === true && { ignoreHeaderCase }),
    ...(groupBy !== undefined && { groupBy }),
    ...(baseline !== undefined && { baseline: here(baseline) }),
    ...(offline === true && flags.refresh !== true && { offline }),
    ...(registry !== undefined && !process.env.SCDL_REGISTRY && { registry }),
  }
  return { ...said, ...flags, ...(rule.length > 0 && { rule }), hints: flags.hints && hints !== false }
}

/** `json=report.json` with its path from the current folder. */
function placed(text: string, here: (path: string) => string): string {
  const [, name, path] = /^([^=]*)=(.+)$/s.exec(text) ?? []
  return name === undefined || path === undefined || path === '-' ? text : `${name}=${here(path)}`
}
