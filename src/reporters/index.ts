// The reports, by the name that `--report` uses; each is loaded only when it is asked for.
import type { Reporter } from './reporter.js'

export const reporters = {
  human: async () => (await import('./human/human.js')).human,
  json: async () => (await import('./json.js')).json,
  ndjson: async () => (await import('./ndjson.js')).ndjson,
  csv: async () => (await import('./csv.js')).csv,
  markdown: async () => (await import('./markdown.js')).markdown,
  html: async () => (await import('./html/html.js')).html,
  github: async () => (await import('./github.js')).github,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  junit: async () => (await import('./junit.js')).junit,
  sarif: async () => (await import('./sarif.js')).sarif,
  validata: async () => (await import('./validata.js')).validata,
  datagouv: async () => (await import('./datagouv.js')).datagouv,
} as const satisfies Record<string, () => Promise<Reporter>>

export type ReporterName = keyof typeof reporters
