// What to do about a request that could not be carried out: one sentence or two, exit code 2.

import type { Detail, Details } from '../../core/diagnostic.js'
import type { RequestFault } from '../../core/error.js'
import { columnLetters } from '../columnLetters.js'
import { bare, listOf, lookUp, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { badConfiguration } from './configurationFaults.js'
import { notDownloaded } from './notices.js'
import { packageRequests } from './packageRequests.js'
import { allFiltered, runRequests } from './runRequests.js'
import { list, number, quote, someOf } from './words.js'

const PATH_WIDTH = 300
const path = (details: Details): string =>
  details.path === '-' ? "l'entrée standard" : `« ${shorten(textOf(details.path), PATH_WIDTH) || '(vide)'} »`
/** At the start of a sentence. */
const subject = (details: Details): string => (details.path === '-' ? "L'entrée standard" : path(details))
const file = (details: Details): string => (details.path === '-' ? "L'entrée standard" : `Le fichier ${path(details)}`)
/** Where the fault of a list of known faults is. */
function baselinePlace({ line, name, entry, key, nearest, missing }: Details): string {
  if (isGiven(line)) return ` (faute à la ligne ${number(Number(line))})`
  if (!isGiven(name)) return ''
  const place = `${quote(name)}${isGiven(entry) ? `, faute ${number(Number(entry))}` : ''}`
  if (isGiven(missing)) return ` (${place} : il manque ${quote(missing)})`
  if (!isGiven(key)) return ` (${place})`
  return ` (${place} : ${quote(key)} ${isGiven(nearest) ? `inconnu, vouliez-vous ${quote(nearest)} ?` : 'est inconnu ou mal écrit'})`
}

const reason = (details: Details): string => (textOf(details.reason) === '' ? '' : ` (${shorten(textOf(details.reason), PATH_WIDTH)})`)
const isGiven = (detail: Detail): boolean => detail !== undefined && detail !== ''
const didYouMean = (nearest: Detail): string => (isGiven(nearest) ? ` Vouliez-vous dire ${quote(nearest)} ?` : '')
const see = (help: Detail): string => (isGiven(help) ? ` Voir ${bare(help)}.` : '')
const choices = (known: Detail): string => (listOf(known).length === 0 ? '' : ` Possibles : ${someOf(listOf(known))}.`)

const UNREADABLE: Readonly<Record<string, string>> = {
  EISDIR: "c'est un dossier, pas un fichier",
  EBUSY: 'il est ouvert dans un autre programme ; fermez-le et recommencez',
  EMFILE: 'trop de fichiers sont ouverts à la fois',
  EIO: 'le disque ne répond pas',
  ENXIO: "ce n'est pas un fichier",
  ELOOP: "c'est un lien qui ramène à lui-même",
  'broken-link': "c'est un lien vers un fichier qui n'existe pas",
  'name-encoding': "son nom n'est pas écrit en UTF-8 ; renommez-le",
}

const NOT_WRITTEN: Readonly<Record<string, (details: Details) => string>> = {
  'no-such-folder': ({ folder }) => `le dossier ${quote(folder)} n'existe pas. Créez-le, ou choisissez-en un autre.`,
  'not-folder': ({ folder }) => `${quote(folder)} n'est pas un dossier. Choisissez un autre endroit.`,
  'is-folder': () => "c'est un dossier. Donnez aussi un nom de fichier.",
  'no-permission': () => "vous n'avez pas le droit d'écrire à cet endroit. Choisissez un autre dossier.",
  'read-only': () => 'ce disque est en lecture seule. Choisissez un autre dossier.',
  'no-space': () => "il n'y a plus de place sur le disque. Libérez-en, ou choisissez un autre disque.",
  busy: () => 'le fichier est ouvert dans un autre programme, sans doute votre tableur. Fermez-le et recommencez.',
}

const EXPECTED: Readonly<Record<string, string>> = {
  integer: 'Il faut un nombre entier, par exemple 1000.',
  shard: 'Il faut une part et leur nombre, par exemple 1/4 pour la première de quatre.',
  seconds: 'Il faut un nombre de secondes, par exemple 30 ou 0,5.',
  size: 'Il faut une taille, par exemple 500000, 16M ou 2G.',
  character: 'Il faut un seul caractère ; pour la tabulation, écrivez « tab ».',
  value: 'Donnez-lui une valeur.',
  path: 'Un seul rapport peut aller à l’écran : donnez aux autres un fichier, par exemple --report json=rapport.json.',
  url: 'Il faut une adresse web, par exemple https://schema.data.gouv.fr.',
  'other-place': 'Ce serait écraser un fichier à convertir. Choisissez un autre nom, ou un autre dossier.',
  'own-place': "C'est là que s'écrit le tableau lui-même. Donnez à la liste des changements un autre nom.",
  assignment: 'Écrivez le champ, le signe = et la valeur, par exemple --set idAttribuant=21950999900013.',
  lookup:
    'Écrivez par exemple --lookup idBeneficiaire=associations.csv:nomBeneficiaire,siret : le champ, le tableau, sa colonne de clé et sa colonne de valeur.',
  rule: 'Écrivez le code, le signe = et la sévérité (off, info, warning ou error), par exemple --rule header/extra-column=off.',
  baseline: 'Dites dans quel fichier : --baseline scdl.baseline.json, ou la clé « baseline » de la configuration.',
  table: 'Le schéma décrit un document JSON, et non un tableau dont les cellules se marquent.',
  'annotated-file': 'Donnez un fichier qui finit par .xlsx ou par .csv.',
  'other-file': 'Ce serait écraser le fichier à vérifier. Choisissez un autre nom pour le rapport.',
}

const LIMITS: Readonly<Record<string, { what: string; cause?: string; option?: string; unit: 'bytes' | 'count' | 'times' | 'seconds' }>> = {
  sourceBytes: { what: 'le fichier téléchargé est plus gros', unit: 'bytes' },
  schemaBytes: { what: 'le schéma est plus gros', unit: 'bytes' },
  schemaParts: { what: 'le schéma a plus de parties', unit: 'count' },
  schemaSteps: { what: 'le schéma renvoie à lui-même plus souvent, pour vérifier une seule valeur,', unit: 'times' },
  schemaDocuments: { what: 'le schéma renvoie à plus de documents', unit: 'count' },
  resources: { what: 'le paquet de données a plus de tableaux', unit: 'count' },
  jsonDepth: { what: 'le document emboîte plus de niveaux', unit: 'count' },
  documentBytes: { what: 'le document, qui ne peut être lu par morceaux avec ce schéma, est plus gros', unit: 'bytes' },
  reportBytes: { what: 'le rapport est plus gros', unit: 'bytes' },
  schemaDepth: { what: 'le schéma emboîte plus de niveaux', unit: 'count' },
  recordBytes: {
    what: 'une ligne du fichier est plus longue',
    cause: " C'est souvent un guillemet qui ne se ferme pas.",
    option: '--max-record-size',
    unit: 'bytes',
  },
  fields: { what: 'le schéma a plus de colonnes', unit: 'count' },
  enumValues: { what: 'le schéma énumère plus de valeurs', unit: 'count' },
  entries: { what: "l'archive contient plus de fichiers", unit: 'count' },
  directoryBytes: { what: "la table des matières de l'archive est plus grosse", unit: 'bytes' },
  archiveBytes: { what: "l'archive est plus grosse", unit: 'bytes' },
  oldWorkbookBytes: {
    what: 'ce classeur .xls ou .xlsb est plus gros',
    cause: ' Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx : scdl lit ce format quelle que soit sa taille.',
    unit: 'bytes',
  },
  taskBytes: {
    what: 'la lecture de ce classeur demande plus de mémoire',
    cause: ' Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx.',
    unit: 'bytes',
  },
  taskSeconds: {
    what: 'la lecture de ce classeur prend plus de temps',
    cause: ' Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx.',
    unit: 'seconds',
  },
  pageBytes: { what: 'cette page web est plus grosse', unit: 'bytes' },
  sheets: { what: 'le classeur a plus de feuilles', unit: 'count' },
  rows: { what: 'la feuille a plus de lignes', unit: 'count' },
  cells: { what: 'la feuille a plus de cellules', unit: 'count' },
  sharedStringBytes: { what: 'les textes du classeur sont plus gros', unit: 'bytes' },
  tagBytes: { what: 'une balise du classeur est plus longue', unit: 'bytes' },
  depth: { what: 'le classeur emboîte plus de niveaux', unit: 'count' },
  knownFaults: { what: 'les fautes à retenir sont plus nombreuses', unit: 'count' },
  knownFaultsBytes: { what: 'la liste des fautes connues est plus grosse', unit: 'bytes' },
  configurationBytes: { what: 'la configuration est plus grosse', unit: 'bytes' },
  configurationValues: { what: 'la configuration contient plus de valeurs', unit: 'count' },
  keyBytes: { what: 'les clés à retenir sont plus grosses', unit: 'bytes' },
  columns: { what: 'une ligne du fichier a plus de cellules', option: '--max-columns', unit: 'count' },
  inflatedBytes: { what: 'le fichier décompressé est plus gros', option: '--max-inflated-size', unit: 'bytes' },
  inflationRatio: { what: 'le fichier grossit plus, une fois décompressé,', option: '--max-inflation-ratio', unit: 'times' },
}

/** `path`: the labels of this file were looked at. */
function schemaRequired(details: Details): string {
  const [first] = listOf(details.candidates)
  if (details.path === undefined) return `Avec quel schéma faut-il vérifier ? Par exemple : --schema subventions.${choices(details.known)}`
  const example = `Indiquez-le, par exemple --schema ${shorten(first ?? 'subventions', 60)}.`
  if (details.unreadable === true)
    return `${subject(details)} n'est pas un tableau lisible : aucun schéma ne peut y être reconnu. Voir scdl inspect.`
  if (first === undefined) return `Les titres des colonnes de ${path(details)} ne disent pas avec quel schéma vérifier. ${example}`
  return `Les titres des colonnes de ${path(details)} ne suffisent pas à choisir un schéma. Les plus proches : ${list(
    listOf(details.candidates).map((name) => shorten(name, 60)),
  )}. ${example}`
}

function limitExceeded(details: Details): string {
  const limit = lookUp(LIMITS, details.limit)
  const value = Number(details.value)
  const amount = Number.isNaN(value)
    ? ''
    : limit?.unit === 'bytes'
      ? ` (${bytes(value)})`
      : ` (${number(value)}${limit?.unit === 'times' ? ' fois' : limit?.unit === 'seconds' ? ' secondes' : ''})`
  if (limit === undefined) return `Une limite de sûreté est dépassée : ${quote(details.limit)}${amount}.`
  const row = details.row === undefined ? '' : ` à la ligne ${number(Number(details.row))}`
  const place = isGiven(details.path) ? ` dans ${path(details)}` : ''
  const way = limit.option === undefined ? '' : ` Si c'est voulu, relevez la limite avec ${limit.option}.`
  return `Arrêt par sûreté${place}${row} : ${limit.what} que la limite${amount}.${limit.cause ?? ''}${way}`
}

function bytes(value: number): string {
  const units = ['octets', 'Ko', 'Mo', 'Go', 'To']
  const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10))
  return `${number(Math.round((value / 2 ** (10 * power)) * 10) / 10)} ${units[power]}`
}

