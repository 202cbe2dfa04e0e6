// What `scdl inspect` says, in French.
import type { FormatFacts } from '../../core/format.js'
import type { GuessedType } from '../../core/inspectionTypes.js'
import { bare, listOf, lookUp } from '../details.js'
import { encodingName } from '../encodingName.js'
import type { InspectionWords } from '../inspectionWords.js'
import { dateForm } from './dates.js'
import { count, list, number, plural, quote } from './words.js'

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'Fichier CSV',
  xlsx: 'Classeur Excel (XLSX)',
  xls: 'Classeur Excel ancien (XLS)',
  ods: 'Classeur OpenDocument (ODS)',
  xlsb: 'Classeur Excel binaire (XLSB)',
  spreadsheetml: 'Classeur Excel 2003 (XML)',
  html: 'Page web',
}

const KINDS: Readonly<Record<string, string>> = {
  empty: 'vide',
  text: 'texte',
  constant: 'une seule valeur',
  category: 'quelques valeurs qui se répètent',
  uuid: 'identifiants UUID',
  email: 'adresses électroniques',
  url: 'adresses web',
  siret: 'numéros SIRET, clé juste',
  siren: 'numéros SIREN, clé juste',
  rna: "numéros RNA d'associations",
  phone: 'numéros de téléphone français',
  'phone-abroad': "numéros de téléphone d'autres pays",
  commune: 'codes Insee de communes',
  postcode: 'codes postaux',
  department: 'codes de départements',
  region: 'codes de régions',
  time: 'heures',
  yearmonth: 'mois écrits aaaa-mm',
  'date-written': 'dates en toutes lettres',
  year: 'années',
  geopoint: 'points géographiques (latitude et longitude)',
  geojson: 'formes géographiques (GeoJSON)',
  object: 'objets JSON',
  array: 'listes JSON',
  identifier: 'identifiants faits de chiffres',
  scientific: 'nombres abrégés par un tableur, dont des chiffres sont perdus',
  integer: 'nombres entiers',
  number: 'nombres à point décimal',
  'decimal-comma': 'nombres à virgule décimale',
  amount: 'montants avec le signe €',
  percent: 'pourcentages',
}

function guess({ kind, type, format, options = {} }: GuessedType): string {
  if (kind === 'boolean') {
    const [yes, no] = [options.trueValues, options.falseValues].map((words) => (Array.isArray(words) ? bare(words[0]) : ''))
    return `${quote(yes)} ou ${quote(no)}`
  }
  if (type === 'date') return `dates écrites ${dateForm(format ?? '%Y-%m-%d') ?? bare(format)}`
  if (type === 'datetime') return format === undefined ? 'dates et heures' : `dates et heures écrites ${dateForm(format) ?? bare(format)}`
  return lookUp(KINDS, kind) ?? bare(type)
}

const separator = (sign: unknown): string => (sign === '\t' ? 'des tabulations' : quote(bare(sign as string)))

function bytesOf(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'octet')
  const [unit, size] = bytes < 1e6 ? ['ko', 1e3] : bytes < 1e9 ? ['Mo', 1e6] : ['Go', 1e9]
  return `${number(Math.round((bytes / size) * 10) / 10)} ${unit}`
}

function file({ name, delimiter, encoding, encodingConfidence, wrapped }: FormatFacts, bytes: number): string {
  const parts = [lookUp(FORMATS, name) ?? name]
  if (wrapped !== undefined) parts[0] += ` compressé (${wrapped})`
  if (delimiter !== undefined) parts.push(`colonnes séparées par ${separator(delimiter)}`)
  if (encoding !== undefined) {
    const sure = encodingConfidence === undefined ? '' : ` (sûr à ${number(Math.round(encodingConfidence * 100))} %)`
    parts.push(`encodage ${encodingName(encoding)}${sure}`)
  }
  return `${[...parts, bytesOf(bytes)].join(', ')}.`
}

const share = (part: number, whole: number): string => {
  const percent = (part / whole) * 100
  return `${number(percent > 99 && percent < 100 ? 99 : percent > 0 && percent < 1 ? 1 : Math.round(percent))} %`
}

