// A field type asked with texts instead of bytes.
import type { CompiledType } from '../../src/core/fieldType.js'
import { fieldTypes } from '../../src/fieldTypes/index.js'

export interface TextType {
  type: CompiledType
  accepts(text: string): boolean
  acceptsNative(kind: 'number' | 'boolean' | 'date', text: string): boolean | undefined
  order(text: string): number
  size(text: string): number
  key(text: string): string
}

/** `declaration`: the field's format and options. */
export function compileType(name: keyof typeof fieldTypes, declaration: Readonly<Record<string, unknown>> = {}): TextType {
  const { format = 'default', ...options } = declaration
  const type: CompiledType = fieldTypes[name].compile({
    name: 'v',
    type: name,
    format: String(format),
    constraints: {},
    missingValues: [''],
    options,
  })
  return {
    type,
    accepts: (text) => type.test(...inside(text)) === 0,
    acceptsNative(kind, text) {
      const test = type.native?.[kind]
      return test && test(...inside(text)) === 0
    },
    order: (text) => type.order?.(...inside(text)) ?? Number.NaN,
    size: (text) => type.size?.(...inside(text)) ?? Number.NaN,
    key(text) {
      const out = new Uint8Array(text.length * 3 + 64)
      const length = type.key?.(...inside(text), out) ?? 0
      return new TextDecoder().decode(out.subarray(0, length))
    },
  }
}

/** The text somewhere in a buffer, between neighbours that would change it. */
function inside(text: string): [Uint8Array, number, number] {
  const bytes = new TextEncoder().encode(`1${text}2`)
  return [bytes, 1, bytes.length - 1]
}
