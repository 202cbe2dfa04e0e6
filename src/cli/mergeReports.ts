// Reports of parts of a run, or of several runs, as the one report that a single run would have given.

import { buildReport } from '../buildReport.js'
import { ScdlError } from '../core/error.js'
import type { Failure, Report, ReportSettings, TableReport } from '../core/reportTypes.js'

export interface NamedReport {
  /** Where it was read. */
  path: string
  report: Report
}

export interface Merged {
  report: Report
  /** What is missing of it. */
  fault?: ScdlError
}

interface Placed<T> {
  item: T
  /** Its place among all files of the run; without one, reports follow each other as they were given. */
  place: number
}

/** Throws `ScdlError`: `report-versions`, `different-runs`, `reported-twice`. */
export function mergeReports(named: readonly NamedReport[]): Merged {
  const reports = named.map(({ report }) => report)
  const versions = [...new Set(reports.map(({ scdl }) => scdl))]
  if (versions.length > 1) throw new ScdlError('report-versions', { versions: versions.sort() })
  const fault = missingShards(reports) ?? otherFiles(reports)
  refuseTwice(named)
  const tables: Placed<TableReport>[] = []
  const failures = new Map<string, Placed<Failure>>()
  for (const { shard, files, failures: failed = [] } of reports) {
    files.forEach((item, i) => {
      tables.push({ item, place: shard?.places[i] ?? Number.MAX_SAFE_INTEGER })
    })
    // What no part can find is told by each.
    for (const { place = -1, ...item } of failed) {
      const key = JSON.stringify([item.code, item.source])
      if (!failures.has(key)) failures.set(key, { item, place })
    }
  }
  const seconds = reports.reduce((sum, { stats }) => sum + stats.seconds, 0)
  const report = buildReport(inOrder(tables), seconds, {
    ...mergeSettings(reports),
    ...(failures.size > 0 && { failures: inOrder([...failures.values()]) }),
  })
  return { report, ...(fault !== undefined && { fault }) }
}

const inOrder = <T>(items: Placed<T>[]): T[] => items.sort((a, b) => a.place - b.place).map(({ item }) => item)

function missingShards(reports: readonly Report[]): ScdlError | undefined {
  const shards = reports.flatMap(({ shard }) => shard ?? [])
  const count = shards[0]?.count ?? 0
  const present = new Set(shards.map(({ index }) => index))
  if (present.size < shards.length || shards.some((shard) => shard.count !== count)) throw new ScdlError('different-runs')
  if (present.size === count) return undefined
  const absent = Array.from({ length: count }, (_, i) => i + 1).filter((index) => !present.has(index))
  return new ScdlError('missing-shards', { count, missing: absent.length, shards: absent.slice(0, 12).map((index) => `${index}/${count}`) })
}

/** Where files came or went between the starts of the parts, some were checked by none of them. */
function otherFiles(reports: readonly Report[]): ScdlError | undefined {
  const parts = reports.flatMap(({ shard, failures = [] }) => (shard === undefined ? [] : { shard, failures }))
  const [first] = parts
  if (first === undefined) return undefined
  const told = parts.flatMap(({ shard, failures }) => [...shard.places, ...failures.flatMap(({ place }) => place ?? [])])
  const isWhole = new Set(told).size === told.length && told.length === first.shard.files
  return isWhole && parts.every(({ shard }) => shard.files === first.shard.files) ? undefined : new ScdlError('different-files')
}

function refuseTwice(named: readonly NamedReport[]): void {
  const reportOf = new Map<string, string>()
  for (const { path, report } of named) {
    for (const { source } of report.files) {
      const other = reportOf.get(source)
      if (other !== undefined && source !== '-') throw new ScdlError('reported-twice', { path: source, reports: [other, path] })
      reportOf.set(source, path)
    }
  }
}

/** What was asked for in any of them. */
function mergeSettings(reports: readonly Report[]): { settings?: ReportSettings } {
  const settings = reports.flatMap((report) => report.settings ?? [])
  const failOn = [...new Set(settings.flatMap((one) => one.failOn ?? []))]
  const limits = settings.flatMap(({ maxDiagnostics }) => maxDiagnostics ?? [])
  const readings = reports.map((report) => report.settings?.reading ?? [])
  const [reading = []] = readings
  if (settings.length === 0) return {}
  return {
    settings: {
      ...(limits[0] !== undefined && { maxDiagnostics: limits.includes(0) ? 0 : Math.max(...limits) }),
      ...(failOn.length > 0 && { failOn }),
      ...(settings.some(({ groupBy }) => groupBy === 'folder') && { groupBy: 'folder' as const }),
      ...(settings.some(({ ignoreHeaderCase }) => ignoreHeaderCase) && { ignoreHeaderCase: true }),
      // A command that is shown is about any of the files: it repeats what all of them were read with.
      ...(reading.length > 0 && new Set(readings.map((one) => JSON.stringify(one))).size === 1 && { reading }),
    },
  }
}
