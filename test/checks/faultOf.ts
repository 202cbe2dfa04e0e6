import type { CellCheck, CompiledCellCheck, Params } from '../../src/core/check.js'
import type { Field } from '../../src/core/schema.js'

export function fieldOf(type = 'string', format = 'default', options: Field['options'] = {}): Field {
  return { name: 'f', type, format, constraints: {}, missingValues: [''], options }
}

/** The check on a cell's text: 0, or the number of its fault. What surrounds the cell must not matter. */
export function faultOf(compiled: CompiledCellCheck, text: string): number {
  const encoder = new TextEncoder()
  const cell = encoder.encode(text)
  const fault = compiled.test(cell, 0, cell.length)
  for (const around of ['0', '/', ' ', '"', 'à', '0123456789']) {
    const before = encoder.encode(around).length
    const bytes = encoder.encode(around + text + around)
    if (compiled.test(bytes, before, bytes.length - before) !== fault) throw new Error(`${text}: depends on ${around} around it`)
  }
  return fault
}

export async function compiled(check: CellCheck, params: Params = {}, field: Field = fieldOf()): Promise<CompiledCellCheck> {
  await check.prepare?.()
  return check.compile({ column: 'f', ...params }, field)
}
