// The report for readers, in French.
import type { FormatFacts } from '../../core/format.js'
import { encodingName } from '../encodingName.js'
import { formatName } from '../formatName.js'
import type { Kind } from '../kindOf.js'
import { namesPublisher, namesRow } from '../labelWords.js'
import type { Amount, Ranges, ReportWords } from '../reportWords.js'
import { toSchema } from './toSchema.js'
import { count, isPlural, list, number, plural } from './words.js'

const RANGES_SHOWN = 8

function formatWords(format: FormatFacts | undefined): string {
  if (format === undefined) return ''
  const delimiter =
    format.delimiter === undefined ? '' : format.delimiter === '\t' ? ' séparé par des tabulations' : ` « ${format.delimiter} »`
  const name = `${formatName(format.name)}${delimiter}`
  const words = [format.wrapped === undefined ? name : `${name}, compressé en ${format.wrapped}`]
  if (format.sheet !== undefined) words.push(`feuille « ${format.sheet} »`)
  if (format.encoding !== undefined) {
    const sure = format.encodingConfidence === undefined || format.encodingConfidence >= 0.9 ? '' : ' sans doute'
    words.push(`${encodingName(format.encoding)}${sure}`)
  }
  if (format.headerRow !== undefined && format.headerRow > 1) words.push(`en-tête en ligne ${number(format.headerRow)}`)
  return ` (${words.join(', ')})`
}

const rangeWords = (ranges: Ranges): string[] =>
  ranges.flatMap(([from, to]) => (to - from < 2 ? [...new Set([from, to])].map(number) : [`${number(from)} à ${number(to)}`]))

const cells = (value: number): string => count(value, 'cellule')

function amountWords({ cells: cellCount, columns, rows }: Amount): string[] {
  const parts: string[] = []
  if (cellCount > 0) parts.push(cells(cellCount))
  if (columns > 0) parts.push(count(columns, 'colonne'))
  if (rows > 0) parts.push(count(rows, 'ligne'))
  return parts
}

const VALUES_TO_PUT: Readonly<Partial<Record<Kind, readonly [string, string]>>> = {
  siret: ['le SIRET exact (14 chiffres)', 'le SIRET de votre collectivité (14 chiffres)'],
  siren: ['le SIREN exact (9 chiffres)', 'le SIREN de votre collectivité (9 chiffres)'],
  rna: ['le numéro RNA exact', 'le numéro RNA de votre structure'],
  identifier: ['le numéro exact', 'le numéro de votre collectivité'],
}

