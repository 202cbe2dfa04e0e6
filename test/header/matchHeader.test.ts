import { describe, expect, it } from 'vitest'
import { type MatchOptions, matchHeader } from '../../src/header/matchHeader.js'
import { testSchema } from './testSchema.js'

/** Label → field and proof, of one label in a header of its own or with others. */
function proofs(labels: string[], fields: string[], options?: MatchOptions): string[] {
  const schema = testSchema(fields)
  return matchHeader(labels, schema, options).columns.map(({ label, field, proof }) =>
    field === undefined ? `${label}: -` : `${label}: ${schema.fields[field]!.name} ${proof}`,
  )
}

describe('matchHeader, one label at a time', () => {
  const fields = ['nomBeneficiaire', 'idBeneficiaire', 'prix_ht', 'nom complet', 'dateConvention', 'Libellé', 'x', 'objet']
  it.each([
    ['nomBeneficiaire', 'nomBeneficiaire exact'],
    [' nomBeneficiaire\u00a0', 'nomBeneficiaire exact'],
    ['nombeneficiaire', 'nomBeneficiaire case'],
    ['NOMBENEFICIAIRE', 'nomBeneficiaire case'],
    ['X', 'x case'],
    ['nomBénéficiaire', 'nomBeneficiaire accents'],
    ['Libelle\u0301', 'Libellé accents'],
    ['NOM_BENEFICIAIRE', 'nomBeneficiaire punctuation'],
    ['Nom bénéficiaire*', 'nomBeneficiaire punctuation'],
    ['"nomBeneficiaire"', 'nomBeneficiaire punctuation'],
    ['\ufeffnomBeneficiaire', 'nomBeneficiaire punctuation'],
    ['prix ht', 'prix_ht punctuation'],
    ['nom_complet', 'nom complet punctuation'],
    ['Date convention (AAAA-MM-JJ)', 'dateConvention punctuation'],
    ['objet (obligatoire)', 'objet punctuation'],
    ['Organisme aidé', 'nomBeneficiaire alias'],
    ['ORGANISME AIDE *', 'nomBeneficiaire alias'],
    ["Nom de l'organisme aidé", '-'],
    ['AIDE_ORGANISME', 'nomBeneficiaire alias'],
    ['Organismes aidés', 'nomBeneficiaire alias'],
    ['Organisme aidé 2024', 'nomBeneficiaire alias'],
    ["Indiquer l'organisme aidé (voir la liste en mairie)", 'nomBeneficiaire alias'],
    ['Organisme qu aid', '-'],
    ['Prnom de l lu', '-'],
    ['Responsable dsign', 'nomBeneficiaire alias'],
    ['Responsable d\ufffdsign\ufffd', 'nomBeneficiaire alias'],
    ['prix ht en euros', 'prix_ht alias'],
    ['prix ht k€', '-'],
    ["prix ht (milliers d'euros)", '-'],
    ['2024', '-'],
    ['Nom du bénéficiaire *', 'nomBeneficiaire alias'],
    ['Nom des bénéficaires', 'nomBeneficiaire distance'],
    ['Organisme aidée', '-'],
    ['nomBenecifiaire', 'nomBeneficiaire distance'],
    ['nomBeneficiere', 'nomBeneficiaire distance'],
    ['iBeneficiaire', 'idBeneficiaire distance'],
    ['objets', 'objet distance'],
    ['y', '-'],
    ['rnaBeneficiaire', '-'],
    ['numBeneficiaire', '-'],
    ['nomBeneficiaire2', '-'],
    ['prix', '-'],
    ['', '-'],
    ['***', '-'],
  ])('%s: %s', (label, expected) => {
    const [found] = proofs([label], fields, { aliases: { nomBeneficiaire: ['Organisme aidé', 'Responsable désigné'] } })
    expect(found!.slice(found!.lastIndexOf(': ') + 2)).toBe(expected)
  })
})

