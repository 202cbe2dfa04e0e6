// What a command needs of the program that runs it.
import type { ScdlError } from '../core/error.js'
import type { Notice } from '../core/notice.js'
import type { Language } from '../messages/index.js'
import type { OpenConfiguration } from './openConfiguration.js'
import type { Texts } from './texts/texts.js'

export interface CommandRun {
  language: Language
  texts: Texts
  configuration: OpenConfiguration
  /** Says what is wrong with a part of the request and makes the exit code at least 2; the rest goes on. */
  complain(error: ScdlError): Promise<void>
  /** Says how the request was carried out, where that is not as usual. */
  note(notice: Notice): Promise<void>
}
