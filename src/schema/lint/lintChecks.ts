// `custom_checks`: known, with parameters that can be used, and passed by the examples of their own columns.
import type { Field } from '../../core/schema.js'
import { isAbsent } from '../descriptor.js'
import { readChecks } from '../readChecks.js'
import type { KnownWords } from '../readSchema.js'
import { showValue } from '../schemaFault.js'
import type { SayLint } from './finding.js'

const encoder = new TextEncoder()

export async function lintChecks(written: unknown, fields: readonly Field[], known: KnownWords, say: SayLint): Promise<void> {
  if (isAbsent(written)) return
  if (!Array.isArray(written)) {
    say('property-value', ['custom_checks'], { property: 'custom_checks', value: showValue(written) })
    return
  }
  const names = new Set(fields.map(({ name }) => name))
  for (const [index, item] of written.entries()) {
    const path = ['custom_checks', index]
    const [call] = readChecks([item], known, names, (code, details) => {
      if (code === 'schema/unknown-check') say('unknown-check', [...path, 'name'], details)
      else if (code === 'schema/check-parameter') say('check-parameter', [...path, 'params'], details)
      else if (code === 'schema/property') say('property-value', path, details)
    })
    const check = call && known.cellChecks[call.name]
    const place = fields.findIndex(({ name }) => name === call?.params.column)
    const field = fields[place]
    if (call === undefined || check === undefined || field?.example === undefined || field.missingValues.includes(field.example)) continue
    await check.prepare?.()
    const bytes = encoder.encode(field.example)
    const passes = check.compile(call.params, field).test(bytes, 0, bytes.length) === 0
    if (!passes) say('example-check', ['fields', place, 'example'], { field: field.name, example: field.example, check: call.name })
  }
}
