// The reports, by the name that `--report` uses; each is loaded only when it is asked for.
import type { Reporter } from './reporter.js'

export const reporters = {
  human: async () => (await import('./human/human.js')).human,
  json: async () => (await import('./json.js')).json,
} as const satisfies Record<string, () => Promise<Reporter>>

export type ReporterName = keyof typeof reporters
