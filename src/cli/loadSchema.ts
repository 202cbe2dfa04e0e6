// A schema of a table by what the user calls it, read.
import { ScdlError } from '../core/error.js'
import { readDescriptor } from '../index.js'
import type { Registry } from '../node/registry/registry.js'
import { resolveSchema } from '../node/resolveSchema.js'
import type { LoadedSchema } from '../validate.js'

/** Throws `ScdlError`: whatever resolving and reading do, with `ref` as the path where they do not know it. */
export async function loadSchema(ref: string, registry?: Registry): Promise<LoadedSchema> {
  const { descriptor, kind, facts, aliases } = await resolveSchema(ref, registry === undefined ? {} : { registry })
  if (kind !== 'tableschema') throw new ScdlError('schema-type', { ref: facts.name, type: kind, title: facts.title })
  try {
    return readDescriptor(descriptor, facts, aliases)
  } catch (error) {
    throw error instanceof ScdlError ? withPath(error, ref) : error
  }
}

/** What reads bytes or descriptors does not know where they come from. */
export const withPath = (error: ScdlError, path: string): ScdlError =>
  new ScdlError(error.code, { path, ...error.details }, { cause: error })