function unknownSchema(details: Details): string {
  const versions = listOf(details.versions)
  if (versions.length > 0) {
    return `Le schéma ${quote(details.name ?? details.ref)} n'a pas cette version (${quote(details.ref)}). Versions connues : ${versions.map((v) => shorten(v, 20)).join(', ')}.`
  }
  const known = listOf(details.known)
  const fallback = known.length === 0 ? '' : ` Schémas connus : ${list(known.slice(0, 12).map((name) => shorten(name, 60)))}.`
  return `Aucun schéma ne s'appelle ${quote(details.ref)}.${didYouMean(details.nearest) || fallback} « scdl schemas search » cherche par mots. Pour un fichier, donnez son chemin, par exemple ./schema.json.`
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  jsonschema: "décrit des documents JSON, pas des tableaux : seule la commande « scdl validate » s'en sert",
  datapackage: 'réunit plusieurs tableaux',
  other: 'est un document de référence : aucun programme ne peut vérifier un fichier avec lui',
}

function schemaType(details: Details): string {
  const title = isGiven(details.title) ? ` (${bare(details.title)})` : ''
  const what = lookUp(OTHER_TYPES, details.type) ?? `est d'un genre que scdl ne connaît pas (${quote(details.type)})`
  const tables = listOf(details.tables)
  const todo = tables.length === 0 ? '' : ` Donnez celui de votre tableau : ${someNames(tables)}.`
  const documentation = isGiven(details.documentation) ? ` Documentation : ${shorten(textOf(details.documentation), PATH_WIDTH)}` : ''
  return `Le schéma ${quote(details.ref)}${title} ${what}.${todo}${documentation}`
}

