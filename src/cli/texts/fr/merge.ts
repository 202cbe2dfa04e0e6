// The help of `scdl merge` in French.
import type { MergeTexts } from '../mergeTexts.js'

export const merge: MergeTexts = {
  summary: 'réunir les rapports de plusieurs machines en un seul',
  description: `Réunit des rapports JSON de scdl en un seul : celui, avec son code de sortie,
qu'aurait donné un seul passage sur tous les fichiers.

Code de sortie : celui de scdl validate ; 2 aussi s'il manque une part.`,
  reports: "rapports écrits par scdl validate --report json=…, dossiers ou motifs comme 'rapports/*.json'",
  after: `
Exemple, sur deux machines puis une troisième :
  scdl validate data/ -s subventions --shard 1/2 -r json=rapports/1.json
  scdl validate data/ -s subventions --shard 2/2 -r json=rapports/2.json
  scdl merge rapports/*.json -r html=rapport.html`,
}
