// Notes on cells: their texts, and the boxes in which programs show them. ECMA-376, 18.7; part 4, 14.1

import { columnName } from '../sheet/columnName.js'
import { xmlText } from '../sheet/xmlText.js'
import type { Note } from './sheetRows.js'

const encoder = new TextEncoder()
const NOTES_PER_PIECE = 500
const SHAPES_PER_BLOCK = 1024
/** Of a box, in columns and rows of the sheet. */
const WIDTH = 3
const HEIGHT = 6

export async function* commentsPart(notes: readonly Note[]): AsyncGenerator<Uint8Array> {
  const head =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
  yield encoder.encode(`${head}<authors><author>scdl</author></authors><commentList>`)
  yield* pieces(notes, ({ column, row, text }) => {
    const place = `${columnName(column)}${row + 1}`
    return `<comment ref="${place}" authorId="0"><text><t xml:space="preserve">${xmlText(text)}</t></text></comment>`
  })
  yield encoder.encode('</commentList></comments>')
}

/** Blocks of shape numbers that a drawing takes for itself. */
export const blocksOf = (notes: readonly Note[]): number => Math.ceil((notes.length + 1) / SHAPES_PER_BLOCK)

/** `block`: the first of its own, from 1. */
export async function* drawingPart(notes: readonly Note[], block: number): AsyncGenerator<Uint8Array> {
  const blocks = Array.from({ length: blocksOf(notes) }, (_, i) => block + i)
  yield encoder.encode(
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join()}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`,
  )
  yield* pieces(notes, ({ column, row }, index) => {
    const anchor = [column + 1, 15, row, 2, column + 1 + WIDTH, 15, row + HEIGHT, 4].join(', ')
    return `<v:shape id="_x0000_s${block * SHAPES_PER_BLOCK + 1 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  })
  yield encoder.encode('</xml>')
}

function* pieces(notes: readonly Note[], write: (note: Note, index: number) => string): Generator<Uint8Array> {
  for (let from = 0; from < notes.length; from += NOTES_PER_PIECE) {
    const piece = notes.slice(from, from + NOTES_PER_PIECE)
    yield encoder.encode(piece.map((note, i) => write(note, from + i)).join(''))
  }
}
