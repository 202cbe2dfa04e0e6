// What the file system refused, as a fault of the request.
import { dirname } from 'node:path'
import { ScdlError } from '../core/error.js'

const isErrno = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error && 'syscall' in error

/** Reading `path` failed. Anything that is not the file system's doing comes back as it is. */
export function readFault(error: unknown, path: string): unknown {
  if (!isErrno(error)) return error
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new ScdlError('no-such-file', { path }, { cause: error })
    case 'EACCES':
    case 'EPERM':
      return new ScdlError('no-permission', { path }, { cause: error })
    default:
      return new ScdlError('read-failed', { path, reason: error.code ?? error.message }, { cause: error })
  }
}

/** Why something could not be written; other errors are named by the system's own code. */
const WRITE_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no-such-folder',
  ENOTDIR: 'not-folder',
  EISDIR: 'is-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'read-only',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EBUSY: 'busy',
}

/** Writing `path` failed; `-` is standard output. Anything that is not the file system's doing comes back as it is. */
export function writeFault(error: unknown, path: string): unknown {
  if (!isErrno(error)) return error
  const code = error.code ?? ''
  return new ScdlError('write-failed', { path, folder: dirname(path), reason: WRITE_REASONS[code] ?? code }, { cause: error })
}
