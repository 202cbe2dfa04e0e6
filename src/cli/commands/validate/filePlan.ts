// What is to be done with each file: settled before any of them is read.
import type { Source } from '../../../core/source.js'
import type { ValidateOptions } from '../../../validate.js'
import type { AnySchema } from '../../loadSchema.js'

export interface FilePlan {
  /** As for `openSource`; `-` is standard input. */
  path: string
  schemaOf(source: Source): AnySchema | Promise<AnySchema>
  /** How it is checked, without what belongs to the thread that checks it. */
  options: Omit<ValidateOptions, 'schema' | 'platform' | 'onProgress'>
}
