// The registry as the options ask for it; what it has to say is said once the work is done.
import { ScdlError } from '../core/error.js'
import type { Notice } from '../core/notice.js'
import type { Registry } from '../node/registry/registry.js'
import type { CommandRun } from './commandRun.js'

/** As commander reads them. */
export interface RegistryFlags {
  registry?: string
  offline?: true
  refresh?: true
}

/** Throws `ScdlError`: `conflicting-options`, `bad-option-value`, and what `work` throws. */
export async function withRegistry<T>(flags: RegistryFlags, run: CommandRun, work: (registry: Registry) => Promise<T>): Promise<T> {
  const { offline, refresh, registry: address } = flags
  if (offline && refresh) throw new ScdlError('conflicting-options', { options: ['--offline', '--refresh'] })
  const { openRegistry } = await import('../node/registry/registry.js')
  const notices: Notice[] = []
  const registry = openRegistry({
    ...(address !== undefined && { address }),
    ...(offline && { asking: 'offline' }),
    ...(refresh && { asking: 'now' }),
    say: (notice) => notices.push(notice),
  })
  try {
    return await work(registry)
  } finally {
    for (const notice of notices) await run.note(notice)
  }
}
