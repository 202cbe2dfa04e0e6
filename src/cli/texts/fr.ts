// The command line in French.
import { config, init } from './fr/configuration.js'
import { convert } from './fr/convert.js'
import { inspect } from './fr/inspect.js'
import { merge } from './fr/merge.js'
import { schemas } from './fr/schemas.js'
import type { Texts } from './texts.js'

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} Mo`

export const fr: Texts = {
  titles: { 'Usage:': 'Utilisation :', 'Options:': 'Options :', 'Commands:': 'Commandes :', 'Arguments:': 'Arguments :' },
  program: {
    description: 'Vérifie les tableaux de données que publient les collectivités. Même verdict que Validata, sans réseau.',
    version: 'afficher la version',
    help: "afficher l'aide",
    helpCommand: "afficher l'aide d'une commande",
    after: `
Exemples :
  scdl validate subventions.csv --schema subventions
  scdl validate --help`,
  },
  commandPlace: '<commande> [options]',
  commandName: 'commande',
  validate: {
    summary: "vérifier des fichiers et dire ce qu'il faut corriger",
    description: `Vérifie des fichiers de données selon un schéma, et dit ce qu'il faut corriger.
Sans fichier nommé, vérifie ceux que désigne la configuration (voir scdl init).

Code de sortie : 0 si tous les fichiers sont conformes, 1 si l'un d'eux ne l'est
pas, 2 si la demande n'a pas pu être exécutée, 3 en cas de défaut de scdl.`,
    sources: "fichiers, dossiers, motifs comme 'data/*.csv', adresses web, ou - pour l'entrée standard",
    options: {
      schema:
        "schéma à respecter, au lieu de celui de la configuration : un nom (subventions, scdl/subventions@2.1.1) ou le chemin d'un fichier .json ; sinon reconnu aux titres des colonnes",
      report:
        "forme du compte rendu : human, json, ndjson, csv, markdown, html, github, gitlab, junit, sarif, validata ou datagouv ; avec =fichier, l'écrit dans ce fichier ; peut être répétée",
      include: "ne garder que les fichiers de ce motif, comme '*.xlsx' ou 'data/**' ; peut être répétée",
      exclude: 'passer les fichiers et les dossiers de ce motif, comme archives ; peut être répétée',
      changedSince: 'ne vérifier que les fichiers modifiés ou ajoutés depuis cet état de git, comme origin/main ou HEAD',
      shard: 'ne vérifier que la part i sur n des fichiers, pour répartir le travail entre machines ; voir scdl merge',
      jobs: 'nombre de fichiers vérifiés à la fois ; choisi selon leur taille sans cette option',
      maxSeconds: 'temps maximal pour un fichier, en secondes ; au-delà, les autres continuent et le code de sortie est 2',
      annotate:
        'fichier .xlsx ou .csv où écrire votre tableau avec, à côté de chaque ligne, ce qui ne va pas ; dans le classeur, les cellules fausses sont en couleur',
      force: "remplacer le fichier de --annotate s'il existe déjà",
      encoding: 'encodage des fichiers, au lieu de le reconnaître : utf-8, windows-1252…',
      delimiter: 'séparateur des colonnes, au lieu de le reconnaître : «,», «;», «|» ou tab',
      quote: 'guillemet qui entoure les cellules, au lieu de le reconnaître, ou none',
      sheet: 'nom ou numéro de la feuille du classeur, au lieu de la chercher',
      headerRow: 'numéro de la ligne des titres de colonnes, au lieu de la chercher',
      ignoreHeaderCase: 'accepter les titres de colonnes en majuscules comme en minuscules',
      maxDiagnostics: 'nombre de constats détaillés par fichier ; 0 pour tous (1000 sans cette option)',
      failOn: 'sortir avec le code 1 aussi pour les avertissements (warning) ou pour un code de constat ; peut être répétée',
      rule: "sévérité d'un code de constat : off, info, warning ou error, comme header/extra-column=off ; peut être répétée",
      baseline: 'liste des fautes déjà connues : seules les nouvelles comptent',
      updateBaseline: 'écrire dans cette liste les fautes trouvées',
      groupBy: 'donner aussi un total par dossier (folder)',
      config: 'configuration à employer, au lieu de la chercher dans ce dossier et au-dessus',
      noConfig: "n'employer aucune configuration",
      noHints: 'ne pas donner les remarques sans effet sur la conformité',
      maxRecordSize: "taille maximale d'une ligne du tableau, comme 16M (16M sans cette option)",
      maxColumns: 'nombre maximal de colonnes (16384 sans cette option)',
      maxInflatedSize: "taille maximale d'un fichier une fois décompressé, comme 16G (16G sans cette option)",
      maxInflationRatio: 'rapport maximal entre taille décompressée et taille compressée (1000 sans cette option)',
      offline: 'ne rien télécharger : seuls servent les schémas fournis ou déjà gardés',
      refresh: "consulter le registre maintenant, même s'il l'a déjà été aujourd'hui",
      registry: 'adresse du registre (ou variable SCDL_REGISTRY) ; https://schema.data.gouv.fr sans cette option',
      lang: 'langue des messages : fr ou en (ou variable SCDL_LANG)',
      quiet: 'une seule ligne par fichier, et pas de progression',
      noColor: 'ne pas utiliser de couleurs (ou variable NO_COLOR)',
    },
    after: `
Exemples :
  scdl validate
  scdl validate subventions.csv --schema subventions
  scdl validate data/ --schema scdl/subventions@2.1.1
  scdl validate 'data/*.csv' --schema ./schema.json --report json=rapport.json
  scdl validate subventions.csv --schema subventions --annotate a-corriger.xlsx
  cat subventions.csv | scdl validate - --schema subventions --report json`,
  },
  convert,
  inspect,
  init,
  config,
  merge,
  schemas,
  complaint: (sentence) => `scdl : ${sentence}`,
  defect: 'Ceci est un défaut de scdl, pas de vos données. Merci de le signaler avec le texte ci-dessus.',
  progress(name, readBytes, share) {
    const done = share === undefined ? megabytes(readBytes) : `${Math.floor(share * 100)} %`
    return `Lecture de ${name === '-' ? "l'entrée standard" : name} : ${done}`
  },
  runProgress: (done, files, share) =>
    `${done} ${done < 2 ? 'fichier vérifié' : 'fichiers vérifiés'} sur ${files}${share === undefined ? '' : `, ${Math.floor(share * 100)} %`}`,
}
