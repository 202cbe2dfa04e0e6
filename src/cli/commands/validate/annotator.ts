// One file of a plan, checked, and written with its findings beside each row: whole or not at all.
import { annotate } from '../../../annotate.js'
import { ScdlError } from '../../../core/error.js'
import { type Language, messagesFor } from '../../../messages/index.js'
import { openOutputFile } from '../../../node/outputFile.js'
import { nodePlatform } from '../../../node/platform.js'
import { openSource } from '../../../node/sources.js'
import type { AnnotateRequest } from '../../options.js'
import type { checkFile } from './checkFile.js'

export interface Annotator {
  /** As `checkFile`; throws `ScdlError` besides: what the output does, and for a file that is no table by its schema. */
  check: typeof checkFile
  /** False: there was no table to write. */
  isWritten: boolean
}

export function openAnnotator({ path, replace }: AnnotateRequest, language: Language): Annotator {
  const annotator: Annotator = { check, isWritten: false }
  return annotator

  async function check(
    { path: name, schema, options, source: opened }: Parameters<typeof checkFile>[0],
    watch?: Parameters<typeof checkFile>[1],
  ): ReturnType<typeof checkFile> {
    if (schema.table === undefined) throw new ScdlError('bad-option-value', { option: '--annotate', value: path, expected: 'table' })
    const source = opened ?? (await openSource(name))
    const onProgress = watch?.(source.size)
    const file = await openOutputFile(path, { replace })
    try {
      const report = await annotate(source, {
        ...options,
        schema: schema.table,
        platform: nodePlatform,
        messages: await messagesFor(language),
        to: /\.csv$/i.test(path) ? 'csv' : 'xlsx',
        ...(onProgress && { onProgress }),
        async output(chunks) {
          for await (const chunk of chunks) if (chunk.length > 0) await file.write(chunk)
          annotator.isWritten = true
        },
      })
      if (annotator.isWritten) await file.commit()
      return report
    } finally {
      await file.abandon()
    }
  }
}
