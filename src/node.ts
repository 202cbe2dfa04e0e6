// The library for Node: the portable one, with files, shipped schemas, the registry and what Node offers.
export * from './index.js'
export { nodePlatform } from './node/platform.js'
export { openRegistry, type Registry, type RegistryOptions } from './node/registry/registry.js'
export type { ResolvedSchema } from './node/resolvedSchema.js'
export { resolvePackage } from './node/resolvePackage.js'
export { type ResolveOptions, resolveSchema } from './node/resolveSchema.js'
export { schemaCandidates } from './node/schemaCandidates.js'
export { expandSources } from './node/sources.js'
