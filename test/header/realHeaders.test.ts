// Recall and precision of the shipped aliases on the headers of real files of subventions, against a mapping made by hand.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foldWording, stripLabel } from '../../src/header/foldLabel.js'
import { matchHeader } from '../../src/header/matchHeader.js'
import { readDescriptor } from '../../src/index.js'
import { DEBATABLE, RIGHT } from './realLabels.js'

interface RealFile {
  labels: string[]
  fields: Record<string, string>
}

const headers = new URL('../../../shared/reference/headers-subventions.jsonl', import.meta.url)
const standards = new URL('../../standards/scdl/subventions/', import.meta.url)
const readJson = (url: URL) => JSON.parse(readFileSync(url, 'utf8'))

const { schema } = readDescriptor(readJson(new URL('2.1.1/schema.json', standards)))
const aliases: Record<string, string[]> = readJson(new URL('aliases.json', standards))
const SAME_LETTERS: ReadonlySet<string | undefined> = new Set(['exact', 'case', 'accents', 'punctuation'])

const pairOf = (field: string, label: string): string => `${field}\t${stripLabel(label)}`
function wordsOf(pair: string): string {
  const [field = '', label = ''] = pair.split('\t')
  return `${field}: ${foldWording(label).sorted}`
}
const debatable = new Set(Object.values(DEBATABLE).flat())
const right = new Set(Object.entries(RIGHT).flatMap(([field, labels]) => labels.map((label) => `${field}: ${label}`)))

describe.skipIf(!existsSync(headers))('real headers (skipped without the shared references)', () => {
  const files = existsSync(headers)
    ? readFileSync(headers, 'utf8')
        .trim()
        .split('\n')
        .map((line): RealFile => JSON.parse(line))
    : []
  // Aliases are written from the other files only: to look at the labels of these is to lose the measure.
  const isKeptApart = keptApart(files.length)
  const ofBoth = new Set(files.flatMap(({ fields }) => twice(fields)))
  const byHand = new Set(files.flatMap(({ fields }) => Object.entries(fields).map(([field, label]) => pairOf(field, label))))

  /** Distinct pairs of a field and a label: those of the reuser with whether one of the files gives it, and those that were given. */
  function measure(chosen: readonly RealFile[]): { expected: string[]; missed: string[]; given: string[]; wrong: string[] } {
    const expected = new Set<string>()
    const given = new Set<string>()
    const sameLetters = new Set<string>()
    for (const { labels, fields } of chosen) {
      for (const [field, label] of Object.entries(fields)) {
        const pair = pairOf(field, label)
        if (!ofBoth.has(stripLabel(label)) && !debatable.has(wordsOf(pair))) expected.add(pair)
      }
      for (const { field, proof, label } of matchHeader(labels, schema, { aliases }).columns) {
        // A slip of the keyboard is told, and not acted on.
        if (field === undefined || proof === 'distance') continue
        const pair = pairOf(schema.fields[field]!.name, label)
        given.add(pair)
        if (SAME_LETTERS.has(proof)) sameLetters.add(pair)
      }
    }
    const isRight = (pair: string): boolean => byHand.has(pair) || sameLetters.has(pair) || right.has(wordsOf(pair))
    const missed = [...expected].filter((pair) => !given.has(pair))
    return { expected: [...expected], missed, given: [...given], wrong: [...given].filter((pair) => !isRight(pair)) }
  }

  it.each([
    ['all files', () => true, 0.9],
    ['files whose labels the aliases were written from', (i: number) => !isKeptApart[i], 0.92],
    ['files kept apart', (i: number) => isKeptApart[i], 0.9],
  ] as const)('%s: recall and precision', (_name, isChosen, leastRecall) => {
    const { expected, missed, given, wrong } = measure(files.filter((_, i) => isChosen(i)))
    const recall = 1 - missed.length / expected.length
    const precision = 1 - wrong.length / given.length
    console.log(`recall ${share(recall)} of ${expected.length} pairs, precision ${share(precision)} of ${given.length} pairs`)
    expect(expected.length).toBeGreaterThan(50)
    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(leastRecall)
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
  })

  it('finds the labels of kept files that no other file has', () => {
    const seen = new Set(files.flatMap(({ labels }, i) => (isKeptApart[i] ? [] : labels.map(stripLabel))))
    const { expected, missed } = measure(files.filter((_, i) => isKeptApart[i]))
    const isFresh = (pair: string): boolean => !seen.has(pair.split('\t')[1]!)
    const fresh = expected.filter(isFresh)
    console.log(`${fresh.length - missed.filter(isFresh).length} of ${fresh.length} labels never seen are found`)
    expect(fresh.length).toBeGreaterThan(10)
    expect(missed.filter(isFresh).length / fresh.length).toBeLessThan(0.3)
  })

  it('names no pair in vain', () => {
    const pairs = new Set([...byHand].map(wordsOf))
    expect([...debatable].filter((pair) => !pairs.has(pair))).toEqual([])
  })
})

/** A linear congruence: which files these are must never change. */
function keptApart(files: number): boolean[] {
  let state = 20_260_611
  return Array.from({ length: files }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 < 1 / 3
  })
}

/** Labels that stand for two fields. */
function twice(fields: Record<string, string>): string[] {
  const labels = Object.values(fields).map(stripLabel)
  return labels.filter((label, i) => labels.indexOf(label) !== i)
}

const share = (value: number): string => `${(value * 100).toFixed(1)} %`
