// Which fields hold identifiers and codes made of figures, and what theirs look like.
import type { Field } from '../core/schema.js'
import { dateTarget } from './dateTarget.js'
import { readPatternShape } from './patternShape.js'

export interface IdentifierShape {
  /** By ASCII code, 1 where the character can occur in the identifier. */
  allowed: Uint8Array
  /** In characters. `max` may be infinite. */
  min: number
  max: number
  /** Only figures, or the A and B of Corsican codes. */
  isFigures: boolean
  /** Lengths of the figures from which lost zeros can be told and confirmed; 0: none. */
  shortest: number
  length: number
}

/**
 * By check: the length of the code, and how few figures can be left of it once its leading zeros are lost. A SIREN begins with three zeros
 * at most; padding further would let a SIREN pass for a SIRET.
 */
const CHECKED: Readonly<Record<string, { length: number; shortest: number; letters?: string }>> = {
  'french-siret-value': { length: 14, shortest: 11 },
  siret: { length: 14, shortest: 11 },
  'french-siren-value': { length: 9, shortest: 6 },
  siren: { length: 9, shortest: 6 },
  'code-commune-insee': { length: 5, shortest: 4, letters: 'ABab' },
  'code-postal': { length: 5, shortest: 4 },
  'code-departement': { length: 2, shortest: 1, letters: 'ABab' },
  'code-region': { length: 2, shortest: 1 },
}

const ZERO = 0x30
const LONGEST = 40

const isFigure = (code: number): boolean => code >= ZERO && code <= 0x39
const isCorsican = (code: number): boolean => (code | 0x20) === 0x61 || (code | 0x20) === 0x62

export function identifierShape(field: Field, checks: readonly string[]): IdentifierShape | undefined {
  if ((field.type !== 'string' && field.type !== 'any') || dateTarget(field) !== undefined) return undefined
  const checked = CHECKED[checks.find((name) => name in CHECKED) ?? '']
  const { pattern } = field.constraints
  const shape = pattern === undefined ? undefined : readPatternShape(pattern)
  if (shape === undefined) {
    if (checked === undefined) return undefined
    const allowed = Uint8Array.from({ length: 128 }, (_, code) =>
      isFigure(code) || checked.letters?.includes(String.fromCharCode(code)) ? 1 : 0,
    )
    return { allowed, min: checked.length, max: checked.length, isFigures: true, shortest: checked.shortest, length: checked.length }
  }
  const { allowed, min, max } = shape
  for (let code = ZERO; code <= 0x39; code++) if (allowed[code] === 0) return undefined
  const isFigures = allowed.every((flag, code) => flag === 0 || isFigure(code) || isCorsican(code))
  if (allowed[0x20] === 1 || (max > LONGEST && !isFigures)) return undefined
  // A pattern alone confirms a form only: one lost zero of the five-figure codes of communes and post offices.
  const byPattern = isFigures && min === 5 && max === 5
  return {
    allowed,
    min,
    max,
    isFigures,
    shortest: checked?.shortest ?? (byPattern ? 4 : 0),
    length: checked?.length ?? (byPattern ? 5 : 0),
  }
}
