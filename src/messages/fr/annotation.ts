// A table given back with its findings, in French.
import type { AnnotationWords } from '../annotationWords.js'
import { count } from './words.js'

export const annotation: AnnotationWords = {
  columns: ['Gravité', 'Constats', 'À écrire'],
  table: 'tableau',
  summary: 'résumé',
  at: (place, sentence) => `${place} : ${sentence}`,
  put: (place, value) => `${place} → ${value}`,
  counts: ['Gravité', 'Constat', 'Intitulé', 'Nombre', 'Avec une valeur proposée'],
  legend: {
    title: 'Couleurs',
    wrong: 'Cellule fausse : le fichier ne peut être publié ainsi.',
    doubtful: 'Avertissement : à regarder, le fichier peut être publié ainsi.',
  },
  how: "Corrigez les cellules en couleur : la note de chacune dit ce qui ne va pas et ce qu'il faut écrire. Les mêmes explications sont dans les trois dernières colonnes, qui ne font pas partie de vos données : ôtez-les avant de publier, ou reportez vos corrections dans le fichier d'origine.",
  notesCut: (notes) =>
    `Seules les ${count(notes, 'première cellule en couleur a sa note', 'premières cellules en couleur ont leur note')}, pour que le tableur reste rapide. Les explications des autres sont à droite de leur ligne.`,
  general: 'Le tableau dans son ensemble',
}
