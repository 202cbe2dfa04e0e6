// From sections to lines: indents, wrapping, columns of places, amounts at the right edge. Nothing here knows a language.
import { displayWidth, shorten, visible } from '../../messages/visible.js'
import type { Style } from '../reporter.js'
import type { Step } from './nextSteps.js'
import type { Entry, PlaceLine, Section } from './section.js'

const ENTRY = '  '
const INNER = '    '
const ARROW = '  →  '
const GAP = '   '
/** Shares of a line of places. */
const MAX_ADDRESS = 44
const MIN_VALUE = 8
const MIN_ASIDE = 12
const MAX_ASIDE = 40

export interface Layout {
  width: number
  style: Style
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** Signs that French sets apart by a space that must not break. */
const GLUED = /^(?:[:;?!»%€→]|[:;?!»][.,)]*)$/
const isJoined = (previous: string, word: string): boolean => GLUED.test(word) || previous.endsWith('«')

function words(text: string, width: number): string[] {
  const found: string[] = []
  for (const word of visible(text).split(' ')) {
    const previous = found.at(-1)
    const joined = previous === undefined ? word : `${previous} ${word}`
    if (previous !== undefined && isJoined(previous, word) && displayWidth(joined) <= width) found[found.length - 1] = joined
    else found.push(...cut(word, width))
  }
  return found
}

/** A word longer than a line goes on over the next ones. */
function cut(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word]
  const parts: string[] = ['']
  for (const sign of word) {
    if (displayWidth(parts.at(-1) + sign) > width) parts.push('')
    parts[parts.length - 1] += sign
  }
  return parts
}

/** Lines of at most `width` columns; `first` begins the first of them, `rest` the others. */
export function wrap(text: string, width: number, first: string, rest: string): string[] {
  const room = Math.max(20, width - Math.max(first.length, rest.length))
  const lines: string[] = []
  let line = ''
  for (const word of words(text, room)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && displayWidth(longer) > room) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)
  return lines.map((content, i) => `${i === 0 ? first : rest}${content}`.trimEnd())
}

export function sectionLines({ title, amount, entries }: Section, layout: Layout): string[] {
  const { style, width } = layout
  const gap = width - displayWidth(title) - displayWidth(amount)
  const right = amount === '' ? '' : `${' '.repeat(Math.max(0, gap))}${amount}`
  const head = gap >= 2 || amount === '' ? [`${style.bold(title)}${right}`] : [style.bold(title), amount.padStart(width)]
  return ['', ...head, ...entries.flatMap((entry) => entryLines(entry, layout))]
}

function entryLines({ title, places, sentences }: Entry, layout: Layout): string[] {
  return [
    ...wrap(title, layout.width, ENTRY, INNER),
    ...placeLines(places, layout),
    ...(sentences.length > 0 ? wrap(sentences.join(' '), layout.width, INNER, INNER) : []),
  ]
}

function placeLines(places: readonly PlaceLine[], { width, style }: Layout): string[] {
  if (places.length === 0) return []
  const addresses = places.map(({ address }) => shorten(address, MAX_ADDRESS))
  const addressWidth = Math.max(5, ...addresses.map((address) => displayWidth(address) + 2))
  const room = width - INNER.length - addressWidth
  const most = (texts: readonly (string | undefined)[]): number =>
    Math.max(0, ...texts.map((text = '') => displayWidth(shorten(text, room))))
  const wanted = {
    value: most(places.map(({ value }) => value)),
    put: most(places.map(({ put }) => put)),
    aside: most(places.map(({ aside }) => aside)),
  }
  const gap = wanted.put > 0 ? ARROW.length : wanted.aside > 0 ? GAP.length : 0
  const putWidth = Math.min(wanted.put, Math.max(Math.floor((room - gap) / 2), room - gap - wanted.value))
  const follows = wanted.put > 0 ? putWidth : Math.min(wanted.aside, MAX_ASIDE)
  const valueWidth = Math.min(wanted.value, Math.max(MIN_VALUE, room - gap - follows))
  const asideWidth = room - valueWidth - (wanted.put > 0 ? ARROW.length + putWidth : 0) - GAP.length
  return places.map(({ value, put, aside }, i) => {
    let line = `${INNER}${style.cyan(pad(addresses[i] ?? '', addressWidth))}`
    const follows = put !== undefined || aside !== undefined
    line += follows ? pad(shownCell(value, valueWidth), valueWidth) : shownCell(value, valueWidth)
    const hasAside = aside !== undefined && asideWidth >= MIN_ASIDE
    if (put !== undefined) {
      const shown = shownCell(put, putWidth)
      line += `${ARROW}${style.green(shown)}${hasAside ? ' '.repeat(putWidth - displayWidth(shown)) : ''}`
    }
    if (hasAside) line += GAP + style.dim(shorten(aside, asideWidth))
    return line.trimEnd()
  })
}

/** Spaces at the ends of a cell are part of what is wrong with it: they are shown. */
function shownCell(cell: string, width: number): string {
  const shown = shorten(cell, width)
  return shown.replace(/^[\s\u00a0\u202f]+|[\s\u00a0\u202f]+$/g, (spaces) => '␣'.repeat(spaces.length))
}

export function stepLines(steps: readonly Step[], title: string, { width, style }: Layout): string[] {
  if (steps.length === 0) return []
  return [
    '',
    style.bold(title),
    ...steps.flatMap(({ text, command }, i) => {
      const number = `  ${i + 1}. `
      return [...wrap(text, width, number, ' '.repeat(number.length)), ...(command === undefined ? [] : commandLines(command, width))]
    }),
  ]
}

const COMMAND = '       '

/** On one line where it fits, else each part on its own, as a shell takes it. */
function commandLines(command: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const part of command) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + part.length + 3 + COMMAND.length <= width) lines[lines.length - 1] = `${last} ${part}`
    else lines.push(lines.length === 0 ? part : `  ${part}`)
  }
  return lines.map((line, i) => `${COMMAND}${line}${i < lines.length - 1 ? ' \\' : ''}`)
}
