import type { Verdict } from '../../core/reportTypes.js'
import type { Messages } from '../../messages/messages.js'
import { type Markup, markup } from '../markup.js'

const SIGNS: { readonly [V in Verdict]: string } = { valid: '✔', convertible: '✎', invalid: '✖' }

/** A verdict in a word: told by its text and its sign, not by its colour alone. */
export const badge = (verdict: Verdict, { page }: Messages): Markup =>
  markup`<span class="badge ${verdict}"><span aria-hidden="true">${SIGNS[verdict]}</span> ${page.verdicts[verdict]}</span>`
