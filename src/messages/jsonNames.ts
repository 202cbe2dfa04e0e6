// What a value of a JSON document is called in a sentence.
import type { Diagnostic } from '../core/diagnostic.js'

/** The name of the value, and its place from 1 where it is an item of a list; neither: the document itself. */
export function nameOfValue({ pointer = '' }: Diagnostic): { name?: string; item?: number } {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const isPlace = (part: string): boolean => /^\d+$/.test(part)
  const name = parts.findLast((part) => !isPlace(part))
  const last = parts.at(-1)
  return { ...(name !== undefined && { name }), ...(last !== undefined && isPlace(last) && { item: Number(last) + 1 }) }
}
