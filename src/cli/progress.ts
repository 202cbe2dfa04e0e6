// One line on standard error, rewritten while a long file is read, gone afterwards.
import { shorten } from '../messages/visible.js'
import type { Texts } from './texts/texts.js'

const LARGE_BYTES = 20e6
export const PATIENCE_SECONDS = 1
export const EVERY_SECONDS = 0.1
/** Where the terminal does not say. */
export const PAGE_WIDTH = 80
/** Columns left free: for the cursor, and for what a terminal writes of Ctrl-C, which would else begin a line that is not cleared. */
export const FREE_COLUMNS = 3
export const CLEAR_LINE = '\r\x1b[K'

export interface Progress {
  /** Of the source that is being read. */
  onProgress(bytesRead: number): void
  clear(): void
}

/** Nothing is shown of what is read at once, nor where no terminal shows it. `size` in bytes, where it is known. */
export function showProgress(texts: Texts, name: string, size: number | undefined): Progress {
  const started = process.uptime()
  let last = started
  let shown = false
  // An interruption leaves the terminal as it was.
  process.once('exit', clear)

  function clear(): void {
    if (shown) process.stderr.write(CLEAR_LINE)
    shown = false
  }
  return {
    onProgress(bytesRead) {
      const now = process.uptime()
      if (now - last < EVERY_SECONDS || (now - started < PATIENCE_SECONDS && (size ?? 0) < LARGE_BYTES)) return
      last = now
      // Asked this late because the first look at a stream makes it, at a cost that a small file would feel.
      const { stderr } = process
      if (!stderr.isTTY || process.env.TERM === 'dumb') return
      shown = true
      const line = texts.progress(name, bytesRead, size ? Math.min(1, bytesRead / size) : undefined)
      stderr.write(CLEAR_LINE + shorten(line, (stderr.columns || PAGE_WIDTH) - FREE_COLUMNS))
    },
    clear() {
      clear()
      process.off('exit', clear)
    },
  }
}
