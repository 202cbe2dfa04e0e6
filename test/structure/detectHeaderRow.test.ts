import { describe, expect, it } from 'vitest'
import { detectHeaderRow } from '../../src/structure/detectHeaderRow.js'

const known = new Set(['nom', 'montant', 'objet', 'date', 'nature', 'siret'])
const knows = (label: string) => known.has(label.toLowerCase())

/** One row per line, cells between bars; an empty line has no cell. */
const rowsOf = (text: string) => text.split('\n').map((line) => (line === '' ? [] : line.split('|')))

describe('detectHeaderRow', () => {
  it.each<[string, string, number, number]>([
    ['plain', 'nom|montant|objet\nA|1|x', 0, 0],
    ['nothing known', 'x|y|z\nA|1|x', 0, 0],
    ['blank lines first', '\n\nnom|montant\nA|1', 2, 0],
    ['rows of separators first', '||\n||\nnom|montant|objet', 2, 2],
    ['one title', 'Subventions 2023\nnom|montant|objet\nA|1|x', 1, 1],
    ['a title as wide as the table', 'Subventions 2023||\nnom|montant|objet\nA|1|x', 1, 1],
    ['titles and blank lines', 'Ville de X\n\nSubventions|2023\n\nnom|montant|objet\nA|1|x', 4, 2],
    ['group titles', '|Bénéficiaire||Aide|\nid|nom|siret|montant|objet\n1|A|2|3|x', 1, 1],
    ['group titles that are labels too', 'nom|||montant|\nnom|siret|date|montant|objet\nA|2|x|3|x', 1, 1],
    ['two known labels among many', 'Titre\nnom|b|c|d|e|f|g|montant\n1|2|3|4|5|6|7|8', 1, 1],
    ['one known label under a title', 'Titre\nnom|b|c\n1|2|3', 1, 1],
    ['half of two labels', 'Titre\nnom|b\n1|2', 1, 1],
    ['a title that is a label', 'montant\nnom|montant|objet\nA|1|x', 1, 1],
    ['header of one cell', 'nom\nx|montant|1', 0, 0],
    ['header repeated in the data', 'nom|montant\nA|1\nnom|montant\nB|2', 0, 0],
    ['data that name a column', 'champ|sens|exemple\nnom|le nom|A\nmontant|la somme|1', 0, 0],
    ['data that name two columns of five', 'a|b|c|d|e\nnom|x|objet|1|2', 0, 0],
    ['unknown labels, wider data with one word', 'a|b\nx|y|nature', 0, 0],
    ['one column', 'x\nnom\nA', 0, 0],
    ['all blank', '||\n\n ', -1, 0],
    ['no row', '', -1, 0],
  ])('%s', (_, text, header, titles) => {
    expect(detectHeaderRow(rowsOf(text), knows)).toEqual({ header, titles })
  })
})