export const report: ReportWords = {
  number,
  verdict({ source: path, verdict, ...schema }) {
    const source = path === '-' ? "L'entrée standard" : path
    const to = toSchema(schema)
    if (verdict === 'valid') return `${source} est conforme ${to}`
    if (verdict === 'convertible') return `${source} n'est pas encore conforme ${to} : tout se corrige`
    return `${source} n'est pas conforme ${to}`
  },
  read(rows, columns, format) {
    const columnsRead = count(columns, 'colonne')
    if (rows === undefined) return `${columnsRead} ${plural(columns, 'lue', 'lues')}${formatWords(format)}.`
    return `${rows === 0 ? 'Aucune ligne' : count(rows, 'ligne')} et ${columnsRead} lues${formatWords(format)}.`
  },
  state({ rows, rightRows, todo, todoColumns, errors }) {
    const right =
      rows === 0 || rightRows === rows
        ? ''
        : rightRows === 0
          ? rows === 1
            ? "La seule ligne n'est pas juste"
            : "Aucune ligne n'est juste"
          : `${count(rightRows, 'ligne')} sur ${number(rows)} ${plural(rightRows, 'est juste', 'sont justes')}`
    const parts: string[] = []
    if (todo.cells > 0) parts.push(`${cells(todo.cells)} à reprendre dans ${count(todoColumns, 'colonne')}`)
    if (todo.columns > 0) parts.push(`${count(todo.columns, 'colonne')} à revoir dans l'en-tête`)
    if (todo.rows > 0) parts.push(`${count(todo.rows, 'ligne')} à revoir`)
    const work = list(parts)
    const counted = `(${count(errors, 'erreur')} pour Validata)`
    if (work === '') return `${right === '' ? 'Il reste à corriger ce qui suit' : right} ${counted}.`
    return right === '' ? `${work.replace(/^./, (letter) => letter.toUpperCase())} ${counted}.` : `${right} : ${work} ${counted}.`
  },
  valid(rows, remarks, unchecked) {
    const all = unchecked ? 'Tout ce qui a été vérifié est juste.' : 'Tout est juste : vous pouvez le publier tel quel.'
    const right = rows === 0 ? "L'en-tête est juste, mais il n'y a aucune donnée." : all
    return remarks ? `${right} Les remarques qui suivent ne sont pas des erreurs.` : right
  },
  schema(name, origin, newer) {
    const later = newer === undefined ? '' : ` ; une version plus récente existe : ${newer}`
    const named = name === '' ? 'Schéma' : `Schéma ${name},`
    if (origin === 'registry') return `${named} téléchargé du registre${later}.`
    if (origin === 'cache') return `${named} copié du registre et gardé sur cet ordinateur${later}.`
    return later === '' ? undefined : `${named} fourni avec scdl${later}.`
  },
  rowsNotChecked: "Les lignes n'ont pas été vérifiées : il faut d'abord corriger l'en-tête.",

  sections: {
    rename: "À RENOMMER DANS L'EN-TÊTE",
    propose: 'SCDL SAIT CORRIGER',
    oneValue: 'UNE SEULE VALEUR À DONNER',
    fewValues: 'QUELQUES VALEURS À DONNER',
    restore: "À REPRENDRE DANS LE FICHIER D'ORIGINE",
    afterRenaming: "UNE FOIS L'EN-TÊTE CORRIGÉ",
    notes: 'POUR INFORMATION, sans effet sur la conformité',
    next: 'ENSUITE',
  },
  amount: (amount) => amountWords(amount).join(', '),
  notCounted: (errors) => `${count(errors, 'erreur')}, non ${plural(errors, 'comptée', 'comptées')}`,

  column: (letters, label, field) =>
    label === '' ? `Colonne ${letters}, sans nom` : `Colonne ${letters}, ${field === undefined ? label : `« ${label} » (${field})`}`,
  titled: (column, title) => `${column} : ${title}`,
  json: {
    read: (items, format) =>
      `${items === 0 ? 'Aucun élément lu' : `${count(items, 'élément')} ${plural(items, 'lu', 'lus')}`}${formatWords(format)}.`,
    state({ items, rightItems, errors }) {
      const right =
        items === 0 || rightItems === items
          ? ''
          : rightItems === 0
            ? "Aucun n'est juste : "
            : `${number(rightItems)} sur ${number(items)} ${plural(rightItems, 'est juste', 'sont justes')} : `
      const work = `${count(errors, 'erreur')} à corriger.`
      return `${right}${work}`
    },
    valid: (items, remarks) =>
      `${items === 0 ? 'Rien de faux, mais le document est vide.' : 'Tout est juste : vous pouvez le publier tel quel.'}${remarks ? ' Les remarques qui suivent ne sont pas des erreurs.' : ''}`,
    among: (items, warnings, known) => aside(count(items, 'élément'), warnings, known),
    todo: 'À CORRIGER DANS LE FICHIER',
    amount: (errors) => count(errors, 'erreur'),
    line: (line, character) => `ligne ${number(line)}${character === undefined ? '' : `, caractère ${number(character)}`}`,
    title: (field, title, times) => `${field === undefined ? '' : `${field} : `}${title}${times > 1 ? ` (${number(times)} fois)` : ''}`,
  },
  emptyCell: '(vide)',
  emptyEverywhere: (rows) =>
    rows === 1 ? 'vide sur la seule ligne, pourtant obligatoire' : `vide sur les ${number(rows)} lignes, pourtant obligatoire`,
  leftOut: (value) => `${count(value, 'cellule fausse', 'cellules fausses')} de totaux ou de notes, lignes que scdl laisse de côté`,
  emptyColumns: (value, columns) =>
    `${count(value, 'cellule vide', 'cellules vides')} dans ${count(columns, 'colonne obligatoire', 'colonnes obligatoires')}`,
  emptySomewhere: (value) =>
    `${count(value, 'cellule vide', 'cellules vides')}, ${plural(value, 'pourtant obligatoire', 'pourtant obligatoires')}`,
  sameEverywhere: (title) => `${title}, partout la même valeur`,
  sameEachTime: (title) => `${title}, chaque fois la même valeur`,
  fewValues: (title, values) => `${title}, ${count(values, 'valeur différente', 'valeurs différentes')} seulement`,
  valueToPut: (kind, publisher) => VALUES_TO_PUT[kind]?.[publisher ? 1 : 0],
  namesPublisher,
  namesRow,
  needed: (expected) => `Il faut ${list(expected)}.`,
  cells,
  others: (value, ranges) => {
    const which = ranges === undefined || ranges.length === 0 ? '' : ` : ${plural(value, 'ligne', 'lignes')} ${list(rangeWords(ranges))}`
    return `… et ${count(value, 'autre')}${which}.`
  },
  settled(assumption, proofs) {
    switch (assumption) {
      case 'day-first':
        return `L'ordre jour/mois est sûr : ${count(proofs, 'date')} de la colonne ${plural(proofs, 'a', 'ont')} un jour après le 12.`
      case 'month-first':
        return `L'ordre mois/jour est sûr : ${count(proofs, 'date')} de la colonne ${plural(proofs, 'a', 'ont')} un jour après le 12.`
      case 'dot-groups':
        return `Le point sépare ici les milliers, la virgule les décimales : ${count(proofs, 'nombre')} de la colonne le ${plural(proofs, 'prouve', 'prouvent')}.`
      case 'comma-groups':
        return `La virgule sépare ici les milliers, le point les décimales : ${count(proofs, 'nombre')} de la colonne le ${plural(proofs, 'prouve', 'prouvent')}.`
    }
  },
  unsettledTitle: (value, assumption) =>
    assumption === 'day-first' || assumption === 'month-first'
      ? `${count(value, 'date')} au jour et au mois incertains`
      : `${count(value, 'nombre')} aux milliers et décimales incertains`,
  unsettled(assumption, proofs, contradictions) {
    const mixed = proofs > 0 && contradictions > 0
    if (assumption === 'day-first' || assumption === 'month-first') {
      return mixed
        ? "La colonne mélange les deux ordres, jour/mois et mois/jour : seul le fichier d'origine dit lequel est le bon sur chaque ligne."
        : "Le jour d'abord, ou le mois ? Ces dates se lisent des deux façons, et aucune autre de la colonne ne tranche."
    }
    const sign = assumption === 'dot-groups' ? 'Le point' : 'La virgule'
    return mixed
      ? `${sign} sépare tantôt les milliers, tantôt les décimales : seul le fichier d'origine dit ce qu'il en est sur chaque ligne.`
      : `${sign} sépare les milliers, ou les décimales ? Ces nombres se lisent des deux façons, et aucun autre de la colonne ne tranche.`
  },
  verified: 'Chaque valeur proposée passe les contrôles du schéma.',
  absentColumn: (field) => `La colonne ${field} n'est pas dans le fichier : elle serait à ajouter.`,
  ragged(value, columns, longer) {
    const where = `${plural(columns.length, 'la colonne', 'les colonnes')} ${list(columns)}`
    return longer
      ? `Dans ces lignes, les valeurs ont glissé d'une colonne à l'autre : d'où aussi ${count(value, 'cellule fausse', 'cellules fausses')} dans ${where}, à ne pas corriger à part.`
      : `D'où aussi ${count(value, 'cellule vide', 'cellules vides')} dans ${where}.`
  },
  trailingSeparators: 'Ces cellules sont vides : ce sont des séparateurs en trop à la fin des lignes.',
  sameAsRow: (row) => `comme ligne ${number(row)}`,
  row: (row, line) =>
    line === undefined || line === row ? `ligne ${number(row)}` : `ligne ${number(row)} (${number(line)} dans un éditeur de texte)`,
  rows(ranges, left) {
    const shown = rangeWords(ranges.slice(0, RANGES_SHOWN))
    const several = ranges.length > 1 || ranges.some(([from, to]) => to > from) || left > 0
    const rest = ranges.slice(RANGES_SHOWN).reduce((total, [from, to]) => total + to - from + 1, left)
    if (shown.length === 0) return ''
    return rest > 0 ? `Lignes ${shown.join(', ')} … et ${count(rest, 'autre')}.` : `${several ? 'Lignes' : 'Ligne'} ${list(shown)}.`
  },

  renameTitle: (columns) =>
    isPlural(columns)
      ? 'Ces colonnes semblent être celles du schéma, à leur nom près :'
      : 'Cette colonne semble être celle du schéma, à son nom près :',
  proof(proof) {
    switch (proof) {
      case 'mark':
        return 'marque invisible devant'
      case 'spaces':
        return 'espaces autour du nom'
      case 'distance':
        return 'faute de frappe ?'
      default:
        return ''
    }
  },
  missingColumns: (fields, left) => ({
    title: `${isPlural(fields.length) ? 'Colonnes obligatoires absentes' : 'Colonne obligatoire absente'} : ${fields.join(', ')}${left > 0 ? ` … et ${count(left, 'autre')}` : ''}`,
    todo: isPlural(fields.length) ? 'Ajoutez-les, avec exactement ces noms.' : 'Ajoutez-la, avec exactement ce nom.',
  }),
  notes: {
    absent: (fields, left) =>
      `${fields.join(', ')}${left > 0 ? ` … et ${count(left, 'autre')}` : ''} : ${isPlural(fields.length + left) ? 'colonnes facultatives absentes du fichier' : 'colonne facultative absente du fichier'}`,
    renameOptional: (place, label, field, proof) =>
      `Colonne ${place}, « ${label} » : semble être ${field}${proof === '' ? '' : ` (${proof})`} ; renommez-la pour qu'elle soit reconnue`,
    padded: (place, field) => `Colonne ${place}, ${field} : des espaces entourent son nom dans l'en-tête ; ôtez-les`,
    extra: (labels, left) =>
      `${labels.join(', ')}${left > 0 ? ` … et ${count(left, 'autre')}` : ''} : hors du schéma ; ${isPlural(labels.length + left) ? 'gardées, non vérifiées' : 'gardée, non vérifiée'}`,
    known: (findings) => `${count(findings, 'faute déjà connue', 'fautes déjà connues')}, non ${plural(findings, 'comptée', 'comptées')}`,
    order: 'Les colonnes sont dans un autre ordre que celui du schéma',
    schema: (faults) =>
      `Le schéma lui-même contient ${count(faults, 'point')} que scdl laisse de côté ; le rapport JSON en donne le détail, pour ses auteurs`,
    times: (sentence, times) => (times > 1 ? `${sentence} (${number(times)} fois)` : sentence),
  },
  next: {
    original(columns, kind) {
      const names = `${plural(columns.length, 'à la colonne', 'aux colonnes')} ${list(columns)}`
      const digits = kind === 'siret' ? 'les 14 chiffres' : kind === 'siren' ? 'les 9 chiffres' : 'les chiffres'
      return `Si vous avez le classeur d'origine, donnez-le tel quel à scdl, sans passer par un CSV : ${digits} y sont peut-être encore. À défaut, donnez dans le tableur ${names} le format « Nombre », sans décimales, avant d'exporter. N'enregistrez pas depuis Excel le fichier vérifié ici : il a déjà perdu ces chiffres.`
    },
    workbook: 'origine.xlsx',
    convert: 'Pour écrire un nouveau fichier où ce que scdl sait corriger est corrigé :',
    convertWith:
      "Pour écrire un nouveau fichier où scdl corrige ce qu'il sait corriger et met la valeur que vous donnez (à la place de « … ») :",
    again: 'Une fois le fichier corrigé, vérifiez-le à nouveau :',
    annotate: "Pour voir chaque cellule fautive en couleur, avec ce qu'il faut y écrire, dans un classeur :",
    annotatedFile: 'a-corriger.xlsx',
    everything: 'Pour la liste de toutes les erreurs, cellule par cellule, dans un fichier :',
    reportFile: 'rapport.json',
  },
  summary: (files) => `${count(files.all, 'fichier')} ${plural(files.all, 'vérifié', 'vérifiés')} : ${verdicts(files)}.`,
  folder: (folder, files, errors) =>
    `${folder} : ${count(files.all, 'fichier')}, ${verdicts(files)}${errors > 0 ? ` (${count(errors, 'erreur')})` : ''}`,
  among: (rows, warnings, known) => aside(count(rows, 'ligne'), warnings, known),
}

function verdicts({ valid, convertible, invalid }: { valid: number; convertible: number; invalid: number }): string {
  const parts = [`${number(valid)} ${plural(valid, 'conforme', 'conformes')}`]
  if (convertible > 0) parts.push(`${number(convertible)} à corriger comme proposé`)
  if (invalid > 0) parts.push(`${number(invalid)} non ${plural(invalid, 'conforme', 'conformes')}`)
  return list(parts)
}

function aside(read: string, warnings: number, known: number): string {
  const parts = [read]
  if (warnings > 0) parts.push(count(warnings, 'remarque'))
  if (known > 0) parts.push(count(known, 'faute déjà connue', 'fautes déjà connues'))
  return `(${parts.join(', ')})`
}
