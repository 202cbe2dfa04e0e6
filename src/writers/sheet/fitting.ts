import { CELL_CHARACTERS } from './cellSink.js'

/** A text that a cell cannot hold says itself that it was cut: only for files that are read, and never for data. */
export function fitting(text: string, cut: (characters: number) => string): string {
  if (text.length <= CELL_CHARACTERS) return text
  const end = cut(text.length)
  return text.slice(0, CELL_CHARACTERS - end.length) + end
}
