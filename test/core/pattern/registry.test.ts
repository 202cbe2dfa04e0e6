// The patterns of the schemas that are published, where a copy of them lies in a folder `shared` beside the repository.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compilePattern, PatternError } from '../../../src/core/pattern/compilePattern.js'

const folder = fileURLToPath(new URL('../../../../shared/reference/schemas', import.meta.url))

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('pattern' in value && typeof value.pattern === 'string') found.add(value.pattern)
  for (const part of Object.values(value)) collect(part, found)
}

function readPatterns(): string[] {
  const found = new Set<string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue
    try {
      collect(JSON.parse(readFileSync(join(folder, file), 'utf8')), found)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return [...found]
}

function outcomeOf(pattern: string): string {
  try {
    return compilePattern(pattern).kind
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    return error.reason
  }
}

describe.skipIf(!existsSync(folder))('the patterns of the registry (skipped where the copy of the registry is absent)', () => {
  it('compile, save those that Python refuses too, and nearly all as automata', () => {
    const outcomes: Record<string, string[]> = {}
    for (const pattern of readPatterns()) {
      const outcome = outcomeOf(pattern)
      outcomes[outcome] = [...(outcomes[outcome] ?? []), pattern]
    }
    const { automaton = [], backtracking = [], ...refused } = outcomes
    expect(automaton.length).toBeGreaterThan(140)
    // Those that refer back to a group.
    expect(backtracking.filter((pattern) => !pattern.includes('\\1'))).toEqual([])
    expect(Object.fromEntries(Object.entries(refused).map(([reason, patterns]) => [reason, patterns.length]))).toEqual({
      'bad-range': 1,
      'unbalanced-parenthesis': 3,
    })
  })
})
