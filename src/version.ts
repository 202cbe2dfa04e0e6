import metadata from '../package.json' with { type: 'json' }

/** The version of scdl, as in package.json. */
export const version: string = metadata.version
