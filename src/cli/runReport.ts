// The report of a run as a whole: what it says beside its tables, and the exit code that follows from it.
import { ScdlError } from '../core/error.js'
import type { Failure, Report, ReportSettings, TableReport } from '../core/reportTypes.js'
import { fileIdentity } from '../node/fileIdentity.js'
import type { ValidateRequest } from './options.js'
import type { Shard } from './runOptions.js'

/** What is not as usual, for who reads the report without the command. */
export function reportSettings({ table, failOn, groupBy, repeated }: ValidateRequest): { settings?: ReportSettings } {
  const settings: ReportSettings = {
    ...(table.maxDiagnostics !== undefined && { maxDiagnostics: table.maxDiagnostics }),
    ...(failOn.length > 0 && { failOn }),
    ...(groupBy !== undefined && { groupBy }),
    ...(table.ignoreHeaderCase && { ignoreHeaderCase: true }),
    ...(repeated.reading.length > 0 && { reading: repeated.reading }),
  }
  return Object.keys(settings).length === 0 ? {} : { settings }
}

/**
 * In the order of the files, `paths` of the whole run; first what is not about one of them. A failure of a part of a run is told its
 * place there, so that parts can be put together.
 */
export function placed(failures: readonly Failure[], paths: readonly string[], shard: Shard | undefined): Failure[] {
  const places = new Map(paths.map((path, place) => [path, place]))
  const ordered = failures.map((failure) => ({ failure, place: places.get(failure.source) ?? -1 })).sort((a, b) => a.place - b.place)
  return ordered.map(({ failure, place }) => (shard === undefined || place < 0 ? failure : { ...failure, place }))
}

/** A slip of the hand must not cost the data. */
export function refuseToOverwrite({ reports, annotate }: Pick<ValidateRequest, 'reports' | 'annotate'>, names: readonly string[]): void {
  if (annotate !== undefined && names.length > 1) throw new ScdlError('one-output', { option: '--annotate', files: names.length })
  const inputs = new Set(names.map(fileIdentity))
  if (annotate !== undefined && inputs.has(fileIdentity(annotate.path))) {
    throw new ScdlError('bad-option-value', { option: '--annotate', value: annotate.path, expected: 'other-file' })
  }
  for (const { name, path } of reports) {
    if (path !== undefined && inputs.has(fileIdentity(path))) {
      throw new ScdlError('bad-option-value', { option: '--report', value: `${name}=${path}`, expected: 'other-file' })
    }
  }
}

/** Whether the exit code is 1: of what was written, where tables were converted. */
export const fails = ({ files }: Report, failOn: readonly string[]): boolean =>
  files.some((table) => tableFails(table.conversion === undefined ? table : table.conversion.remaining, failOn))

function tableFails(table: TableReport | undefined, failOn: readonly string[]): boolean {
  if (table === undefined || !table.valid || (failOn.includes('warning') && table.stats.warnings > 0)) return true
  return table.counts.some(({ code, count }) => count > 0 && failOn.includes(code))
}