const someNames = (names: readonly string[]): string =>
  list(
    names.map((name) => shorten(name, 60)),
    'ou',
  )

const NOT_AT_HAND: Readonly<Record<string, string>> = {
  offline: 'Enlevez --offline une fois pour que scdl le télécharge et le garde.',
  ci: "Dans une intégration continue (variable CI), scdl n'interroge le registre qu'avec --refresh.",
}

function nothingToCheck(details: Details): string {
  if (details.kind === 'none' && details.command === 'merge') {
    return 'Quels rapports faut-il réunir ? Par exemple : scdl merge rapports/*.json'
  }
  if (details.kind === 'none' && details.command === 'convert') {
    return 'Quel fichier faut-il convertir ? Par exemple : scdl convert subventions.csv --schema subventions'
  }
  if (details.kind === 'none') {
    return 'Quel fichier faut-il vérifier ? Par exemple : scdl validate subventions.csv --schema subventions. Pour qu’il suffise d’écrire scdl validate, « scdl init » prépare une configuration.'
  }
  if (details.kind === 'configuration') {
    return `La configuration ${path(details)} ne désigne aucun fichier à vérifier ici. Ajoutez des entrées sous « files », ou nommez les fichiers à vérifier.`
  }
  if (details.kind === 'filtered') return allFiltered(details)
  if (details.kind === 'pattern') return `Aucun fichier ne correspond à ${path(details)}.`
  const extensions = listOf(details.extensions)
  return `Le dossier ${path(details)} ne contient aucun tableau à vérifier${extensions.length === 0 ? '' : ` (${list(extensions, 'ou')})`}.`
}

