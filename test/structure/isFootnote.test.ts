import { describe, expect, it } from 'vitest'
import { isFootnote } from '../../src/structure/isFootnote.js'

describe('isFootnote', () => {
  it.each([
    'Source : DGFiP||',
    '|Sources: Insee, 2023|',
    'Source. Service des finances||',
    '* montants arrondis||',
    '** hors taxes||',
    '(1) hors taxes||',
    'N.B. : données provisoires||',
    'NB: données provisoires||',
    'Nota bene : voir au verso||',
    'Note : provisoire||',
  ])('%s', (row) => {
    expect(isFootnote(row.split('|'))).toBe(true)
  })

  it.each(['Source Vive||', 'Notes en bulle||', 'Source : DGFiP||12', 'Source : DGFiP|', 'Note', '(1)||', '*||', 'NBA Toulouse||', '||'])(
    'not %s',
    (row) => {
      expect(isFootnote(row.split('|'))).toBe(false)
    },
  )
})
