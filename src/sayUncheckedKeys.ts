// Keys that refer to another table are checked only where that table is at hand: otherwise that is said.
import type { Recorder } from './core/report.js'
import { showValue } from './schema/schemaFault.js'
import type { ValidateOptions } from './validateOptions.js'

export function sayUncheckedKeys({ schema, referencedKeys }: ValidateOptions, recorder: Recorder): void {
  for (const key of schema.schema.foreignKeys) {
    const { resource, fields } = key
    if (resource === '' || referencedKeys?.(key) !== undefined) continue
    recorder.add('schema/key', {}, () => ({ key: 'foreignKeys', name: showValue(resource), fields: [...fields] }))
  }
}
