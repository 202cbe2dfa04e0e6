// What a program uses from its start to its end: CPU seconds (user + system) and the most memory at once, in MB.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const usage = here('../data/usage.json')

/** Python measures what is not Node. */
const OTHERS = `import json, resource, subprocess, sys
subprocess.run(sys.argv[2:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
json.dump({"seconds": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss / 1024}, open(sys.argv[1], "w"))`

/** Ten times what the slowest of those that end need. */
const MOST_MILLISECONDS = 300_000

/** undefined: the program failed, and has said why, or was stopped. */
export function measure([command, args]) {
  const isNode = command === process.execPath
  const [program, ...rest] = isNode
    ? [command, '--import', here('../measure.mjs'), ...args]
    : ['/usr/bin/python3', '-c', OTHERS, usage, command, ...args]
  try {
    execFileSync(program, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, BENCH_USAGE: usage },
      timeout: MOST_MILLISECONDS,
    })
  } catch {
    return undefined
  }
  return JSON.parse(readFileSync(usage, 'utf8'))
}
