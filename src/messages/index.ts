// The languages, each loaded only when it is spoken.
import type { Diagnostic } from '../core/diagnostic.js'
import type { InspectionWords } from './inspectionWords.js'
import { kindOf } from './kindOf.js'
import type { Messages, RepairWords } from './messages.js'
import type { SchemaWords } from './schemaWords.js'

export type { InspectionWords } from './inspectionWords.js'
export type { Messages } from './messages.js'
export type { SchemaWords } from './schemaWords.js'

const languages = {
  fr: async () => (await import('./fr.js')).fr,
  en: async () => (await import('./en.js')).en,
} as const satisfies Record<string, () => Promise<Messages>>

export type Language = keyof typeof languages

export const languageNames = Object.keys(languages) as readonly Language[]
/** Where nobody chooses. */
export const DEFAULT_LANGUAGE: Language = 'fr'

/** The language of a BCP 47 tag or of a locale: `en`, `en-GB`, `en_US.UTF-8`. */
export function languageOf(tag: string): Language | undefined {
  const [language] = tag.toLowerCase().split(/[-_.]/)
  return languageNames.find((name) => name === language)
}

export const messagesFor = (language: Language): Promise<Messages> => languages[language]()

const schemaWords = {
  fr: async () => (await import('./fr/schemaWords.js')).schemaWords,
  en: async () => (await import('./en/schemaWords.js')).schemaWords,
} as const satisfies Record<Language, () => Promise<SchemaWords>>

/** Those of `scdl schemas`, which nothing else needs. */
export const schemaWordsFor = (language: Language): Promise<SchemaWords> => schemaWords[language]()

const inspectionWords = {
  fr: async () => (await import('./fr/inspection.js')).inspection,
  en: async () => (await import('./en/inspection.js')).inspection,
} as const satisfies Record<Language, () => Promise<InspectionWords>>

/** Those of `scdl inspect`. */
export const inspectionWordsFor = (language: Language): Promise<InspectionWords> => inspectionWords[language]()

/** What says findings in whole sentences. */
export async function sentencesIn(language: Language): Promise<(diagnostic: Diagnostic) => string> {
  const messages = await messagesFor(language)
  return (diagnostic) => say(messages, diagnostic)
}

/** The whole sentence about a finding: what is wrong, what is expected, the value to put or why there is none. */
export function say(messages: Messages, diagnostic: Diagnostic): string {
  const sentences: Readonly<Record<string, ((d: Diagnostic) => string) | undefined>> = messages.codes
  const said = (sentences[diagnostic.code] ?? messages.unknownCode)(diagnostic)
  if (diagnostic.suggestion !== undefined) return `${said} ${messages.suggestion(diagnostic.suggestion)}`
  const repairs: Readonly<Record<string, RepairWords | undefined>> = messages.repairs
  const damage = repairs[diagnostic.repair ?? '']
  if (damage === undefined || diagnostic.cell === undefined) return said
  return `${said} ${damage.why(diagnostic.cell, kindOf([diagnostic.code], { [diagnostic.code]: diagnostic.details }), 1)}`
}
