// Counts everything, keeps the first diagnostics, spools the rest when all are asked for, and decides severity.
import type { Code, Details, Diagnostic, Place, Severity } from './diagnostic.js'
import type { KnownFaults } from './knownFaults.js'
import type { Count } from './reportTypes.js'
import type { Spool } from './source.js'

/** What a code is worth by default; `codes.ts` holds the table. */
export type CodeTable = Readonly<Record<string, { type: string; severity: Severity }>>
/** Severities that the user set, by code. */
export type Rules = Readonly<Record<string, Severity | 'off'>>

export interface RecorderOptions {
  codes: CodeTable
  rules?: Rules
  /** How many diagnostics are kept; 0: all, through `spool` where there is one. */
  maxDiagnostics: number
  spool?: (() => Spool) | undefined
  /** Faults that are accepted for now, and who hears of those that are found. */
  known?: { faults: KnownFaults; recorder: Recorder } | undefined
}

/** Where a finding stands, once its column has a name. */
export interface Location extends Partial<Place> {
  pointer?: string
  character?: number
  field?: string
  label?: string
  cell?: string
  suggestion?: string
}

export interface CodeEffect {
  type: string
  severity: Severity
}

export class Recorder {
  readonly #options: RecorderOptions
  readonly #tallies = new Map<string, Count>()
  readonly #kept: Diagnostic[] = []
  readonly #spool: Spool | undefined
  /** Findings that were not kept. */
  #isTruncated = false
  /** Kept for the spool until their row is whole. */
  #toSpool: Diagnostic[] = []
  /** How many went to the spool. */
  #putAside = 0
  readonly #sampled = new Map<Code, number>()
  readonly #lastRows = new Map<Code, number>()
  /** The first findings of each code that the list has no room for. */
  readonly samples: Diagnostic[] = []
  readonly stats = { errors: 0, warnings: 0, infos: 0 }

  constructor(options: RecorderOptions) {
    this.#options = options
    this.#spool = options.maxDiagnostics === 0 ? options.spool?.() : undefined
  }

  /** undefined: the code is off. */
  effect(code: Code): CodeEffect | undefined {
    const known = this.#options.codes[code]
    if (known === undefined) throw new Error(`unknown code ${code}`)
    const severity = this.#options.rules?.[code] ?? known.severity
    return severity === 'off' ? undefined : { type: known.type, severity }
  }

  /** Whether another diagnostic would be kept: details need not be built otherwise. */
  get keeps(): boolean {
    return this.#spool !== undefined || this.#options.maxDiagnostics === 0 || this.#kept.length < this.#options.maxDiagnostics
  }

  /** Whether another finding of this code would be kept, in the list or as one of the first of its code. */
  wants(code: Code): boolean {
    return this.keeps || this.hasKnown || (this.#sampled.get(code) ?? 0) < SAMPLES
  }

  /** Whether each finding is to be told with its cell: it may be one that is accepted. */
  get hasKnown(): boolean {
    return this.#options.known !== undefined
  }

  /** What was found and is accepted: counted and kept apart. */
  get known(): RecorderOptions['known'] {
    return this.#options.known
  }

  /** Whether a finding is one that is accepted, which is then noted. Hints are nobody's fault. */
  acknowledge(code: Code, at: Location, details: () => Details, times = 1): boolean {
    const { known } = this.#options
    if (known === undefined) return false
    const effect = this.effect(code)
    if (effect === undefined || effect.severity === 'info') return false
    if (!known.faults.accept(code, at.field ?? at.label, at.cell, times)) return false
    known.recorder.add(code, at, details, times)
    return true
  }

  get truncated(): boolean {
    return this.#isTruncated
  }

  /**
   * Counts a finding and keeps it where there is room; the first of each code are kept apart even where there is none.
   * Returns its severity, or undefined when the code is off or the finding accepted.
   */
  add(code: Code, at: Location, details: () => Details = noDetails, times = 1, repairable = 0): Severity | undefined {
    const effect = this.effect(code)
    if (effect === undefined || this.acknowledge(code, at, details, times)) return undefined
    const tally = this.count(code, effect, at.field, at.label, times, repairable)
    if (at.row !== undefined && at.row !== this.#lastRows.get(code)) {
      this.#lastRows.set(code, at.row)
      tally.rows = (tally.rows ?? 0) + (at.rowEnd ?? at.row) - at.row + 1
    }
    if (this.keeps) this.keep({ code, ...effect, ...at, details: details() })
    else this.#isTruncated = true
    this.#sample(code, effect, at, details)
    return effect.severity
  }

  /** What the list has no room for: the first of each code, so that something can be said of every count. */
  #sample(code: Code, effect: CodeEffect, at: Location, details: () => Details): void {
    const known = this.#sampled.get(code) ?? 0
    if (known === SAMPLES) return
    this.#sampled.set(code, known + 1)
    const listed = this.#kept.length < (this.#spool === undefined ? Number.MAX_SAFE_INTEGER : SPOOLED_HEAD) && !this.#isTruncated
    if (!listed) this.samples.push({ code, ...effect, ...at, details: details() })
  }

