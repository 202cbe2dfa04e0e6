import { codes } from './codes.js'
import { KnownFaults } from './core/knownFaults.js'
import { Recorder, type Rules } from './core/report.js'
import type { ValidateOptions } from './validateOptions.js'

const DEFAULT_MAX_DIAGNOSTICS = 1000
/** Of what is counted apart. */
const MAX_DIAGNOSTICS_APART = 100

const hintsOff: Rules = Object.fromEntries(
  Object.entries(codes)
    .filter(([, { severity }]) => severity === 'info')
    .map(([code]) => [code, 'off']),
)

/** What hears of a table's findings; `provisional`: of those in columns known by a near miss. */
export function openRecorders({
  rules,
  hints = true,
  maxDiagnostics = DEFAULT_MAX_DIAGNOSTICS,
  platform,
  known,
}: Pick<ValidateOptions, 'rules' | 'hints' | 'maxDiagnostics' | 'platform' | 'known'>) {
  const table = { codes, rules: { ...(hints ? {} : hintsOff), ...rules } }
  const apart = { ...table, maxDiagnostics: MAX_DIAGNOSTICS_APART }
  return {
    recorder: new Recorder({
      ...table,
      maxDiagnostics,
      spool: platform?.spool,
      known: known && { faults: new KnownFaults(known), recorder: new Recorder(apart) },
    }),
    provisional: new Recorder(apart),
  }
}
