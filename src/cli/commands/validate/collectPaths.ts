// The files that a run is about, from what the user names and what the options leave of it.
import { ScdlError } from '../../../core/error.js'
import { distinct, expandArgument, isFilePath } from '../../../node/sources.js'
import type { Attempt } from '../../attempt.js'
import type { CommandRun } from '../../commandRun.js'
import type { RunRequest } from '../../runOptions.js'

/**
 * In the order of the report, each file once. Throws `ScdlError`: the options leave none, or git does not say what changed.
 * Nothing changed is nothing wrong: the list is then empty, and that is noted.
 */
export async function collectPaths(
  sources: readonly string[],
  {
    include,
    exclude,
    changedSince,
    extensions,
  }: Pick<RunRequest, 'include' | 'exclude' | 'changedSince'> & { extensions: readonly string[] },
  { run, attempt }: { run: CommandRun; attempt: Attempt },
): Promise<string[]> {
  const unread: ScdlError[] = []
  const search = { extensions: include.length > 0 ? ('all' as const) : extensions, onUnread: (fault: ScdlError) => unread.push(fault) }
  const names: string[][] = []
  for (const source of sources) names.push((await attempt(source, () => expandArgument(source, search))) ?? [])
  let paths = distinct(names.flat())
  let isExcluded = (_path: string): boolean => false
  if (include.length + exclude.length > 0) {
    const { pathFilter } = await import('../../../node/pathFilter.js')
    const isMeant = pathFilter({ include, exclude })
    const isLeft = pathFilter({ include: [], exclude })
    isExcluded = (path) => !isLeft(path)
    const found = paths.length
    paths = paths.filter((path) => !isFilePath(path) || isMeant(path))
    if (paths.length === 0 && found > 0) throw new ScdlError('nothing-to-check', { kind: 'filtered', files: found })
  }
  for (const fault of unread) if (!isExcluded(String(fault.details.path))) await run.complain(fault)
  if (changedSince !== undefined) {
    const { changedSince: changesSince } = await import('../../../node/changedFiles.js')
    const isChanged = await changesSince(changedSince)
    const found = paths.length
    paths = paths.filter((path) => !isFilePath(path) || isChanged(path))
    if (paths.length === 0 && found > 0) await run.note({ code: 'nothing-changed', details: { ref: changedSince, files: found } })
  }
  return paths
}
