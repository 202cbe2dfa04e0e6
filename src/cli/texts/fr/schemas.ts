// The help of `scdl schemas` in French.
import type { SchemasTexts } from '../schemasTexts.js'

const REF = "un nom (subventions, scdl/subventions@2.1.1), le chemin d'un fichier .json, ou une adresse web"

export const schemas: SchemasTexts = {
  summary: 'trouver un schéma, le lire, le comparer, le vérifier',
  description: `Les schémas de schema.data.gouv.fr : les trouver, les lire, les comparer,
vérifier le sien.

Le registre est consulté une fois par jour au plus ; sans réseau, les schémas
fournis avec scdl et ceux déjà téléchargés servent.`,
  after: `
Exemples :
  scdl schemas search vélo
  scdl schemas fields subventions
  scdl schemas template subventions --out modele.csv`,
  commands: {
    list: { summary: 'lister les schémas', after: '\nExemple :\n  scdl schemas list' },
    search: {
      summary: 'chercher des schémas par mots',
      arguments: ['mots à trouver dans le nom, le titre ou la description'],
      after: '\nExemple :\n  scdl schemas search aire covoiturage',
    },
    show: { summary: 'résumer un schéma', arguments: [REF], after: '\nExemple :\n  scdl schemas show subventions' },
    fields: {
      summary: "dire ce qu'attend chaque colonne",
      arguments: [REF],
      after: '\nExemple :\n  scdl schemas fields subventions@2.1.1',
    },
    diff: {
      summary: "dire ce qui change d'une version à une autre",
      arguments: [`la version de départ : ${REF}`, "la version d'arrivée, nommée de même"],
      after: '\nExemple :\n  scdl schemas diff subventions@2.0.2 subventions@2.1.1',
    },
    doc: {
      summary: 'écrire la documentation du schéma en une page',
      arguments: [REF],
      after: '\nExemple :\n  scdl schemas doc subventions --format html --out subventions.html',
    },
    update: {
      summary: 'télécharger le catalogue et les dernières versions',
      description: `Télécharge le catalogue, et la dernière version des schémas fournis avec scdl ou
déjà gardés sur cet ordinateur ; ou de ceux qui sont nommés. Ensuite, scdl les lit
sans réseau.`,
      arguments: ['noms de schémas à garder aussi'],
      after: '\nExemples :\n  scdl schemas update\n  scdl schemas update etalab/schema-sdirve\n  scdl schemas update --all',
    },
    lint: {
      summary: 'vérifier un schéma, pour ceux qui en écrivent',
      description: `Vérifie un schéma : Table Schema, contrôles de Validata, règles du registre, et
les fautes que l'on rencontre.

Code de sortie : 0 s'il est valide, 1 s'il a des erreurs, 2 s'il n'a pu être lu.`,
      arguments: [REF],
      after: '\nExemple :\n  scdl schemas lint schema.json',
    },
    template: {
      summary: 'écrire un tableau vide à remplir',
      description: `Écrit un tableau vide, avec les colonnes du schéma, à ouvrir dans un tableur :
un CSV, ou un classeur si le nom du fichier finit par .xlsx. Le classeur a une
ligne d'exemple, des listes de choix, des colonnes prêtes pour du texte ou des
dates, et une feuille qui dit ce qu'attend chaque colonne.`,
      arguments: [REF],
      after: '\nExemple :\n  scdl schemas template subventions --out subventions.xlsx',
    },
  },
  options: {
    offline: 'ne rien télécharger : seuls servent les schémas fournis ou déjà gardés',
    refresh: "consulter le registre maintenant, même s'il l'a déjà été aujourd'hui",
    registry: 'adresse du registre (ou variable SCDL_REGISTRY) ; https://schema.data.gouv.fr sans cette option',
    json: 'répondre en JSON, pour un programme',
    format: 'forme de la page : markdown ou html',
    out: "fichier à écrire, au lieu de l'écran",
    force: "remplacer le fichier s'il existe déjà",
    all: 'tous les tableaux du registre',
    failOn: 'sortir avec le code 1 aussi pour les avertissements (warning)',
    lang: 'langue des messages : fr ou en (ou variable SCDL_LANG)',
    quiet: "l'essentiel seulement",
    noColor: 'ne pas utiliser de couleurs (ou variable NO_COLOR)',
  },
}
