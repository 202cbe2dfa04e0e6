// What a code stands for, whatever the file: for lists of findings, and for the tools that keep a catalogue of rules.
import type { KnownCode } from '../codes.js'

export interface RuleWords {
  /** A few words without a full stop: "Forme incorrecte". */
  title: string
  /** Whole sentences: what it means, and what to do about it. */
  help: string
}

export type Rules = { readonly [C in KnownCode]: RuleWords }
