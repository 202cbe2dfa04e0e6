import type { Report, TableReport, Verdict } from './core/reportTypes.js'
import { version } from './version.js'

const WORST: readonly Verdict[] = ['valid', 'convertible', 'invalid']

/** Several tables checked in one run. */
export function buildReport(files: TableReport[], seconds: number, more: Pick<Report, 'settings' | 'shard' | 'failures'> = {}): Report {
  const sum = (pick: (stats: TableReport['stats']) => number) => files.reduce((total, { stats }) => total + pick(stats), 0)
  return {
    scdl: version,
    verdict: WORST[Math.max(0, ...files.map(({ verdict }) => WORST.indexOf(verdict)))]!,
    valid: files.every(({ valid }) => valid),
    stats: {
      files: files.length,
      rows: sum(({ rows }) => rows),
      errors: sum(({ errors }) => errors),
      warnings: sum(({ warnings }) => warnings),
      infos: sum(({ infos }) => infos),
      seconds,
    },
    ...more,
    files,
  }
}
