// What Node offers to the portable code.
import { isUtf8 } from 'node:buffer'
import type { Platform } from '../core/source.js'
import { gunzip, inflateRaw } from './inflate.js'
import { openSpool } from './spool.js'

/** A thread needs a file that Node can run: not those of src/, which only tests run. */
const isBuilt = !import.meta.url.endsWith('.ts')

/** Loaded where an archive is written. */
const packing = async () => (await import('./packing.js')).packing

export const nodePlatform: Platform = {
  isUtf8,
  gunzip,
  inflateRaw,
  spool: openSpool,
  packing,
  ...(isBuilt && {
    isolate: (task) => {
      const loaded = import('./isolate.js').then(({ isolate }) => isolate(task))
      return async (question) => (await loaded)(question)
    },
  }),
}
