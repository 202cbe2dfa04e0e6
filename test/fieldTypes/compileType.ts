// A field type asked with texts instead of bytes.
import { type CompiledType, KEY_GROWTH } from '../../src/core/fieldType.js'
import type { Field } from '../../src/core/schema.js'
import { fieldTypes } from '../../src/fieldTypes/index.js'

export interface TextType {
  type: CompiledType
  accepts(text: string): boolean
  /** The faults that the type alone can tell of an accepted text, as bits. */
  faults(text: string): number
  acceptsNative(kind: 'number' | 'boolean' | 'date', text: string): boolean | undefined
  order(text: string): number
  size(text: string): number
  key(text: string): string
  /** Whether the bytes alone say that the text is written as `scdl convert` writes it. */
  isCanonical(text: string): boolean
}

/** `declaration`: the field's format, constraints and options. */
export function compileType(name: keyof typeof fieldTypes, declaration: Readonly<Record<string, unknown>> = {}): TextType {
  const type: CompiledType = fieldTypes[name].compile(fieldOf(name, declaration))
  return {
    type,
    faults: (text) => type.faults?.(...inside(text)) ?? 0,
    accepts: (text) => type.test(...inside(text)) === 0,
    acceptsNative(kind, text) {
      const test = type.native?.[kind]
      return test && test(...inside(text)) === 0
    },
    order: (text) => type.order?.(...inside(text)) ?? Number.NaN,
    size: (text) => type.size?.(...inside(text)) ?? Number.NaN,
    key(text) {
      const out = new Uint8Array(new TextEncoder().encode(text).length * KEY_GROWTH + 64)
      const length = type.key?.(...inside(text), out) ?? 0
      if (length > out.length) throw new Error(`the key of ${text} is too long`)
      return new TextDecoder().decode(out.subarray(0, length))
    },
    isCanonical: (text) => type.isCanonical?.(...inside(text)) ?? false,
  }
}

export function fieldOf(type: string, declaration: Readonly<Record<string, unknown>>): Field {
  const { format = 'default', constraints = {}, missingValues: _none, ...options } = declaration
  return { name: 'v', type, format: String(format), constraints: constraints as Field['constraints'], missingValues: [''], options }
}

/** The text somewhere in a buffer, between neighbours that would change it. */
function inside(text: string): [Uint8Array, number, number] {
  const bytes = new TextEncoder().encode(`1${text}2`)
  return [bytes, 1, bytes.length - 1]
}
