// Loaded before a measured program (`node --import`): writes what the process used, start-up included, to the file named by BENCH_USAGE.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** In kB. Linux counts `maxRSS` from before the program began, with what its parent held; `VmHWM` begins with the program. */
function peakMemory(maxRSS) {
  const status = '/proc/self/status'
  const peak = existsSync(status) ? /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return peak === undefined ? maxRSS : Number(peak)
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeFileSync(
    process.env.BENCH_USAGE,
    JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: peakMemory(maxRSS) / 1024 }),
  )
})
