// What a command needs of the program that runs it.
import type { Notice } from '../core/notice.js'
import type { Language } from '../messages/index.js'
import type { OpenConfiguration } from './openConfiguration.js'
import type { Texts } from './texts/texts.js'

export interface CommandRun {
  language: Language
  texts: Texts
  configuration: OpenConfiguration
  /**
   * Says what is wrong with a part of the run, and makes the exit code at least 2 for an `ScdlError`, 3 for a defect of scdl itself.
   * The rest goes on.
   */
  complain(error: unknown): Promise<void>
  /** Says how the request was carried out, where that is not as usual. */
  note(notice: Notice): Promise<void>
}
