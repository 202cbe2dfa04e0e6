// One file of a plan, checked in whichever thread this runs in.
import type { TableReport } from '../../../core/reportTypes.js'
import { nodePlatform } from '../../../node/platform.js'
import { openSource } from '../../../node/sources.js'
import { validate } from '../../../validate.js'
import type { FilePlan, KeysFinder } from './planFiles.js'

/** `watch`: asked once the size is known, then told how many bytes were read. `keysOf`: for the foreign keys into other files. */
export async function checkFile(
  { path, schema, options, references, source: opened }: Omit<FilePlan, 'place'>,
  watch?: (size: number | undefined) => (bytesRead: number) => void,
  keysOf: KeysFinder = openKeys(),
): Promise<TableReport> {
  const source = opened ?? (await openSource(path))
  const onProgress = watch?.(source.size)
  const reading = { ...options, platform: nodePlatform, ...(onProgress && { onProgress }) }
  if (schema.table !== undefined) {
    const referencedKeys = references && (await keysOf(references))
    return validate(source, { ...reading, schema: schema.table, ...(referencedKeys && { referencedKeys }) })
  }
  const { validateJson } = await import('../../../validateJson.js')
  return validateJson(source, { ...reading, schema: schema.json })
}

/** Loaded where the first file refers to another. */
export function openKeys(): KeysFinder {
  let finder: Promise<KeysFinder> | undefined
  return async (tables) => {
    finder ??= import('./referencedKeys.js').then(({ keysFinder }) => keysFinder())
    return (await finder)(tables)
  }
}
