import { isAbsent, isDescriptor, isText } from './descriptor.js'
import { type Say, showValue } from './schemaFault.js'

/**
 * The texts that stand for "no value": texts, or objects with `value` and `label` (v2). undefined: the descriptor has none that
 * can be understood. An empty list is a list: every text is then a value.
 */
export function readMissingValues(value: unknown, field: string | undefined, say: Say): readonly string[] | undefined {
  if (isAbsent(value)) return undefined
  const where = field === undefined ? {} : { field }
  if (!Array.isArray(value)) {
    say('schema/property', { property: 'missingValues', ...where, value: showValue(value) })
    return undefined
  }
  const texts: string[] = []
  for (const item of value) {
    const text = isDescriptor(item) ? item.value : item
    if (isText(text)) texts.push(text)
    else if (typeof text === 'number') texts.push(String(text))
    else say('schema/property', { property: 'missingValues', ...where, value: showValue(text) })
  }
  return texts
}
