// The library for Node: the portable one, with files, shipped schemas and what Node offers.
export * from './index.js'
export { nodePlatform } from './node/platform.js'
export { type ResolvedSchema, resolveSchema } from './node/resolveSchema.js'
export { expandSources } from './node/sources.js'
