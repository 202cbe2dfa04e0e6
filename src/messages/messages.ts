// What a language has to say: one object of this shape per language. Everything here is words; what is said where is the reporters' choice.
import type { KnownCode } from '../codes.js'
import type { Details, Diagnostic } from '../core/diagnostic.js'
import type { RequestFault } from '../core/error.js'
import type { NoticeCode } from '../core/notice.js'
import type { repairs } from '../repairs/index.js'
import type { AnnotationWords } from './annotationWords.js'
import type { ConversionWords } from './conversionWords.js'
import type { Kind } from './kindOf.js'
import type { PageWords } from './pageWords.js'
import type { ReportWords } from './reportWords.js'
import type { Rules } from './ruleWords.js'

export type RepairName = keyof typeof repairs

/** Faults that are counted by cell or by row, and grouped in the report for readers. */
export type BodyCode = Extract<KnownCode, `${'cell' | 'row'}/${string}`>

export interface FaultWords {
  /** `count` cells or rows with this fault, without a verb: "12 valeurs hors de la liste". */
  title(count: number, details: Details): string
  /** What has to stand there, to follow "il faut" ("we need"); absent where the title says it all. */
  expected?(details: Details): string | undefined
  /** A whole sentence: what usually causes it, or what to do. */
  advice?(details: Details): string
}

export interface RepairWords {
  /** `count` cells that the repair mends or explains, `cell` being one of them, without a verb: "396 dates écrites à la française". */
  did(count: number, kind: Kind, cell: string): string
  /** A whole sentence for one or several such cells, `cell` being one of them: why they are wrong, or why nothing can be done. */
  why(cell: string, kind: Kind, cells: number): string
}

export interface Messages {
  /** BCP 47 tag. */
  language: string
  /** A whole sentence per fault, without its place. */
  codes: { readonly [C in KnownCode]: (diagnostic: Diagnostic) => string }
  /** For a code that this version does not know. */
  unknownCode(diagnostic: Diagnostic): string
  /** Ends a sentence with the value to write. */
  suggestion(value: string): string
  /** What to do, for a request that could not be carried out. */
  requests: { readonly [F in RequestFault]: (details: Details) => string }
  /** What the user should know of a request that was carried out all the same. */
  notices: { readonly [N in NoticeCode]: (details: Details) => string }
  faults: { readonly [C in BodyCode]: FaultWords }
  repairs: { readonly [R in RepairName]: RepairWords }
  report: ReportWords
  rules: Rules
  page: PageWords
  conversion: ConversionWords
  annotation: AnnotationWords
}
