// From what the user calls a schema to its descriptor.
import { readFileSync, statSync } from 'node:fs'
import { ScdlError } from '../core/error.js'
import { readFault } from './fileFault.js'
import { MAX_DESCRIPTOR_BYTES, parseDescriptor } from './parseDescriptor.js'
import type { Registry } from './registry/registry.js'
import type { ResolvedSchema } from './resolvedSchema.js'
import { resolveName } from './resolveName.js'
import { resolveUrl } from './resolveUrl.js'
import { readSchemaReference } from './schemaReference.js'

export interface ResolveOptions {
  /** Without it, only files and shipped schemas are known, and nothing is fetched. */
  registry?: Registry
}

/**
 * The schema that `text` names: a path, a URL, or the name of a shipped or registered one.
 * Throws `ScdlError`: unknown (with the nearest names), ambiguous (with the candidates), of another type, not at hand, not to be had,
 * no such file, not JSON (with the line).
 */
export async function resolveSchema(text: string, { registry }: ResolveOptions = {}): Promise<ResolvedSchema> {
  const reference = readSchemaReference(text)
  if (reference.kind === 'url') return resolveUrl(reference.url, registry)
  if (reference.kind === 'name') return resolveName(reference, text, registry)
  return { descriptor: readFile(reference.path), facts: { name: reference.path, origin: 'path' } }
}

function readFile(path: string): unknown {
  return parseDescriptor(readText(path), path)
}

/** Read at once: descriptors are small, and nothing else can be done before. */
function readText(path: string): string {
  try {
    if (statSync(path).size > MAX_DESCRIPTOR_BYTES) {
      throw new ScdlError('limit-exceeded', { path, limit: 'schemaBytes', value: MAX_DESCRIPTOR_BYTES })
    }
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw readFault(error, path)
  }
}
