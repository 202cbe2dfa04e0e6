// A conversion told in French.
import type { ConversionWords } from '../conversionWords.js'
import { changeRules } from './changeRules.js'
import { toSchema } from './toSchema.js'
import { count, isPlural, list, number, plural, quote } from './words.js'

const andOthers = (names: readonly string[], left: number): string =>
  left > 0 ? `${names.join(', ')} … et ${count(left, 'autre')}` : list(names)

export const conversion: ConversionWords = {
  verdict({ source: path, output, valid, ...schema }) {
    const source = path === '-' ? "L'entrée standard" : path
    const to = toSchema(schema)
    if (valid === undefined) return `${source} ne peut être converti`
    if (output === undefined)
      return valid ? `${source} deviendrait conforme ${to}` : `${source} ne deviendrait pas tout à fait conforme ${to}`
    const name = output === '-' ? 'Le fichier' : output
    return valid ? `${name} est écrit, et conforme ${to}` : `${name} est écrit, pas encore conforme ${to}`
  },
  summary({ source: path, rows, leftOut, cells }) {
    const source = path === '-' ? "l'entrée standard" : path
    const read = `${rows === 0 ? 'Aucune ligne' : count(rows, 'ligne')} ${plural(rows, 'reprise', 'reprises')} de ${source}`
    const left = leftOut === 0 ? '' : `, ${number(leftOut)} ${plural(leftOut, 'laissée de côté', 'laissées de côté')}`
    const done = cells === 0 ? 'aucune cellule à changer' : `${count(cells, 'cellule')} ${plural(cells, 'changée', 'changées')}`
    return `${read}${left} : ${done}.`
  },
  left: (state) => `Il reste à faire. ${state}`,
  nothing: "Rien n'a été écrit : il n'y a pas de tableau à convertir dans ce fichier.",
  sections: {
    changed: 'CE QUI A ÉTÉ CHANGÉ',
    wouldChange: 'CE QUI SERAIT CHANGÉ',
    listed: 'LES CHANGEMENTS UN PAR UN',
    columns: 'COLONNES À RECONNAÎTRE',
    doubts: 'LAISSÉ TEL QUEL, FAUTE DE CERTITUDE',
  },
  did: {
    canonical: (cells) =>
      `${count(cells, 'valeur')} ${plural(cells, 'écrite', 'écrites')} dans ${plural(cells, 'sa', 'leur')} forme exacte`,
    missingValue: (cells) =>
      `${count(cells, 'cellule vidée', 'cellules vidées')} : ${plural(cells, 'elle disait', 'elles disaient')} « rien »`,
    setValue: (cells) => `${count(cells, 'valeur donnée', 'valeurs données')} par --set`,
    lookup: (cells) => `${count(cells, 'valeur trouvée', 'valeurs trouvées')} dans votre autre tableau`,
    paddedCell: (cells) =>
      `${count(cells, 'cellule')} qui ${plural(cells, 'manquait', 'manquaient')} en fin de ligne, ${plural(cells, 'ajoutée vide', 'ajoutées vides')}`,
    extraCell: (cells) => `${count(cells, 'cellule vide', 'cellules vides')} au-delà de l'en-tête, ${plural(cells, 'ôtée', 'ôtées')}`,
    titleRow: (rows) => `${count(rows, 'ligne')} de titre, au-dessus de l'en-tête`,
    blankRow: (rows) => `${count(rows, 'ligne vide', 'lignes vides')}`,
    totalRow: (rows) => `${count(rows, 'ligne')} de total`,
    footnoteRow: (rows) => `${count(rows, 'note')} sous le tableau`,
    otherSheet: () => 'feuille prise au lieu de la première du classeur',
    renamedColumn: (columns) => `${count(columns, 'colonne renommée', 'colonnes renommées')}`,
    addedColumn: (columns) => `${count(columns, 'colonne ajoutée', 'colonnes ajoutées')}`,
    movedColumn: () => "colonnes remises dans l'ordre du schéma",
    emptyColumn: (columns) => `${count(columns, 'colonne')} sans nom et sans valeur, ${plural(columns, 'ôtée', 'ôtées')}`,
    droppedColumn: (columns) => `${count(columns, 'colonne')} hors du schéma, ${plural(columns, 'ôtée', 'ôtées')}`,
  },
  added: (fields, left) =>
    `${andOthers(fields, left)} : ${isPlural(fields.length + left) ? 'colonnes absentes du fichier, ajoutées vides' : 'colonne absente du fichier, ajoutée vide'}`,
  otherSheet: (sheet, first) => `Tableau pris dans la feuille ${quote(sheet)}, et non dans la première du classeur, ${quote(first)}`,
  dropped: (labels, left) =>
    `${andOthers(labels, left)} : hors du schéma, ${isPlural(labels.length + left) ? 'ôtées comme demandé' : 'ôtée comme demandé'}`,
  guess: (column, field, proof) =>
    proof === 'distance'
      ? `${column} : ${field}, à une faute de frappe près ?`
      : `${column} : ses valeurs sont de celles qu'attend ${field}`,
  guessAdvice: (columns) =>
    `${plural(columns, "Elle n'a pas été renommée", "Elles n'ont pas été renommées")} : scdl n'en est pas sûr. --write-mapping colonnes.csv écrit la liste des colonnes, à compléter puis à donner avec --mapping colonnes.csv ; --accept-guesses accepte d'un coup les fautes de frappe.`,
  contested: (field, columns) => `${field} : ${list(columns, 'ou')} ?`,
  contestedAdvice: "Aucune n'a été choisie. Donnez la bonne avec --mapping.",
  doubt: (cells, cell) => `${count(cells, 'nombre')} comme ${quote(cell)}`,
  doubtWhy:
    'Un autre nombre de la colonne montre ce signe entre des milliers, un autre le montre devant des décimales : ces nombres se lisent des deux façons.',
  changes: (changes) => `${count(changes, 'changement')} en tout`,
  changeLog: (path) => `La liste de tous les changements est dans ${path}.`,
  firstRow: (row) => `La première est en ligne ${number(row)}.`,
  sheets: (sheets, rows) =>
    `Une feuille de classeur tient ${count(rows, 'ligne')} sous l'en-tête : le tableau continue sur ${number(sheets)} feuilles, l'en-tête répété. Un CSV le tient d'un seul tenant.`,
  summaryOf({ all, valid, notYet }) {
    const parts = [`${number(valid)} ${plural(valid, 'conforme', 'conformes')}`]
    if (notYet > 0) parts.push(`${number(notYet)} pas encore ${plural(notYet, 'conforme', 'conformes')}`)
    return `${count(all, 'fichier converti', 'fichiers convertis')} : ${list(parts)}.`
  },
  log: {
    name: 'changements',
    columns: ['ligne', 'colonne', 'champ', 'avant', 'après', 'règle', 'certitude'],
    rules: changeRules,
    certainties: { lossless: 'sûr', verified: 'vérifié par un contrôle', given: 'donné par vous' },
  },
  mapping: ['colonne', 'champ'],
}
