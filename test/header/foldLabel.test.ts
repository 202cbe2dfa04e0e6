import { describe, expect, it } from 'vitest'
import { foldAccents, foldArticles, foldPunctuation, labelWords, stripLabel } from '../../src/header/foldLabel.js'

describe('stripLabel', () => {
  it.each([
    [' a ', 'a'],
    ['\t\n a b \u00a0\u202f\u3000', 'a b'],
    ['\ufeffa', '\ufeffa'],
    ['\u200ba', '\u200ba'],
    [' \x1c\x85 ', ''],
    ['', ''],
  ])('%j: %j', (label, expected) => {
    expect(stripLabel(label)).toBe(expected)
  })
})

describe('foldAccents', () => {
  it.each([
    ['Libellé', 'libelle'],
    ['Libelle\u0301', 'libelle'],
    ['ŒUVRE', 'oeuvre'],
    ['nom_complet', 'nom_complet'],
  ])('%s: %s', (label, expected) => {
    expect(foldAccents(label)).toBe(expected)
  })
})

describe('foldPunctuation', () => {
  it.each([
    ['nomBeneficiaire', 'nombeneficiaire'],
    ['NOM_BENEFICIAIRE', 'nombeneficiaire'],
    [' "Nom bénéficiaire" * ', 'nombeneficiaire'],
    ['\ufeffnomBeneficiaire', 'nombeneficiaire'],
    ['Montant (euros)', 'montant'],
    ['Montant [en €]', 'montant'],
    ['Date (AAAA-MM-JJ)', 'date'],
    ['Date (jj/mm/aaaa)', 'date'],
    ['Objet (obligatoire)', 'objet'],
    ['Montant (k€)', 'montantk'],
    ['Montant (HT)', 'montantht'],
    ['Nom (association)', 'nomassociation'],
    ['***', ''],
  ])('%s: %s', (label, expected) => {
    expect(foldPunctuation(label)).toBe(expected)
  })
})

describe('labelWords', () => {
  it.each([
    ['nomBeneficiaire', ['nom', 'beneficiaire']],
    ['NOM_BENEFICIAIRE', ['nom', 'beneficiaire']],
    ['Date de début', ['date', 'debut']],
    ['idRAE', ['id', 'rae']],
  ])('%s: %j', (label, expected) => {
    expect(labelWords(label)).toEqual(expected)
  })
})

describe('foldArticles', () => {
  it.each([
    ["Nom de l'attribuant", 'nomattribuant'],
    ['Nom de l’attribuant*', 'nomattribuant'],
    ["Date d'effet", 'dateeffet'],
    ['Date de la convention', 'dateconvention'],
    ['nomAttribuant', 'nomattribuant'],
    ['x_l', 'xl'],
    ['le', 'le'],
    ['Model d', 'modeld'],
  ])('%s: %s', (label, expected) => {
    expect(foldArticles(label)).toBe(expected)
  })
})
