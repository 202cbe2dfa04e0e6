// Recall and precision on the headers of real files of subventions, against a mapping made by hand.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stripLabel } from '../../src/header/foldLabel.js'
import { matchHeader } from '../../src/header/matchHeader.js'
import { testSchema } from './testSchema.js'

const headers = new URL('../../../shared/reference/headers-subventions.jsonl', import.meta.url)

const FIELDS = [
  ...['nomAttribuant', 'idAttribuant', 'dateConvention', 'referenceDecision', 'nomBeneficiaire', 'idBeneficiaire', 'rnaBeneficiaire'],
  ...['objet', 'montant', 'nature', 'conditionsVersement', 'datesPeriodeVersement', 'idRAE', 'notificationUE', 'pourcentageSubvention'],
  ...['dispositifAide'],
]

/** A few frequent ones, to exercise the level; the shipped table is longer. */
const aliases = {
  nomAttribuant: ["Nom de l'attribuant", 'Nom attributaire', 'Attribuant'],
  nomBeneficiaire: ['Nom du bénéficiaire', 'Bénéficiaire', 'Bénéficiaires', 'Nom association', "Nom de l'association", 'Raison sociale'],
  idBeneficiaire: ['SIRET', 'N° SIRET', 'Numéro SIRET', 'SIRET bénéficiaire'],
  dateConvention: ['Date de convention', 'Date de la convention', 'Date de la convention de subvention', 'Date décision'],
  objet: ['Objet de la subvention', 'Objet subvention', 'Objet de la convention', 'SUB_OBJET', 'Objet du dossier'],
  montant: [
    'Montant de la subvention',
    'Montant subvention',
    'Montant total de la subvention',
    'Montant voté',
    'SUB_MONTANT',
    'Subvention',
  ],
  nature: ['Nature de la subvention', 'Nature subvention', 'SUB_NATURE'],
}

describe.skipIf(!existsSync(headers))('real headers (skipped without the shared references)', () => {
  it('finds most of what a careful person found, and hardly anything else', () => {
    const schema = testSchema(FIELDS)
    const byProof = new Map<string, { agreed: number; disagreed: Map<string, number> }>()
    let expected = 0
    let found = 0
    for (const line of readFileSync(headers, 'utf8').trim().split('\n')) {
      const { labels, fields }: { labels: string[]; fields: Record<string, string> } = JSON.parse(line)
      const match = matchHeader(labels, schema, { aliases })
      for (const [field, label] of Object.entries(fields)) {
        const index = FIELDS.indexOf(field)
        const column = match.columnOf[index]!
        expected++
        const proof = match.columns[column]?.proof ?? 'none'
        const counts = byProof.get(proof) ?? { agreed: 0, disagreed: new Map() }
        byProof.set(proof, counts)
        if (column >= 0 && match.columns[column]!.label === stripLabel(label)) {
          found++
          counts.agreed++
        } else {
          const pair = `${field}: ${label.slice(0, 60)} / ${match.columns[column]?.label ?? ''}`
          counts.disagreed.set(pair, (counts.disagreed.get(pair) ?? 0) + 1)
        }
      }
      // Near misses of fields that the person did not map.
      for (const { field, proof, label } of match.columns) {
        if (field === undefined || proof === 'exact' || fields[FIELDS[field]!] !== undefined) continue
        const counts = byProof.get(`${proof}, alone`) ?? { agreed: 0, disagreed: new Map() }
        byProof.set(`${proof}, alone`, counts)
        const pair = `${FIELDS[field]}: ${label}`
        counts.disagreed.set(pair, (counts.disagreed.get(pair) ?? 0) + 1)
      }
    }
    for (const [proof, { agreed, disagreed }] of byProof) {
      console.log(`${proof}: ${agreed} as by hand, otherwise:`, process.env.SCDL_DETAILS === undefined ? sum(disagreed) : disagreed)
    }
    console.log(`${found} of ${expected} found, ${Math.round((found / expected) * 100)} %`)
    expect(found / expected).toBeGreaterThan(0.8)
    for (const proof of ['exact', 'case', 'accents', 'punctuation']) expect([...byProof.get(proof)!.disagreed.keys()]).toEqual([])
    // One file was mapped by hand to "Nom attributaire", beside a "Nom du bénéficiaire" damaged by its encoding.
    expect(sum(byProof.get('distance')!.disagreed)).toBeLessThanOrEqual(1)
  })
})

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}