function badOptionValue(details: Details): string {
  const option = bare(details.option)
  const known = listOf(details.known)
  const todo = known.length > 0 ? `${choices(known).trim()}${didYouMean(details.nearest)}` : (lookUp(EXPECTED, details.expected) ?? '')
  if (!isGiven(details.value)) return `L'option ${option} n'a pas de valeur. ${todo}${see(details.help)}`.trim()
  return `L'option ${option} ne peut prendre la valeur ${quote(details.value)}. ${todo}`.trim()
}

const figure = (value: Details[string]): string => (typeof value === 'number' ? number(value) : bare(value))

function workbookLimit(details: Details): string {
  const { limit, value, characters, row, column } = details
  const cell = `La cellule ${columnLetters(typeof column === 'number' ? column : 1)}${bare(row)}`
  if (limit === 'character')
    return `${cell} contient un caractère invisible qu'un classeur ODS ne peut pas tenir : rien n'a été écrit. Ôtez-le, ou écrivez un classeur XLSX ou un CSV.`
  if (limit === 'size') return 'Le tableau est trop grand pour un classeur ODS. Écrivez plutôt un CSV.'
  if (limit === 'cell')
    return `${cell} a ${figure(characters)} caractères, et une cellule de classeur en tient ${figure(value)} au plus : rien n'a été coupé ni écrit. Écrivez plutôt un CSV.`
  return `Le tableau a plus de ${figure(value)} colonnes, et un classeur n'en tient pas davantage. Écrivez plutôt un CSV.`
}

