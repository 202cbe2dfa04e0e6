import type { Source } from '../core/source.js'

/** What a compressed file holds, as a source. */
export interface WrappedSource extends Source {
  /** Whether the bytes of the last reading stopped early because the file is cut or corrupt. */
  damaged(): boolean
}
