// Random and mutated input through the whole of scdl. The next case is the next seed: `SCDL_FUZZ_SEED=<seed>` begins with one that failed.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readCorpus } from './fuzz/corpus.js'
import { examine } from './fuzz/examine.js'
import { type FuzzCase, makeCase } from './fuzz/fuzzCase.js'
import { shrink } from './fuzz/shrink.js'
import { startWatchdog } from './fuzz/watchdog.js'

const SECONDS = Number(process.env.SCDL_FUZZ_SECONDS ?? (process.env.CI ? 30 : 5))
const FIRST_SEED = Number(process.env.SCDL_FUZZ_SEED ?? 1)
const SHRINK_SECONDS = 15
/** As many different failures are enough for one run. */
const MOST_FAILURES = Number(process.env.SCDL_FUZZ_FAILURES ?? 3)
/** After the first rounds, what stays is what is kept. */
const WARM_UP_CASES = 300
const MOST_GROWTH = 32 * 2 ** 20

const timeout = (SECONDS + SHRINK_SECONDS * MOST_FAILURES + 60) * 1000

test(`${SECONDS} seconds of random and mutated input: no crash, no hang, no growth`, { timeout }, async () => {
  const corpus = await readCorpus()
  const watchdog = startWatchdog()
  const failures = new Map<string, string>()
  const memory: number[] = []
  const deadline = Date.now() + SECONDS * 1000
  let seed = FIRST_SEED
  for (; Date.now() < deadline && failures.size < MOST_FAILURES; seed++) {
    watchdog.beat(seed)
    const made = makeCase(seed, corpus)
    for (const failure of await failuresOf(made)) {
      const name = nameOf(failure)
      if (failures.has(name) || failures.size >= MOST_FAILURES) continue
      failures.set(name, '')
      const failsAlike = async (smaller: FuzzCase): Promise<boolean> => {
        watchdog.beat(seed)
        return (await failuresOf(smaller)).some((other) => nameOf(other) === name)
      }
      const smallest = await shrink(made, failsAlike, Date.now() + SHRINK_SECONDS * 1000)
      failures.set(
        name,
        `seed ${seed} (${made.from}), ${keep(smallest)}\n${(await failuresOf(smallest)).find((other) => nameOf(other) === name)}`,
      )
    }
    if ((seed - FIRST_SEED) % 100 === 0) memory.push(usedBytes())
  }
  await watchdog.stop()
  const settled = memory.slice(WARM_UP_CASES / 100)
  const growth = settled.length < 2 ? 0 : Math.min(...settled.slice(-3)) - Math.min(...settled.slice(0, 3))
  console.log(`fuzz: ${seed - FIRST_SEED} cases from seed ${FIRST_SEED}, ${Math.round(growth / 2 ** 20)} MB of growth`)
  expect([...failures.values()].join('\n\n')).toBe('')
  expect(growth).toBeLessThan(MOST_GROWTH)
})

async function failuresOf(made: FuzzCase): Promise<string[]> {
  try {
    return await examine(made)
  } catch (error) {
    return [error instanceof Error ? `crash: ${error.stack}` : `crash: ${String(error)}`]
  }
}

/** What is the same of all cases that fail alike: the invariant, or the error and the place in the source. */
function nameOf(failure: string): string {
  if (!failure.startsWith('crash: ')) return failure.replace(/ \[.*$/s, '')
  const place = /\/src\/[\w/.]+/.exec(failure)?.[0] ?? ''
  return `${failure.slice(0, 60).split('\n')[0]} ${place}`
}

/** The smallest case, to look at with `scdl validate`. */
function keep({ bytes, schema, options, chunkSizes }: FuzzCase): string {
  const folder = mkdtempSync(join(tmpdir(), 'scdl-fuzz-'))
  writeFileSync(join(folder, 'data.csv'), bytes)
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema.descriptor, null, 2))
  writeFileSync(join(folder, 'options.json'), JSON.stringify({ ...options, chunkSizes, aliases: schema.aliases }))
  return folder
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function usedBytes(): number {
  collect()
  const { heapUsed, arrayBuffers, external } = process.memoryUsage()
  return heapUsed + Math.max(arrayBuffers, external)
}
