import { statSync } from 'node:fs'
import { resolve } from 'node:path'

/** The same for all names of one file, whether it exists or not. */
export function fileIdentity(path: string): string {
  try {
    const facts = statSync(path)
    if (facts.isFile()) return `${facts.dev}:${facts.ino}`
  } catch {
    // No file there, or none that can be looked at: who opens it says so.
  }
  return resolve(path)
}
