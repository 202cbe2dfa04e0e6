import { statSync } from 'node:fs'
import { resolve } from 'node:path'

/** The same for all names of one file, whether it exists or not. */
export function fileIdentity(path: string): string {
  const facts = statSync(path, { throwIfNoEntry: false })
  return facts?.isFile() ? `${facts.dev}:${facts.ino}` : resolve(path)
}
