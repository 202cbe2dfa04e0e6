// How far a run over several files is: one line that is rewritten on a terminal, a line now and then elsewhere.
import { shorten } from '../messages/visible.js'
import { CLEAR_LINE, EVERY_SECONDS, FREE_COLUMNS, PAGE_WIDTH, PATIENCE_SECONDS } from './progress.js'
import type { Texts } from './texts/texts.js'

export interface RunProgress {
  /** `index`: the file's, among the sizes. */
  reading(index: number, bytesRead: number): void
  finished(index: number): void
  /** Makes room for something else to be said. */
  hide(): void
  clear(): void
}

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & { write(text: string): unknown }

/** Where no line can be rewritten, as in continuous integration, a new one is written this often. */
const PLAIN_EVERY_SECONDS = 10

/** `sizes` in bytes, 0 where it is not known. `stream`, `now` (seconds): for tests. */
export function showRunProgress(
  texts: Texts,
  sizes: readonly number[],
  stream: () => Terminal = () => process.stderr,
  now: () => number = () => process.uptime(),
): RunProgress {
  const started = now()
  let last = started
  let shown = false
  let files = 0
  let readWhole = 0
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const reading = new Map<number, number>()
  // An interruption leaves the terminal as it was.
  process.once('exit', clear)

  function clear(): void {
    if (shown) stream().write(CLEAR_LINE)
    shown = false
  }

  function tell(): void {
    const time = now()
    if (time - last < EVERY_SECONDS || time - started < PATIENCE_SECONDS) return
    const terminal = stream()
    const isLive = terminal.isTTY && process.env.TERM !== 'dumb'
    if (!isLive && time - last < PLAIN_EVERY_SECONDS) return
    last = time
    const read = [...reading.values()].reduce((sum, bytes) => sum + bytes, readWhole)
    const line = texts.runProgress(files, sizes.length, total === 0 ? undefined : Math.min(1, read / total))
    if (isLive) terminal.write(CLEAR_LINE + shorten(line, (terminal.columns || PAGE_WIDTH) - FREE_COLUMNS))
    else terminal.write(`${texts.complaint(line)}\n`)
    shown = isLive
  }
  return {
    reading(index, bytesRead) {
      reading.set(index, Math.min(bytesRead, sizes[index] ?? 0))
      tell()
    },
    finished(index) {
      reading.delete(index)
      readWhole += sizes[index] ?? 0
      files++
      tell()
    },
    hide: clear,
    clear() {
      clear()
      process.off('exit', clear)
    },
  }
}
