// What stands around the findings in reports other than the one of the terminal, in French.
import type { PageWords } from '../pageWords.js'
import { count, number, plural } from './words.js'

const UNITS = ['octets', 'Ko', 'Mo', 'Go'] as const

export const page: PageWords = {
  title: 'Rapport de validation',
  made: (version, date) =>
    date === undefined
      ? `Établi par scdl ${version}`
      : `Établi par scdl ${version} le ${date.toLocaleDateString('fr-FR', { dateStyle: 'long' })} à ${date.toLocaleTimeString('fr-FR', { timeStyle: 'short' })}`,
  toContent: 'Aller au contenu',
  verdict: 'Verdict',
  verdicts: { valid: 'Conforme', convertible: 'Tout se corrige', invalid: 'Non conforme' },
  severities: { error: 'erreur', warning: 'avertissement', info: 'information' },
  severityNames: { error: 'Erreurs', warning: 'Avertissements', info: 'Informations' },
  repairable: 'Cellules avec une valeur proposée',
  errors: (errors) => count(errors, 'erreur'),
  warnings: (warnings) => count(warnings, 'avertissement'),
  infos: (infos) => count(infos, 'information'),
  findings: (findings) => count(findings, 'constat'),
  outOf: (part, whole) => `${number(part)} sur ${number(whole)}`,
  size(bytes) {
    const unit = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
    const value = bytes / 1000 ** unit
    return `${number(unit === 0 || value >= 10 ? Math.round(value) : Math.round(value * 10) / 10)}\u00a0${UNITS[unit]}`
  },
  listSeparator: ';',
  folder: 'Dossier',
  columns: {
    file: 'Fichier',
    severity: 'Gravité',
    title: 'Constat',
    place: 'Cellule',
    row: 'Ligne',
    lastRow: 'Dernière ligne',
    column: 'Colonne',
    field: 'Intitulé',
    cell: 'Valeur lue',
    suggestion: 'À écrire',
    message: 'Explication',
    code: 'Code',
    page: "Page d'aide",
  },

  parts: {
    files: 'Fichiers',
    todo: "Ce qu'il faut faire",
    columns: 'Colonnes',
    rows: 'Lignes fautives',
    findings: 'Liste des constats',
    explained: 'Les constats expliqués',
  },
  schema: {
    title: 'Schéma',
    titleTerm: 'Titre',
    name: 'Nom',
    version: 'Version',
    origin: 'Origine',
    origins: {
      shipped: 'fourni avec scdl',
      cache: 'registre schema.data.gouv.fr, copie gardée par scdl',
      registry: 'registre schema.data.gouv.fr',
      path: 'fichier',
      url: 'adresse web',
      inline: 'donné par le programme',
    },
    newer: (version) => `La version ${version} est plus récente.`,
    documentation: 'Documentation',
  },
  file: {
    title: 'Fichier',
    name: 'Nom',
    rows: 'Lignes',
    columns: 'Colonnes',
    size: 'Taille',
    rightRows: 'Lignes justes',
  },
  table: {
    column: 'Colonne',
    label: 'Intitulé',
    filled: 'Cellules remplies',
    invalid: 'Cellules fausses',
    faults: 'Constats',
    outside: 'hors du schéma',
    absent: 'absente, facultative',
    absentRequired: 'absente, obligatoire',
    times: (times, title) => (times > 1 ? `${title} (${number(times)})` : title),
  },
  rows: {
    row: 'Ligne',
    shown: (shown, all) =>
      shown < all
        ? `Les ${number(shown)} premières sur ${number(all)}, telles qu'elles sont dans le fichier. Ce qui est faux est marqué et expliqué.`
        : `${plural(all, "Elle est montrée telle qu'elle est", "Elles sont montrées telles qu'elles sont")} dans le fichier. Ce qui est faux est marqué et expliqué.`,
    allColumns: 'Montrer aussi les colonnes sans faute',
    faulty: 'à revoir',
  },
  filter: {
    title: 'Filtrer la liste',
    search: 'Chercher',
    severity: 'Gravité',
    fault: 'Constat',
    suggestion: 'Correction',
    all: 'Tout',
    withSuggestion: 'Avec une valeur proposée',
    withoutSuggestion: 'Sans valeur proposée',
    reset: 'Tout montrer',
    shown: (all) => `Constats montrés : # sur ${number(all)}.`,
    none: 'Aucun constat ne répond à ces choix.',
  },
  printed: (rows) => `Seules les ${number(rows)} premières lignes de ce tableau sont imprimées. L'écran les montre toutes.`,
  cut: (shown, all) =>
    `Seuls les ${number(shown)} premiers constats sont détaillés ici, sur ${number(all)}. Les nombres donnés plus haut, eux, comptent tout.`,
  textCut: (characters) => ` […] (coupé ici : ${count(characters, 'caractère')} en tout)`,
  listCut: (left) => `La liste s'arrête ici : ${count(left, "autre constat n'est pas détaillé", 'autres constats ne sont pas détaillés')}.`,
  pageFull: "La suite ne tient pas ici : le rapport s'arrête là.",
  moreFiles: (files) => `… et ${count(files, 'autre fichier', 'autres fichiers')}`,
  alike: (alike) => `${count(alike, 'autre constat semblable', 'autres constats semblables')} dans ce fichier.`,
  moreAnnotations: (left) =>
    `${count(left, "autre sorte de constat n'est pas montrée", 'autres sortes de constats ne sont pas montrées')} : le rapport complet en donne la liste.`,
  explained: (page) => `Explications et exemples : ${page}`,
  tests: { file: 'Fichier', header: 'En-tête', rows: 'Lignes', values: 'Valeurs' },
  wholeTable: 'tout le fichier',
  rowRange: (first, last) => `lignes ${number(first)} à ${number(last)}`,
  afterRenaming: "une fois l'en-tête corrigé",
}
