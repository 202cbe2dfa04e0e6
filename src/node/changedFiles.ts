// What git knows to have changed. git is run without a shell, and with nothing that the repository's own settings could make it run.
import { execFile } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { ScdlError } from '../core/error.js'

const MAX_OUTPUT_BYTES = 1 << 28
const SAFE = ['-c', 'core.fsmonitor=false', '--no-pager', '--literal-pathspecs']

/**
 * Whether a file changed since `ref`, or since the branch left it: committed, staged, not yet staged, or new and not ignored.
 * A file outside the repository of `folder` counts as changed, for nothing says that it did not.
 * Throws `ScdlError`: `no-git`, `not-a-repository`, `unknown-ref`, `git-failed`.
 */
export async function changedSince(ref: string, folder = process.cwd()): Promise<(path: string) => boolean> {
  const git = (...args: string[]): Promise<string> => runGit([...SAFE, ...args], folder)
  const top = await git('rev-parse', '--show-toplevel').catch((fault: GitFault) => explainRoot(fault, folder))
  const root = realpathSync(top.replace(/\r?\n$/, ''))
  // It would be read as an option.
  if (ref.startsWith('-')) throw new ScdlError('unknown-ref', { ref })
  const found = await git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`).catch((fault: GitFault) => explainRef(fault, ref))
  const commit = found.trim()
  // In a shallow clone nothing says where the branch left it.
  const base = (await git('merge-base', commit, 'HEAD').catch(() => commit)).trim()
  const [edited, added] = await Promise.all([
    git('diff', '--name-only', '--no-renames', '--diff-filter=d', '--no-ext-diff', '--no-textconv', '--ignore-submodules', '-z', base),
    git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', root),
  ])
  const changed = new Set(
    `${edited}${added}`
      .split('\0')
      .filter(Boolean)
      .map((path) => join(root, path)),
  )
  return (path) => {
    const places = [inRealFolder(path), realPath(path)]
    return places.some((place) => changed.has(place)) || places.every((place) => isOutside(root, place))
  }
}

/** A link stands for itself and for what it leads to. */
const inRealFolder = (path: string): string => join(realPath(join(resolve(path), '..')), resolve(path).split(/[\\/]/).at(-1) ?? '')

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

function isOutside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '..' || /^\.\.[\\/]/.test(way) || isAbsolute(way)
}

interface GitFault extends Error {
  code?: string | number | null | undefined
  stderr?: string
}

function runGit(args: string[], cwd: string): Promise<string> {
  return new Promise((done, failed) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
    execFile('git', args, { cwd, env, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true }, (error, stdout, stderr) => {
      if (error === null) return done(stdout)
      const fault: GitFault = Object.assign(error, { stderr })
      if (fault.code === 'ENOENT') failed(new ScdlError('no-git', {}, { cause: error }))
      else failed(fault)
    })
  })
}

function explainRoot(fault: GitFault, folder: string): never {
  if (fault instanceof ScdlError) throw fault
  // Of another owner, for example: git says best what to do about it.
  if (!/not a git repository/i.test(fault.stderr ?? '')) throw gitFailed(fault)
  throw new ScdlError('not-a-repository', { path: folder }, { cause: fault })
}

function explainRef(fault: GitFault, ref: string): never {
  throw new ScdlError('unknown-ref', { ref }, { cause: fault })
}

const gitFailed = (fault: GitFault): ScdlError =>
  new ScdlError('git-failed', { reason: (fault.stderr ?? fault.message).trim().split('\n')[0] ?? '' }, { cause: fault })
