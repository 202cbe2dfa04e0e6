// The catalogue, asked for once a day where nothing else of the registry is.
import type { Registry } from '../../../node/registry/registry.js'

/** What goes wrong is said, and what is at hand serves. */
export async function refreshCatalogue(registry: Registry): Promise<void> {
  const failure = await registry.refreshCatalogue()
  if (failure === undefined) return
  const { reason, status } = failure.details
  registry.say({ code: 'registry-not-reached', details: { host: registry.address.host, reason, status } })
}
