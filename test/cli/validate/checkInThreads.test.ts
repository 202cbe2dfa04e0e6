// Threads that die, dawdle or fail, each on the file that the script of these tests is told to do so for.
import { describe, expect, test } from 'vitest'
import { checkInThreads } from '../../../src/cli/commands/validate/checkInThreads.js'
import type { FilePlan } from '../../../src/cli/commands/validate/planFiles.js'
import type { LoadedSchema } from '../../../src/validateOptions.js'
import { temporaryFolder } from '../../node/temporaryFolder.js'

const folder = temporaryFolder()
const script = folder.write(
  'thread.mjs',
  `import { parentPort } from 'node:worker_threads'
  const schemas = []
  parentPort.on('message', ({ path, schema, schemaNumber }) => {
    if (schema !== undefined) schemas[schemaNumber] = schema
    if (path === 'exits') process.exit(7)
    if (path === 'throws') throw new Error('thrown')
    if (path === 'hangs') for (;;) {}
    if (path === 'fault') return parentPort.postMessage({ kind: 'fault', code: 'no-such-file', details: { path } })
    if (path === 'defect') return parentPort.postMessage({ kind: 'defect', stack: 'Error: own\\n    at somewhere' })
    parentPort.postMessage({ kind: 'progress', bytesRead: 5 })
    parentPort.postMessage({ kind: 'table', shelved: { table: { source: path, schema: schemas[schemaNumber].table.facts } } })
  })
  parentPort.postMessage({ kind: 'ready' })`,
)
const schemaNamed = (name: string): LoadedSchema => ({ facts: { name, origin: 'inline' } }) as LoadedSchema
const [one, two] = [schemaNamed('one'), schemaNamed('two')]

async function check(paths: readonly string[], more: { jobs?: number; maxSeconds?: number; script?: string } = {}) {
  const plan = paths.map((path, i): FilePlan => ({ path, place: i, schema: { table: i % 2 === 0 ? one : two }, options: {} }))
  const order = [...plan.keys()]
  const heard: string[] = []
  const outcomes = await checkInThreads(plan, order, {
    script,
    jobs: 2,
    work: plan.map(() => 1),
    ...more,
    onProgress: (index, bytes) => heard.push(`${paths[index]} ${bytes}`),
    onEnd: (index) => heard.push(`${paths[index]} end`),
  })
  return { outcomes, order, heard }
}

const GOOD = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const table = (source: string, schema: LoadedSchema) => ({ table: { source, schema: schema.facts } })

describe('checkInThreads', () => {
  test('gives each file its outcome at its place, checked against its own schema', async () => {
    const { outcomes, order, heard } = await check(GOOD)
    expect(outcomes).toEqual(GOOD.map((path, i) => table(path, i % 2 === 0 ? one : two)))
    expect(order).toEqual([])
    expect(heard.toSorted()).toEqual(GOOD.flatMap((path) => [`${path} 5`, `${path} end`]))
  })

  test.each([
    ['exits', { code: 'thread-died', details: { path: 'exits', reason: 'exit code 7' } }],
    ['throws', { code: 'thread-died', details: { path: 'throws', reason: 'thrown' } }],
    ['fault', { code: 'no-such-file' }],
    ['defect', { message: 'Error: own', stack: 'Error: own\n    at somewhere' }],
  ])('a file whose thread %s has an error; the others go on', async (path, error) => {
    for (const jobs of [1, 2]) {
      const { outcomes } = await check([path, ...GOOD], { jobs })
      expect(outcomes[0]).toMatchObject({ error })
      expect(outcomes.slice(1).every((outcome) => 'table' in outcome)).toBe(true)
      expect(outcomes).toHaveLength(8)
    }
  })

  test('a file that takes too long is given up, whatever its thread is doing', async () => {
    const { outcomes } = await check(['a', 'hangs', 'b'], { jobs: 1, maxSeconds: 0.3 })
    expect(outcomes[1]).toMatchObject({ error: { code: 'time-exceeded', details: { path: 'hangs', seconds: 0.3 } } })
    expect(outcomes[2]).toEqual(table('b', one))
  })

  test('where no thread can be started, the files are left', async () => {
    const { outcomes, order } = await check(GOOD, { script: folder.write('broken.mjs', 'throw new Error("no")') })
    expect(outcomes).toEqual([])
    expect(order.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})