  /** For what is counted column by column and told at the end of the table. */
  count(code: Code, effect: CodeEffect, field: string | undefined, label: string | undefined, times: number, repairable: number): Count {
    const key = `${code}\n${field ?? ''}\n${field === undefined ? (label ?? '') : ''}`
    let tally = this.#tallies.get(key)
    if (tally === undefined) {
      const name = field !== undefined ? { field } : label !== undefined ? { label } : {}
      tally = { code, ...effect, ...name, count: 0, repairable: 0 }
      this.#tallies.set(key, tally)
    }
    tally.count += times
    tally.repairable += repairable
    if (effect.severity === 'error') this.stats.errors += times
    else if (effect.severity === 'warning') this.stats.warnings += times
    else this.stats.infos += times
    return tally
  }

  /** There was no room for a finding that is counted elsewhere. */
  drop(): void {
    this.#isTruncated = true
  }

  keep(diagnostic: Diagnostic): void {
    if (this.#spool !== undefined && this.#kept.length >= SPOOLED_HEAD) {
      this.#toSpool.push(diagnostic)
      this.#putAside++
    } else this.#kept.push(diagnostic)
  }

  /** The position from which `settleRow` may reorder. */
  get position(): number {
    return this.#kept.length
  }

  /** Puts the findings of one row, kept since `from`, in the order of their columns. */
  settleRow(from: number): void {
    if (this.#toSpool.length > 0) this.#settleSpooled(from)
    else if (this.#kept.length - from > 1) this.#kept.push(...this.#kept.splice(from).sort(byPlace))
  }

  /** The row may have begun in memory. */
  #settleSpooled(from: number): void {
    const row = [...this.#kept.splice(from), ...this.#toSpool].sort(byPlace)
    const room = SPOOLED_HEAD - this.#kept.length
    this.#kept.push(...row.slice(0, room))
    this.#toSpool = row.slice(room)
    this.#flush()
  }

  /** Puts all that was told before the rows in the order of its places. */
  settleHead(): void {
    const head = [...this.#kept.splice(0), ...this.#toSpool].sort(byPlace)
    const room = this.#toSpool.length === 0 ? head.length : SPOOLED_HEAD
    this.#kept.push(...head.slice(0, room))
    this.#toSpool = head.slice(room)
    this.#flush()
  }

  #flush(): void {
    for (const diagnostic of this.#toSpool.sort(byPlace)) this.#spool?.write(JSON.stringify(diagnostic))
    this.#toSpool.length = 0
  }

  /** Errors first, then by code and field as found. */
  counts(): Count[] {
    const rank = { error: 0, warning: 1, info: 2 }
    return [...this.#tallies.values()].sort((a, b) => rank[a.severity] - rank[b.severity])
  }

  /** The diagnostics in memory: all that were kept, or the first of those that were spooled. */
  head(): Diagnostic[] {
    return this.#kept
  }

  /** Those that follow `head`, in their order. */
  async *tail(): AsyncIterable<Diagnostic> {
    if (this.#spool === undefined) return
    this.#flush()
    for await (const line of this.#spool.lines()) yield JSON.parse(line) as Diagnostic
  }

  get spooled(): boolean {
    return this.#putAside > 0
  }

  /** Frees what was kept: the file has to be read again. */
  async forget(): Promise<void> {
    await this.#spool?.dispose()
  }
}

/** How many diagnostics stay in memory when the others are spooled. */
export const SPOOLED_HEAD = 1000

/** How many findings of a code can be shown, whatever the room. */
const SAMPLES = 3

/** By row, then column; what stands for the whole row comes after its cells, what stands nowhere first. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  const rows = (a.row ?? 0) - (b.row ?? 0)
  return rows === 0 ? (a.column ?? Number.MAX_SAFE_INTEGER) - (b.column ?? Number.MAX_SAFE_INTEGER) : rows
}

const noDetails = (): Details => ({})