const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const inspection: InspectionWords = {
  sections: {
    sheets: 'FEUILLES',
    columns: 'COLONNES',
    schemas: 'SCHÉMA PROBABLE',
    publishing: 'SUR DATA.GOUV.FR',
    next: 'ENSUITE',
  },
  notReadable: (source) => `${source} n'est pas un tableau que scdl sait lire.`,
  file,
  table({ rows, blankRows, longRows, shortRows, headerRow, titleRows, columns }) {
    const sentences = [
      `${count(rows, 'ligne')} et ${count(columns.length, 'colonne')}, titres des colonnes en ligne ${number(headerRow ?? 1)}.`,
    ]
    if (titleRows > 0)
      sentences.push(`Au-dessus, ${count(titleRows, "ligne qui n'est pas du tableau", 'lignes qui ne sont pas du tableau')}.`)
    if (blankRows > 0) sentences.push(`${count(blankRows, 'ligne est vide', 'lignes sont vides')}.`)
    if (longRows > 0) sentences.push(`${count(longRows, 'ligne a', 'lignes ont')} plus de cellules que la ligne de titres.`)
    if (shortRows > 0) sentences.push(`${count(shortRows, 'ligne a', 'lignes ont')} moins de cellules que la ligne de titres.`)
    return sentences.join(' ')
  },
  sheet(name, rows, columns, hidden, inspected) {
    const size = rows === 0 ? 'vide' : `${count(rows, 'ligne')}, ${count(columns, 'colonne')}`
    return `${name} : ${size}${hidden ? ', masquée' : ''}${inspected ? ". C'est elle qui est décrite ici." : ''}`
  },
  fault: (sentence, times) => (times === 1 ? sentence : `${sentence} (${number(times)} fois.)`),
  unnamed: '(sans titre)',
  guess,
  nativeDates: ({ type }) => (type === 'datetime' ? 'dates et heures' : type === 'date' ? 'dates' : 'heures'),
  facts({ filled, distinct, distinctEstimated, values, minimum, maximum }, rows) {
    const sentences: string[] = []
    if (minimum !== undefined && maximum !== undefined && minimum !== maximum) sentences.push(`De ${minimum} à ${maximum}.`)
    if (filled > 0 && filled < rows) sentences.push(`Remplie sur ${count(filled, 'ligne')} (${share(filled, rows)}).`)
    if (distinct > 1 && values === undefined) {
      const about = distinctEstimated ? 'Environ ' : ''
      sentences.push(
        `${about}${number(distinct)} valeurs différentes${distinct === filled && !distinctEstimated ? ', aucune répétée' : ''}.`,
      )
    }
    return sentences.join(' ')
  },
  exceptions: (cells, examples) =>
    `Sauf ${count(cells, 'cellule')}${examples.length > 0 ? `, comme ${list(examples.map(quote), 'ou')}` : ''}.`,
  examples: (examples) => (examples.length === 0 ? '' : `Par exemple ${list(examples.map(quote), 'ou')}.`),
  values(values) {
    const [only] = values
    if (values.length === 1 && only !== undefined) return `Partout ${quote(only.value)}.`
    return `${values.map(({ value, cells }) => `${quote(value)} ${number(cells)} fois`).join(', ')}.`
  },
  schema: {
    found: (matched, fields, columns) =>
      `${number(matched)} des ${count(columns, 'colonne')} du fichier ${plural(matched, 'est', 'sont')} de ce schéma, qui en compte ${number(fields)}.`,
    likeness: (score) => `ressemblance ${number(Math.round(score * 100))} %`,
    renamed: (labels, left) =>
      `${plural(labels.length + left, 'Titre à corriger', 'Titres à corriger')} : ${labels.map(({ label, field }) => `${quote(label)} pour ${field}`).join(', ')}${left > 0 ? ` … et ${number(left)} ${plural(left, 'autre', 'autres')}` : ''}.`,
    missing: (fields, left) =>
      `${plural(fields.length + left, 'Colonne obligatoire absente', 'Colonnes obligatoires absentes')} : ${fields.join(', ')}${left > 0 ? ` … et ${number(left)} ${plural(left, 'autre', 'autres')}` : ''}.`,
    clear: 'Aucun autre ne lui ressemble autant : scdl validate et scdl convert le prennent sans --schema.',
    unclear: "Ce n'est pas assez net pour que scdl choisisse : indiquez le schéma par --schema.",
    none: 'Les titres des colonnes ne ressemblent à aucun schéma que scdl a sous la main. Pour essayer tous ceux de schema.data.gouv.fr, lancez « scdl schemas update --all », puis de nouveau scdl inspect.',
  },
  publishing: {
    remarks: {
      'too-large': ({ limit, bytes }) =>
        `Le fichier pèse ${bytesOf(Number(bytes))} : au-delà de ${bytesOf(Number(limit))}, il n'y a ni aperçu ni analyse.`,
      format: () => "Ce format n'y a ni aperçu ni analyse. Publiez un CSV.",
      'first-line-separator': ({ seen, used }) =>
        `Le séparateur y est lu dans la première ligne seulement, qui fait croire à ${separator(seen)} au lieu de ${separator(used)} : les colonnes seraient mal coupées.`,
      'header-row': ({ row }) =>
        `Les titres des colonnes sont en ligne ${bare(row)} : ce qui les précède serait pris pour les titres, ou ferait échouer l'analyse.`,
      encoding: ({ encoding }) => `L'encodage ${encodingName(bare(encoding))} doit y être deviné : préférez UTF-8.`,
      'uneven-rows': ({ row }) => `La ligne ${bare(row)} n'a pas autant de cellules que la ligne de titres : l'analyse y échoue.`,
      'largest-sheet': ({ taken, sheet }) => `La plus grande feuille y est lue, ${quote(taken)}, et non ${quote(sheet)}.`,
      'several-sheets': ({ sheets, taken }) => `Une seule des ${bare(sheets)} feuilles y est lue : la plus grande, ${quote(taken)}.`,
      'duplicate-labels': ({ labels }) =>
        `${plural(listOf(labels).length, 'Ce titre est', 'Ces titres sont')} sur plusieurs colonnes : ${list(listOf(labels).map(quote))}.`,
      'blank-labels': ({ columns }) => `${count(Number(columns), 'colonne est', 'colonnes sont')} sans titre.`,
    },
    fine: 'Rien ne gêne la lecture du fichier.',
    declare: 'Schéma à déclarer pour ce fichier :',
  },
  next: {
    validate: 'Pour vérifier le fichier :',
    infer: 'Pour écrire un schéma à partir de ce fichier :',
    schemaFile: 'schema.json',
  },
  summary({ source, readable, rows, columns, schemas, clear }) {
    if (!readable) return `${source} : pas un tableau lisible`
    const version = schemas[0]?.version
    const schema = clear === undefined ? 'schéma non reconnu' : `${clear}${version === undefined ? '' : ` ${version}`}`
    return `${source} : ${count(rows, 'ligne')}, ${count(columns.length, 'colonne')}, ${schema}`
  },
  inferred: {
    title: (source) => `Tableau ${source}`,
    column: (guess) => `${sentenceCase(inspection.guess(guess))}.`,
    description: (source) => `Schéma déduit par scdl du contenu de ${source}. À relire, à compléter, à préciser.`,
  },
}
