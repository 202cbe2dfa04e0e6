// Counts everything, keeps the first diagnostics, spools the rest when all are asked for, and decides severity.
import type { Code, Details, Diagnostic, Place, Severity } from './diagnostic.js'
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
}

/** Where a finding stands, once its column has a name. */
export interface Location extends Partial<Place> {
  field?: string
  label?: string
  cell?: string
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
  #dropped = 0
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

  get truncated(): boolean {
    return this.#dropped > 0
  }

  /** Counts a finding and keeps it where there is room. Returns its severity, or undefined when the code is off. */
  add(code: Code, at: Location, details: () => Details = noDetails, times = 1, repairable = 0): Severity | undefined {
    const effect = this.effect(code)
    if (effect === undefined) return undefined
    this.count(code, effect, at.field, at.label, times, repairable)
    if (this.keeps) this.keep({ code, ...effect, ...at, details: details() })
    else this.#dropped++
    return effect.severity
  }

  /** For what is counted column by column and told at the end of the table. */
  count(code: Code, effect: CodeEffect, field: string | undefined, label: string | undefined, times: number, repairable: number): void {
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
  }

  /** There was no room for as many findings, counted elsewhere. */
  drop(findings: number): void {
    this.#dropped += findings
  }

  keep(diagnostic: Diagnostic): void {
    if (this.#spool !== undefined && this.#kept.length >= SPOOLED_HEAD) this.#spool.write(JSON.stringify(diagnostic))
    else this.#kept.push(diagnostic)
  }

  /** The position from which `settleRow` may reorder. */
  get position(): number {
    return this.#kept.length
  }

  /** Puts the findings of one row, kept since `from`, in the order of their columns. */
  settleRow(from: number): void {
    if (this.#kept.length - from < 2) return
    const row = this.#kept.splice(from)
    row.sort((a, b) => (a.column ?? Number.MAX_SAFE_INTEGER) - (b.column ?? Number.MAX_SAFE_INTEGER))
    this.#kept.push(...row)
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

  /** Those that follow `head`, in their order; can be read once. */
  async *tail(): AsyncIterable<Diagnostic> {
    if (this.#spool === undefined) return
    for await (const line of this.#spool.lines()) yield JSON.parse(line) as Diagnostic
    await this.#spool.dispose()
  }

  get spooled(): boolean {
    return this.#spool !== undefined
  }

  /** Frees what was kept: the file has to be read again. */
  async forget(): Promise<void> {
    await this.#spool?.dispose()
  }
}

/** How many diagnostics stay in memory when the others are spooled. */
const SPOOLED_HEAD = 1000

const noDetails = (): Details => ({})
