// What runs that were killed left behind: they could not tidy up after themselves.
import { lstatSync, opendirSync, rmdirSync, type Stats, unlinkSync } from 'node:fs'
import { join } from 'node:path'

/** A run that does not write for as long has ended, on whatever machine that shares the folder. */
const OLD_MILLISECONDS = 24 * 60 * 60 * 1000
/** Names of a folder that are looked at: what a crowded one has beyond waits for another run. */
const MAX_NAMES = 10_000

/** Of an output file until it is whole. */
export const unfinishedName = (name: string): string => `.${name}.scdl-${process.pid}.tmp`
const UNFINISHED = /^\..+\.scdl-(\d+)\.tmp$/s

/** To which six characters are added, as `mkdtemp` does. */
export const roomPrefix = (): string => `scdl-${process.pid}-`
const ROOM = /^scdl-(\d+)-\w{6}$/
/** The only file of such a folder. */
export const ROOM_FILE = 'spool'

const swept = new Set<string>()

/** Removes unfinished output files of a folder, old ones whose process has ended; the first time that it is asked about this folder. */
export function removeUnfinished(folder: string): void {
  if (swept.has(folder)) return
  swept.add(folder)
  remove(folder, UNFINISHED, (facts) => facts.isFile(), unlinkSync)
}

/** The same of the folders that `roomPrefix` names; only the user's own: the temporary folder is everybody's. */
export function removeRooms(folder: string): void {
  const user = process.getuid?.()
  const isOwn = (facts: Stats): boolean => facts.isDirectory() && (user === undefined || facts.uid === user)
  remove(folder, ROOM, isOwn, (path) => {
    attempt(() => unlinkSync(join(path, ROOM_FILE)))
    // Refused where there is anything else in it.
    rmdirSync(path)
  })
}

/** What cannot be read or removed stays: a run does not fail because of another. */
function remove(folder: string, name: RegExp, isKind: (facts: Stats) => boolean, removeOne: (path: string) => void): void {
  for (const entry of namesOf(folder)) {
    const owner = name.exec(entry)?.[1]
    if (owner === undefined) continue
    const path = join(folder, entry)
    attempt(() => {
      // Of a link, the facts are its own.
      const facts = lstatSync(path)
      const age = Date.now() - facts.mtimeMs
      if (isKind(facts) && age > OLD_MILLISECONDS && !isAtWork(Number(owner), age)) removeOne(path)
    })
  }
}

function namesOf(folder: string): string[] {
  const names: string[] = []
  attempt(() => {
    const entries = opendirSync(folder)
    try {
      for (let entry = entries.readSync(); entry !== null && names.length < MAX_NAMES; entry = entries.readSync()) names.push(entry.name)
    } finally {
      entries.closeSync()
    }
  })
  return names
}

function isAtWork(owner: number, age: number): boolean {
  // Containers give the same number to every run.
  if (owner === process.pid) return age < process.uptime() * 1000
  try {
    return process.kill(owner, 0)
  } catch (error) {
    // The process of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function attempt(action: () => void): void {
  try {
    action()
  } catch {
    // See `remove`.
  }
}
