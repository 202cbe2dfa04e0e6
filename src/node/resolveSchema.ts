// From what the user calls a schema to its descriptor.
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { ScdlError } from '../core/error.js'
import { type SchemaKind, schemaKindOf } from '../schema/schemaKind.js'
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
  /** Kinds of schema that a name of the registry may stand for; tables without it. What a file or a URL holds is told by its `kind`. */
  kinds?: readonly SchemaKind[]
}

/**
 * The schema that `text` names: a path, a URL, or the name of a shipped or registered one.
 * Throws `ScdlError`: unknown (with the nearest names), ambiguous (with the candidates), of another type, not at hand, not to be had,
 * no such file, not JSON (with the line).
 */
export async function resolveSchema(text: string, { registry, kinds = ['tableschema'] }: ResolveOptions = {}): Promise<ResolvedSchema> {
  const reference = readSchemaReference(text)
  if (reference.kind === 'url') return resolveUrl(reference.url, registry, kinds)
  if (reference.kind === 'name') return resolveName(reference, text, registry, kinds)
  const descriptor = parseDescriptor(await readText(reference.path), reference.path)
  return { descriptor, kind: schemaKindOf(descriptor), facts: { name: reference.path, origin: 'path' } }
}

/** A file is read at once: descriptors are small, and nothing else can be done before. */
async function readText(path: string): Promise<string> {
  try {
    const facts = statSync(path)
    if (!facts.isFile() && !facts.isDirectory()) return await readStream(path)
    if (facts.size > MAX_DESCRIPTOR_BYTES) throw tooLarge(path)
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw readFault(error, path)
  }
}

/** A pipe or a device does not say its size, and may have no end. */
async function readStream(path: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_DESCRIPTOR_BYTES) throw tooLarge(path)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const tooLarge = (path: string): ScdlError => new ScdlError('limit-exceeded', { path, limit: 'schemaBytes', value: MAX_DESCRIPTOR_BYTES })
