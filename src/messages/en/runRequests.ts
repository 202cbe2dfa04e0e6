// What stops a run over many files, or the union of its parts.
import type { Details } from '../../core/diagnostic.js'
import type { RunFault } from '../../core/error.js'
import { listOf, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { count, list, number, quote } from './words.js'

const PATH_WIDTH = 300
const path = (details: Details): string => `“${shorten(textOf(details.path), PATH_WIDTH) || '(empty)'}”`
const names = (detail: Details[string]): string => list(listOf(detail).map((name) => shorten(name, 60)))

export const runRequests: { readonly [F in RunFault]: (details: Details) => string } = {
  'time-exceeded': (details) =>
    `The check of ${path(details)} was stopped: it took longer than ${count(Number(details.seconds ?? 0), 'second')}. If that is intended, raise the limit with --max-seconds.`,
  'thread-died': (details) =>
    details.reason === 'memory'
      ? `The check of ${path(details)} was stopped: it asked for too much memory. Try with --jobs 1, or divide this file.`
      : `The check of ${path(details)} was interrupted. Try again, with --jobs 1 if need be.`,
  'no-git': () => 'The option --changed-since needs the program git, which is not installed here.',
  'not-a-repository': (details) => `The option --changed-since works in a git repository only, and ${path(details)} is not one.`,
  'unknown-ref': (details) =>
    `In this repository, git does not know ${quote(details.ref)}. In continuous integration, more history is often to be fetched (fetch-depth: 0, GIT_DEPTH: 0).`,
  'git-failed': (details) => `What changed cannot be told by git: ${shorten(textOf(details.reason), PATH_WIDTH) || 'unknown reason'}.`,
  'not-a-report': (details) =>
    `The file ${path(details)} is not a JSON report of scdl. Give those that scdl validate … --report json=report.json writes.`,
  'report-versions': (details) =>
    `These reports come from different versions of scdl (${names(details.versions)}): their verdicts do not compare. Make them again with one version.`,
  'missing-shards': (details) =>
    `Of ${number(Number(details.count ?? 0))} parts, ${Number(details.missing ?? 0) > 1 ? `${number(Number(details.missing))} are` : 'one is'} missing: ${names(details.shards)}. The report says nothing of their files.`,
  'different-runs': () => 'These reports are not the parts of one run: their number of parts differs, or a part is there twice.',
  'different-files': () =>
    'The parts of this run have not found the same files: some may have been checked by none. Run it again once the files no longer change.',
  'reported-twice': (details) =>
    `The file ${path(details)} is in several of these reports${listOf(details.reports).length === 0 ? '' : ` (${names(details.reports)})`}. Keep only those of one run.`,
}

/** Nothing is left of the files found. */
export const allFiltered = (details: Details): string =>
  `The options --include and --exclude leave nothing to check: ${count(Number(details.files), 'file')} found, none kept. Check their patterns.`
