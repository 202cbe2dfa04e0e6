// Constraints that are each well formed, but not together, or not with the type.
import { enumText } from '../../core/compileConstraints.js'
import type { FieldType } from '../../core/fieldType.js'
import type { Field } from '../../core/schema.js'
import type { SayLint } from './finding.js'

type Path = readonly (string | number)[]

const encoder = new TextEncoder()

export function lintValues(field: Field, types: Readonly<Record<string, FieldType>>, path: Path, say: SayLint): void {
  const type = types[field.type]
  if (type === undefined) return
  lintEnum(field, type, path, say)
  lintRanges(field, type, path, say)
  lintWords(field, path, say)
}

function lintEnum(field: Field, fieldType: FieldType, path: Path, say: SayLint): void {
  const type = fieldType.compile(field)
  const seen = new Set<string>()
  for (const [index, written] of (field.constraints.enum ?? []).entries()) {
    const place = [...path, 'constraints', 'enum', index]
    const value = enumText(written)
    const bytes = encoder.encode(value)
    if (seen.has(value)) say('enum-duplicate', place, { value })
    else if (value !== value.trim()) say('enum-spaces', place, { value })
    else if (type.test(bytes, 0, bytes.length) !== 0) say('enum-value', place, { value, type: field.type })
    seen.add(value)
  }
}

const RANGES = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
] as const

function lintRanges(field: Field, fieldType: FieldType, path: Path, say: SayLint): void {
  const { constraints } = field
  const { order } = fieldType.compile(field)
  for (const [low, high] of RANGES) {
    const [from, to] = [constraints[low], constraints[high]].map((bound) => {
      if (typeof bound !== 'string') return bound ?? Number.NaN
      const bytes = encoder.encode(bound)
      return order?.(bytes, 0, bytes.length) ?? Number.NaN
    }) as [number, number]
    if (from > to) say('empty-range', [...path, 'constraints', low], { low, high })
  }
}

/** A word that means both yes and no. */
function lintWords({ type, options }: Field, path: Path, say: SayLint): void {
  const { trueValues, falseValues } = options
  if (type !== 'boolean' || !Array.isArray(trueValues) || !Array.isArray(falseValues)) return
  const both = trueValues.find((word) => falseValues.includes(word))
  if (both !== undefined) say('boolean-words', [...path, 'trueValues'], { value: String(both) })
}
