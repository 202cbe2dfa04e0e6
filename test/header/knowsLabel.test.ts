import { expect, it } from 'vitest'
import { knowsLabel } from '../../src/header/knowsLabel.js'
import { testSchema } from './testSchema.js'

it('knows names, titles and aliases in any spelling', () => {
  const knows = knowsLabel(testSchema(['nomAttribuant=Qui donne', 'montant']), { aliases: { montant: ['Somme versée'] } })
  for (const label of ['nomAttribuant', 'NOM ATTRIBUANT*', 'qui donne', 'Montant (euros)', 'SOMME VERSEE'])
    expect([label, knows(label)]).toEqual([label, true])
  for (const label of ['', '-', '12', 'Subventions 2023', 'attribuant', 'constructor'])
    expect([label, knows(label)]).toEqual([label, false])
})