describe('matchHeader, between several', () => {
  it.each<[string, string[], string[], string[]]>([
    ['a name wins over a near miss', ['A', 'a'], ['a'], ['A: -', 'a: a exact']],
    ['two equal near misses: neither', ['NOM', 'Nom'], ['nom'], ['NOM: -', 'Nom: -']],
    ['… nor anything coarser', ['NOM', 'Nom', 'Le nom'], ['nom=Le nom'], ['NOM: -', 'Nom: -', 'Le nom: -']],
    ['one label for two fields: neither', ['NOM'], ['nom', 'Nom'], ['NOM: -']],
    ['… unless the other has its column', ['NOM', 'Nom'], ['nom', 'Nom'], ['NOM: nom case', 'Nom: Nom exact']],
    ['the finer likeness first', ['nom_voie', 'NOMVOIE'], ['nomVoie'], ['nom_voie: -', 'NOMVOIE: nomVoie case']],
    ['numbers are not slips', ['adresse2'], ['adresse1'], ['adresse2: -']],
    ['… even beside an exact one', ['adresse1', 'adresse3'], ['adresse1', 'adresse2'], ['adresse1: adresse1 exact', 'adresse3: -']],
    ['short words are not slips', ['numVoie'], ['nomVoie'], ['numVoie: -']],
    ['min is not max', ['valeurMin'], ['valeurMax'], ['valeurMin: -']],
    ['as close to two fields: neither', ['conventionx'], ['conventiona', 'conventionb'], ['conventionx: -']],
    [
      'closer to a field that has its column',
      ['beneficiaire', 'beneficiaires'],
      ['beneficiaire', 'beneficiairesX'],
      ['beneficiaire: beneficiaire exact', 'beneficiaires: -'],
    ],
    ['two slips for one field: neither', ['objets', 'objett'], ['objet'], ['objets: -', 'objett: -']],
    ['the closer of two slips', ['conventionss', 'conventions'], ['convention'], ['conventionss: -', 'conventions: convention distance']],
    ['a title is an alias', ["Nom de l'aidé"], ['nom=Nom de l’aidé'], ["Nom de l'aidé: nom alias"]],
    ['a title that two fields share is none', ['Nom'], ['a=Nom', 'b=Nom'], ['Nom: -']],
  ])('%s', (_, labels, fields, expected) => {
    expect(proofs(labels, fields)).toEqual(expected)
  })

  it.each<[string, string[], string[]]>([
    ['several years: none', ['Montant versé 2023', 'Montant versé 2024'], ['Montant versé 2023: -', 'Montant versé 2024: -']],
    ['who it is by who stands beside', ['Le tiers', 'Aidé'], ['Le tiers: donneur alias', 'Aidé: receveur alias']],
    ['who it is, the other way', ['Le tiers', 'DONNEUR'], ['Le tiers: receveur alias', 'DONNEUR: donneur case']],
    ['nobody beside: neither', ['Le tiers'], ['Le tiers: -']],
  ])('aliases, %s', (_, labels, expected) => {
    const aliases = { donneur: ['Tiers'], receveur: ['Tiers', 'Aidé'], montant: ['Montant versé'] }
    expect(proofs(labels, ['donneur', 'receveur', 'montant'], { aliases })).toEqual(expected)
  })

  it('asks about a label of two fields', () => {
    const schema = testSchema(['donneur', 'receveur', 'montant'])
    const aliases = { donneur: ['Tiers'], receveur: ['Tiers'] }
    expect(matchHeader(['montant', 'Tiers'], schema, { aliases }).contested).toEqual([
      { field: 0, columns: [1] },
      { field: 1, columns: [1] },
    ])
    expect(matchHeader(['montant', 'Tiers', 'donneur'], schema, { aliases }).contested).toEqual([])
  })

  it('binds whatever the case when asked to', () => {
    expect(proofs(['A', 'B', 'é'], ['a', 'b', 'É'], { ignoreCase: true })).toEqual([
      'A: a ignored-case',
      'B: b ignored-case',
      'é: É ignored-case',
    ])
  })

  it('gives columns, duplicates, blanks and disorder', () => {
    const schema = testSchema(['a', 'b', 'c'])
    const facts = (labels: string[], options?: MatchOptions) => {
      const { columnOf, duplicates, blanks, disordered } = matchHeader(labels, schema, options)
      return { columnOf: [...columnOf], duplicates, blanks, disordered }
    }
    const plain = { duplicates: [], blanks: [], disordered: false }
    expect(facts(['a', 'b', 'c'])).toEqual({ ...plain, columnOf: [0, 1, 2] })
    expect(facts(['c', 'b', 'a'])).toEqual({ ...plain, columnOf: [2, 1, 0], disordered: true })
    expect(facts(['C', 'B', 'A'], { ignoreCase: true })).toEqual({ ...plain, columnOf: [2, 1, 0], disordered: true })
    expect(facts(['C', 'B', 'A'])).toEqual({ ...plain, columnOf: [2, 1, 0] })
    expect(facts(['c', 'b', 'a', 'd'])).toEqual({ ...plain, columnOf: [2, 1, 0] })
    expect(facts(['b', 'a'])).toEqual({ ...plain, columnOf: [1, 0, -1] })
    expect(facts(['a', 'b', ' '])).toEqual({ ...plain, columnOf: [0, 1, -1], blanks: [2] })
    expect(facts(['', 'a', ' '])).toEqual({
      columnOf: [1, -1, -1],
      blanks: [0, 2],
      duplicates: [{ label: '', columns: [0, 2] }],
      disordered: false,
    })
    expect(facts(['a', 'a ', 'b', 'c']).duplicates).toEqual([{ label: 'a', columns: [0, 1] }])
    expect(facts(['a', 'a', 'b', 'c'])).toEqual({
      columnOf: [0, 2, 3],
      blanks: [],
      duplicates: [{ label: 'a', columns: [0, 1] }],
      disordered: true,
    })
    expect(facts([])).toEqual({ ...plain, columnOf: [-1, -1, -1] })
  })

  it('survives hostile headers', () => {
    const schema = testSchema(['__proto__', 'constructor', 'montant'])
    const labels = Array.from({ length: 16_000 }, (_, i) => (i % 3 === 0 ? 'MONTANT' : i % 3 === 1 ? `(${' '.repeat(200)}` : `montan${i}`))
    labels.push(`<p>${'montant'.repeat(10_000)}</p>`)
    expect([...matchHeader(['__proto__', ...labels], schema, { aliases: JSON.parse('{"__proto__": ["x"]}') }).columnOf]).toEqual([
      0, -1, -1,
    ])
  })
})
