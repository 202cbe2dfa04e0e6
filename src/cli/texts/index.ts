// The languages of the command line, each loaded only when it is spoken.
import type { Language } from '../../messages/index.js'
import type { Texts } from './texts.js'

const languages = {
  fr: async () => (await import('./fr.js')).fr,
  en: async () => (await import('./en.js')).en,
} as const satisfies Record<Language, () => Promise<Texts>>

export const textsFor = (language: Language): Promise<Texts> => languages[language]()
