// Anything goes: the type of a field that declares none.
import { acceptAnything, asWritten, type FieldType } from '../core/fieldType.js'

export const any: FieldType<string> = {
  constraints: ['required', 'enum'],
  compile: () => ({
    test: acceptAnything,
    native: { number: acceptAnything, boolean: acceptAnything, date: acceptAnything },
    read: (text) => text,
    canonical: asWritten,
  }),
}
