// Runs bin/scdl.js and says how much memory it took at most.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, type Surroundings, scdl } from '../cli/run.js'
import type { TemporaryFolder } from '../node/temporaryFolder.js'

export interface Measured extends Outcome {
  megabytes: number
}

const REPORT_MEMORY = `
  const { writeFileSync } = require('node:fs')
  process.on('exit', () => writeFileSync(process.env.SCDL_TEST_MEMORY, String(process.resourceUsage().maxRSS)))`

export async function measured(folder: TemporaryFolder, args: readonly string[], surroundings: Surroundings = {}): Promise<Measured> {
  const preload = folder.write('memory.cjs', REPORT_MEMORY)
  const file = join(folder.path, 'memory.txt')
  const env = { ...surroundings.env, NODE_OPTIONS: `--require=${preload}`, SCDL_TEST_MEMORY: file }
  const outcome = await scdl(args, { ...surroundings, env })
  return { ...outcome, megabytes: Number(readFileSync(file, 'utf8')) / 1024 }
}
