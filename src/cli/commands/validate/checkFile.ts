// One file of a plan, checked in whichever thread this runs in.
import type { TableReport } from '../../../core/reportTypes.js'
import { nodePlatform } from '../../../node/platform.js'
import { openSource } from '../../../node/sources.js'
import { validate } from '../../../validate.js'
import type { FilePlan } from './planFiles.js'

/** `watch`: asked once the size is known, then told how many bytes were read. */
export async function checkFile(
  { path, schema, options, source: opened }: Omit<FilePlan, 'place'>,
  watch?: (size: number | undefined) => (bytesRead: number) => void,
): Promise<TableReport> {
  const source = opened ?? (await openSource(path))
  const onProgress = watch?.(source.size)
  const reading = { ...options, platform: nodePlatform, ...(onProgress && { onProgress }) }
  if (schema.table !== undefined) return validate(source, { ...reading, schema: schema.table })
  const { validateJson } = await import('../../../validateJson.js')
  return validateJson(source, { ...reading, schema: schema.json })
}