export const requests: { readonly [F in RequestFault]: (details: Details) => string } = {
  ...runRequests,
  ...packageRequests,
  'no-such-file': (details) => `Le fichier ${path(details)} n'existe pas.${didYouMean(details.nearest)}`,
  'no-permission': (details) =>
    `Vous n'avez pas le droit de lire ${path(details)}. Copiez-le dans un dossier à vous, ou demandez ce droit.`,
  'read-failed': (details) => {
    const why = lookUp(UNREADABLE, details.reason)
    return why === undefined
      ? `${file(details)} n'a pu être lu${details.path === '-' ? 'e' : ''}${reason(details)}.`
      : `${file(details)} n'a pu être lu${details.path === '-' ? 'e' : ''} : ${why}.`
  },
  'nothing-to-check': nothingToCheck,
  'unknown-schema': unknownSchema,
  'ambiguous-schema': (details) =>
    `Plusieurs schémas s'appellent ${quote(details.ref)} : ${list(
      listOf(details.candidates).map((name) => shorten(name, 60)),
      'ou',
    )}. Donnez le nom entier, par exemple --schema ${shorten(listOf(details.candidates)[0] ?? 'scdl/subventions', 60)}.`,
  'schema-not-json': (details) =>
    `Le schéma${isGiven(details.path) ? ` ${path(details)}` : ''} n'est pas du JSON lisible${details.line === undefined ? '' : ` (faute à la ligne ${number(Number(details.line))})`}. Corrigez-le, ou téléchargez-le à nouveau.`,
  'schema-not-table-schema': (details) =>
    `Le schéma${isGiven(details.path) ? ` ${path(details)}` : ''} ne décrit pas un tableau : il lui faut une liste de colonnes, sous le nom « fields ».`,
  'json-schema-refused': (details) =>
    `Le schéma${isGiven(details.path) ? ` ${path(details)}` : ''} ne peut servir à vérifier du JSON${reason(details)}. C'est à ses auteurs de le corriger.`,
  'schema-reference': (details) =>
    `Le schéma${isGiven(details.path) ? ` ${path(details)}` : ''} renvoie à ${quote(details.reference)}, que scdl ne va pas chercher : seuls les documents du registre sont suivis. Réunissez le tout dans un seul fichier, sous « definitions ».`,
  'schema-type': schemaType,
  'schema-not-at-hand': (details) =>
    `Le schéma ${quote(details.ref)} n'est ni fourni avec scdl, ni gardé d'un téléchargement précédent. ${lookUp(NOT_AT_HAND, details.why) ?? ''}`.trim(),
  'download-failed': (details) => `${subject(details)} n'a pu être téléchargé : ${notDownloaded(details)}`,
  'private-address': (details) =>
    `${subject(details)} mène à une machine de votre réseau (${bare(details.host)}), que scdl n'interroge pas pour un schéma venu d'ailleurs. Téléchargez le fichier et donnez son chemin ; si c'est votre registre, nommez-le avec --registry.`,
  'conflicting-options': (details) => `Les options ${list(listOf(details.options))} se contredisent. Gardez-en une.`,
  'schema-required': schemaRequired,
  'unknown-command': (details) =>
    `La commande ${quote(details.command)} n'existe pas.${didYouMean(details.nearest) || choices(details.known)}`,
  'unknown-option': (details) => `L'option ${quote(details.option)} n'existe pas.${didYouMean(details.nearest)}${see(details.help)}`,
  'missing-argument': (details) => `Il manque quelque chose après la commande : ${bare(details.argument)}.${see(details.help)}`,
  'unexpected-argument': (details) =>
    `La commande ne prend pas d'argument de plus : ${quote(details.argument)}. Un nom de plusieurs mots se met entre guillemets.${see(details.help)}`,
  'bad-option-value': badOptionValue,
  'unknown-encoding': (details) =>
    `L'encodage ${quote(details.value ?? details.encoding)} n'est pas connu. Essayez sans --encoding : scdl le reconnaît seul ; sinon utf-8, windows-1252, iso-8859-15, utf-16le, macintosh ou cp850.`,
  'unsupported-format': (details) =>
    `${isGiven(details.path) ? subject(details) : 'Ce fichier'} : ce format n'est pas encore lu${isGiven(details.format) ? ` (${quote(details.format)})` : ''}. Enregistrez le tableau en CSV UTF-8.`,
  'unsupported-source': (details) =>
    `L'adresse ${path(details)} ne peut pas être lue : scdl lit celles qui commencent par https:// ou http://. Téléchargez le fichier, puis donnez son chemin.`,
  'limit-exceeded': limitExceeded,
  'write-failed': (details) => {
    const why = lookUp(NOT_WRITTEN, details.reason)
    const target = details.path === '-' ? 'La sortie standard' : `Le fichier ${path(details)}`
    return why === undefined
      ? `${target} n'a pu être écrit${details.path === '-' ? 'e' : ''}${reason(details)}.`
      : `${target} n'a pu être écrit${details.path === '-' ? 'e' : ''} : ${why(details)}`
  },
  'file-exists': (details) => `Le fichier ${path(details)} existe déjà. Donnez un autre nom, ou ajoutez --force pour le remplacer.`,
  'unknown-field': (details) =>
    `Le schéma n'a pas de champ ${quote(details.field)}.${didYouMean(details.nearest) || choices(details.known)}`,
  'value-refused': (details) =>
    `La valeur ${quote(details.value)} donnée pour ${bare(details.field)} ne convient pas à ce champ. Voyez ce qu'il attend dans la documentation du schéma.`,
  'unknown-column': (details) =>
    `${isGiven(details.path) ? file(details) : 'Le tableau'} n'a pas de colonne ${quote(details.column)}.${didYouMean(details.nearest) || choices(details.known)}`,
  'same-output': (details) =>
    `Plusieurs fichiers s'écriraient au même endroit, ${path(details)} : ${list(listOf(details.sources).map((name) => shorten(name, 60)))}. Convertissez-les séparément.`,
  'one-output': (details) =>
    details.option === '--annotate'
      ? `L'option --annotate écrit un seul tableau, et il y en a ${isGiven(details.files) ? number(Number(details.files)) : 'plusieurs'} à vérifier. Vérifiez-les un par un.`
      : `L'option ${bare(details.option)} nomme un seul fichier, et il y en a ${isGiven(details.files) ? number(Number(details.files)) : 'plusieurs'} à convertir. Donnez plutôt un dossier : --out-dir.`,
  'no-geometry': () =>
    'Aucune colonne du schéma ne dit où sont les lignes : il faut une colonne de points ou de formes (geopoint, geojson), ou une longitude et une latitude. Écrivez plutôt un CSV, un JSON ou un classeur.',
  'workbook-limit': workbookLimit,
  'bad-mapping': (details) =>
    `${subject(details)} ne dit pas quelle colonne est quel champ. Il faut un CSV de deux colonnes, le titre de la colonne puis le nom du champ, ou un objet JSON { "titre": "champ" }.`,
  'one-source': (details) =>
    `${subject(details)} contient ${isGiven(details.sources) ? number(Number(details.sources)) : 'plusieurs'} fichiers. Donnez-en un seul${isGiven(details.first) ? `, par exemple ${quote(details.first)}` : ''}.`,
  'bad-configuration': badConfiguration,
  'unmatched-file': (details) =>
    `${subject(details)} n'est désigné par aucune entrée de ${bare(details.configuration)}. Ajoutez-lui une entrée sous « files », ou donnez --schema.`,
  'no-schema-recognised': (details) =>
    `Aucun des tableaux de ${path(details)} ne montre par ses titres de colonnes quel schéma il suit${isGiven(details.files) ? ` (${number(Number(details.files))} regardés)` : ''}. « scdl schemas search » cherche un schéma par mots.`,
  'no-baseline': (details) =>
    `La liste des fautes connues ${path(details)} n'existe pas encore. Pour l'écrire : scdl validate --update-baseline, avec les mêmes fichiers.`,
  'bad-baseline': (details) =>
    `${subject(details)} n'est pas une liste de fautes connues${baselinePlace(details)}. Corrigez-la, ou supprimez-la et écrivez-la à nouveau avec --update-baseline.`,
  'no-such-sheet': (details) =>
    listOf(details.known).length === 0
      ? `Ce fichier n'est pas un classeur : il n'a pas de feuille ${quote(details.sheet)}. Ôtez --sheet.`
      : `Le classeur n'a pas de feuille ${quote(details.sheet)}.${choices(details.known)}`,
  'header-row-not-found': (details) =>
    `La ligne ${quote(details.row ?? details.headerRow ?? details.value)} donnée comme en-tête n'existe pas ou est vide dans ce fichier. Vérifiez --header-row.`,
}
