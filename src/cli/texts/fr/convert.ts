// The help of `scdl convert` in French.
import type { ConvertTexts } from '../convertTexts.js'

export const convert: ConvertTexts = {
  summary: 'corriger des fichiers et les écrire comme le schéma le demande',
  description: `Corrige des fichiers de données et les écrit comme le schéma le demande : à côté
de subventions.csv, le fichier subventions.scdl.csv, et la liste de tous les
changements, subventions.changements.xlsx. Le fichier d'origine n'est jamais
modifié. Ce qui ne peut être corrigé à coup sûr reste tel quel, et est dit.

Code de sortie : 0 si tous les fichiers écrits sont conformes, 1 si l'un d'eux
ne l'est pas encore, 2 si la demande n'a pas pu être exécutée, 3 en cas de
défaut de scdl.`,
  sources: "fichiers, dossiers, motifs comme 'data/*.csv', adresses web, ou - pour l'entrée standard",
  options: {
    out: 'fichier à écrire, ou - pour la sortie standard',
    outDir: 'dossier où écrire les fichiers, sous le même nom',
    to: "format à écrire : csv, json, ndjson, xlsx, ods, geojson ou parquet ; sans cette option, d'après le nom du fichier à écrire, sinon csv",
    force: "remplacer les fichiers à écrire s'ils existent déjà",
    dryRun: 'ne rien écrire : dire seulement ce qui serait changé',
    diff: 'montrer les changements un par un (les 200 premiers)',
    changes: 'fichier où écrire la liste des changements : classeur XLSX, ou CSV si son nom le dit',
    repair:
      "corrections à faire : lossless (celles qui ne changent pas la valeur), verified (aussi celles qu'un contrôle confirme ; sans cette option), none",
    set: 'valeur à mettre dans les cellules vides ou fausses de ce champ ; peut être répétée',
    lookup:
      'valeurs à prendre dans un autre tableau : sa colonne « value », par sa colonne « key » qui est aussi dans le fichier ; peut être répétée',
    dropExtra: 'ôter les colonnes hors du schéma, au lieu de les garder à la fin',
    mapping: 'CSV ou classeur de deux colonnes (titre de la colonne, champ du schéma) ou objet JSON, qui dit quelle colonne est quel champ',
    writeMapping:
      'fichier (CSV, XLSX ou JSON) où écrire quelle colonne a été prise pour quel champ, à compléter puis à donner avec --mapping',
    acceptGuesses: 'renommer aussi les colonnes dont le nom a sans doute une faute de frappe',
  },
  after: `
Exemples :
  scdl convert subventions.csv --schema subventions
  scdl convert subventions.csv --schema subventions --dry-run --diff
  scdl convert subventions.csv -s subventions --set idAttribuant=21950999900013
  scdl convert data/ --schema subventions --out-dir corriges`,
}
