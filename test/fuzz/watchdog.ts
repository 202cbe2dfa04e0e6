// Ends the process when a case hangs: a loop that never gives way can only be stopped from another thread.
import { Worker } from 'node:worker_threads'

const PATIENCE_SECONDS = 60

const WATCH = `
  const { workerData: { beats, patience } } = require('node:worker_threads')
  const { writeSync } = require('node:fs')
  for (let before = -1, since = Date.now(); ; ) {
    Atomics.wait(beats, 2, 0, 500)
    if (Atomics.load(beats, 2) !== 0) break
    const now = Atomics.load(beats, 0)
    if (now !== before) { before = now; since = Date.now() }
    else if (Date.now() - since > patience * 1000) {
      writeSync(2, '\\nfuzz: no end after ' + patience + ' s, SCDL_FUZZ_SEED=' + Atomics.load(beats, 1) + '\\n')
      process.kill(process.pid, 'SIGKILL')
    }
  }`

export interface Watchdog {
  /** The case of this seed begins. */
  beat(seed: number): void
  stop(): Promise<void>
}

export function startWatchdog(): Watchdog {
  const beats = new Int32Array(new SharedArrayBuffer(12))
  const worker = new Worker(WATCH, { eval: true, workerData: { beats, patience: PATIENCE_SECONDS } })
  worker.unref()
  return {
    beat(seed) {
      Atomics.store(beats, 1, seed)
      Atomics.add(beats, 0, 1)
    },
    async stop() {
      Atomics.store(beats, 2, 1)
      Atomics.notify(beats, 2)
      await worker.terminate()
    },
  }
}
