import type { CompiledRepair, Repair } from '../../src/core/repair.js'
import type { Constraints, Field } from '../../src/core/schema.js'
import { proposeText } from './proposeText.js'

export function fieldOf(type: string, constraints: Constraints = {}, options: Field['options'] = {}, format = 'default'): Field {
  return { name: 'f', type, format, constraints, missingValues: [''], options }
}

export function compiled(repair: Repair, field: Field, checks: readonly string[] = []): CompiledRepair {
  const result = repair.compile(field, checks)
  if (result === undefined) throw new Error('the repair offers this field nothing')
  return result
}

/** `[cell, proposal]`, undefined where none is made. */
export type Case = readonly [cell: string, proposal: string | undefined]

/** The proposals for the cells, in the form of the table they are compared with. */
export function proposals(repair: CompiledRepair, cases: readonly Case[]): Case[] {
  return cases.map(([cell]) => [cell, proposeText(repair, cell)])
}

export function witnessOf(repair: CompiledRepair, text: string): number | undefined {
  const bytes = new TextEncoder().encode(text)
  return repair.witness?.(bytes, 0, bytes.length)
}
