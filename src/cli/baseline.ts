// Faults that are known already, drawn from their file before a run and compared with it, or written to it, after.
import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import type { KnownFaultsOption } from '../core/knownFaults.js'
import type { TableReport } from '../core/reportTypes.js'
import { type AcceptedFault, faultKey, type KnownFaultsFile, readKnownFaults, writeKnownFaults } from '../node/knownFaults.js'
import type { CommandRun } from './commandRun.js'

export interface BaselineRequest {
  path: string
  /** Accepts what is found, and writes it. */
  update: boolean
}

export interface Baseline {
  /** For the checks of a table. */
  optionsFor(source: string): { known: KnownFaultsOption }
  /** Tells what has expired or is gone, or writes what was found. */
  settle(tables: readonly TableReport[], run: CommandRun): Promise<void>
}

/** `today`: yyyy-mm-dd. Throws as `readKnownFaults`. */
export function openBaseline({ path, update }: BaselineRequest, today: string): Baseline {
  const files: KnownFaultsFile = update && !existsSync(path) ? new Map() : readKnownFaults(path)
  const keyOf = (source: string): string => (source === '-' ? source : relative(dirname(path), resolve(source)).split(sep).join('/'))
  const isExpired = ({ until }: AcceptedFault): boolean => until !== undefined && until < today
  const acceptedFor = (source: string): Map<string, AcceptedFault> =>
    new Map((files.get(keyOf(source)) ?? []).map((fault) => [faultKey(fault), fault]))

  return {
    optionsFor(source) {
      const faults = [...acceptedFor(source).values()].map((fault) => {
        const { reason: _reason, until: _until, ...known } = fault
        return { ...known, ...(isExpired(fault) && { expired: true as const }) }
      })
      return { known: { faults, ...(update && { learn: true }) } }
    },

    async settle(tables, run) {
      await noteFaults('known-faults-expired', (table) => table.known?.found.filter(({ expired }) => expired === true) ?? [])
      if (update) await write()
      else await noteFaults('known-faults-absent', (table) => table.known?.absent ?? [])

      async function noteFaults(code: 'known-faults-expired' | 'known-faults-absent', pick: (table: TableReport) => AcceptedFault[]) {
        const faults = tables.flatMap((table) => pick(table).map((fault) => ({ fault, source: table.source })))
        const [first] = faults
        if (first === undefined) return
        const { fault, source } = first
        const until = acceptedFor(source).get(faultKey(fault))?.until
        const named = { ...(fault.field !== undefined && { name: fault.field }), ...(until !== undefined && { until }) }
        await run.note({ code, details: { entries: faults.length, path: source, code: fault.code, ...named } })
      }

      async function write(): Promise<void> {
        // Of files that are not there any more nothing can be known.
        const written = new Map([...files].filter(([name]) => name === '-' || existsSync(resolve(dirname(path), name))))
        for (const { source, known } of tables) {
          const before = acceptedFor(source)
          const found = (known?.found ?? []).map(({ expired: _expired, ...fault }) => ({ ...before.get(faultKey(fault)), ...fault }))
          written.set(keyOf(source), found)
        }
        await writeKnownFaults(path, written)
        const findings = [...written.values()].flat().reduce((total, { count }) => total + count, 0)
        await run.note({ code: 'known-faults-written', details: { path: relative(process.cwd(), path) || path, findings } })
      }
    },
  }
}
