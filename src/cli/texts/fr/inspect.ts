// The help of `scdl inspect` in French.
import { visible } from '../../../messages/visible.js'
import type { InspectTexts } from '../inspectTexts.js'

export const inspect: InspectTexts = {
  summary: "dire ce qu'est un fichier, ce que contiennent ses colonnes, quel schéma il suit",
  description: `Dit ce qu'est un fichier : format, encodage, séparateur, feuilles, ligne de titres ;
ce que contient chaque colonne ; à quel schéma il ressemble ; ce que data.gouv.fr en
ferait. Rien n'est demandé au réseau.

Code de sortie : 0 si c'est un tableau lisible, 1 si ce n'en est pas un, 2 si la
demande n'a pas pu être exécutée, 3 en cas de défaut de scdl.`,
  source: "fichier, ou - pour l'entrée standard",
  options: {
    json: 'répondre en JSON, pour un programme',
    schemaOut: 'écrire dans ce fichier un schéma déduit du contenu (Table Schema) ; - pour la sortie standard',
    force: "remplacer le fichier du schéma s'il existe déjà",
    sheet: 'feuille à décrire, par son nom ou son rang, au lieu de la choisir',
    quiet: 'une seule ligne, et pas de progression',
  },
  after: `
Exemples :
  scdl inspect subventions.csv
  scdl inspect classeur.xlsx --sheet 2023
  scdl inspect tableau.csv --schema-out schema.json
  cat tableau.csv | scdl inspect - --json`,
  written: (path) => `Schéma déduit, écrit dans ${visible(path)}.`,
}
