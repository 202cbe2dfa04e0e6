// How the help of every command is laid out.
import type { Help } from 'commander'
import { wrap } from '../reporters/human/layout.js'
import { terminalOf } from './output.js'
import type { Texts } from './texts/texts.js'

const PAGE_WIDTH = 80
/** Wider lines are hard to read. */
const MAX_WIDTH = 100
/** Below this width commander leaves an explanation as it is, to run on under what it explains. */
const MIN_COLUMN = 20

export function helpLayout(texts: Texts): Partial<Help> {
  return {
    styleTitle: (title) => texts.titles[title] ?? title,
    subcommandTerm: (command) => command.name(),
    // A command that has nothing to add to its summary.
    commandDescription: (command) => command.description() || asSentence(command.summary()),
    boxWrap: flow,
    minWidthToWrap: MIN_COLUMN,
  }
}

/** Of what is shown: a terminal's own, within reason. */
export const helpWidth = (): number => Math.min(terminalOf('stdout').columns || PAGE_WIDTH, MAX_WIDTH)

const asSentence = (summary: string): string => `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`

/** A blank line parts paragraphs; a line break of the source is a space, whatever the width of the page. */
function flow(text: string, width: number): string {
  const paragraphs = text.split('\n\n').map((paragraph) => wrap(paragraph.replaceAll('\n', ' '), width, '', '').join('\n'))
  return paragraphs.join('\n\n')
}
