// Options of `scdl convert` as typed become options as meant.
import { nearest } from '../core/editDistance.js'
import { ScdlError } from '../core/error.js'
import { type WriterName, writerNames, writerOf } from '../writers/index.js'
import { type Known, readValidateFlags, typedOptions, type ValidateFlags, type ValidateRequest } from './options.js'

/** As commander reads them. */
export interface ConvertFlags extends ValidateFlags {
  out?: string
  outDir?: string
  to?: string
  force?: true
  dryRun?: true
  diff?: true
  changes?: string
  repair?: string
  set?: string[]
  lookup?: string[]
  dropExtra?: true
  mapping?: string
  writeMapping?: string
  acceptGuesses?: true
}

export interface LookupRequest {
  field: string
  path: string
  key: string
  value: string
}

const REPAIRS = ['none', 'lossless', 'verified'] as const

export interface ConvertRequest extends ValidateRequest {
  /** `-`: standard output. */
  out?: string
  outDir?: string
  to: WriterName
  force: boolean
  dryRun: boolean
  diff: boolean
  changes?: string
  mapping?: string
  writeMapping?: string
  lookups: readonly LookupRequest[]
  conversion: {
    to: WriterName
    repair: (typeof REPAIRS)[number]
    set: Readonly<Record<string, string>>
    dropExtra: boolean
    acceptGuesses: boolean
  }
}

/** Throws `ScdlError('bad-option-value')`, `ScdlError('conflicting-options')`. */
export function readConvertFlags(flags: ConvertFlags, known: Known): ConvertRequest {
  if (flags.out !== undefined && flags.outDir !== undefined) throw new ScdlError('conflicting-options', { options: ['--out', '--out-dir'] })
  const request = readValidateFlags(flags, known)
  const toScreen = request.reports.find(({ name, path }) => path === undefined && name !== 'human')
  if (flags.out === '-' && toScreen !== undefined) throw badValue('--report', toScreen.name, { expected: 'path' })
  const to = readChoice('--to', flags.to, writerNames) ?? (flags.out === undefined ? undefined : writerOf(flags.out)) ?? 'csv'
  const { out, outDir, changes, mapping, writeMapping } = flags
  return {
    ...request,
    repeated: {
      ...request.repeated,
      converting: typedOptions({
        '--out': out,
        '--out-dir': outDir,
        '--to': flags.to,
        '--changes': changes,
        '--repair': flags.repair,
        '--set': flags.set,
        '--lookup': flags.lookup,
        '--drop-extra': flags.dropExtra,
        '--mapping': mapping,
        '--accept-guesses': flags.acceptGuesses,
      }),
    },
    ...(out !== undefined && { out }),
    ...(outDir !== undefined && { outDir }),
    ...(changes !== undefined && { changes }),
    ...(mapping !== undefined && { mapping }),
    ...(writeMapping !== undefined && { writeMapping }),
    to,
    force: flags.force ?? false,
    dryRun: flags.dryRun ?? false,
    diff: flags.diff ?? false,
    lookups: (flags.lookup ?? []).map(readLookup),
    conversion: {
      to,
      repair: readChoice('--repair', flags.repair, REPAIRS) ?? 'verified',
      set: Object.fromEntries((flags.set ?? []).map(readAssignment)),
      dropExtra: flags.dropExtra ?? false,
      acceptGuesses: flags.acceptGuesses ?? false,
    },
  }
}

function readChoice<Name extends string>(option: string, value: string | undefined, known: readonly Name[]): Name | undefined {
  if (value === undefined) return undefined
  const found = known.find((name) => name === value)
  if (found === undefined) throw badValue(option, value, { known, nearest: nearest(value, known) })
  return found
}

function readAssignment(text: string): [string, string] {
  const [, field = '', value] = /^([^=]+)=(.+)$/s.exec(text) ?? []
  if (value === undefined) throw badValue('--set', text, { expected: 'assignment' })
  return [field, value]
}

/** The path may have colons of its own: the last one ends it. */
function readLookup(text: string): LookupRequest {
  const [, field = '', path = '', key = '', value] = /^([^=]+)=(.+):([^:,]+),([^:,]+)$/s.exec(text) ?? []
  if (value === undefined) throw badValue('--lookup', text, { expected: 'lookup' })
  return { field, path, key, value }
}

const badValue = (option: string, value: string, details: ConstructorParameters<typeof ScdlError>[1]): ScdlError =>
  new ScdlError('bad-option-value', { option, value, ...details })
