// What each repair mends, or explains where nothing can be mended.
import { digitsLeft } from '../digitsLeft.js'
import type { Kind } from '../kindOf.js'
import type { Messages } from '../messages.js'
import { checkRepairs } from './checkRepairs.js'
import { count, number, plural, quote } from './words.js'

interface Noun {
  one: string
  many: string
  feminine: boolean
}

const NOUNS: Readonly<Record<Kind, Noun>> = {
  siret: { one: 'SIRET', many: 'SIRET', feminine: false },
  siren: { one: 'SIREN', many: 'SIREN', feminine: false },
  rna: { one: 'numéro RNA', many: 'numéros RNA', feminine: false },
  identifier: { one: 'numéro', many: 'numéros', feminine: false },
  date: { one: 'date', many: 'dates', feminine: true },
  number: { one: 'nombre', many: 'nombres', feminine: false },
  year: { one: 'année', many: 'années', feminine: true },
  boolean: { one: 'valeur', many: 'valeurs', feminine: true },
  value: { one: 'valeur', many: 'valeurs', feminine: true },
}

/** `3 SIRET abîmés`: a noun with its participle. */
function nouns(cells: number, kind: Kind, participle: string): string {
  const { one, many, feminine } = NOUNS[kind]
  return `${count(cells, one, many)} ${participle}${feminine ? 'e' : ''}${plural(cells, '', 's')}`
}

const SPREADSHEET_ERRORS: Readonly<Record<string, string>> = {
  '#N/A': "une recherche n'a rien trouvé",
  '#REF!': 'une formule renvoie à une cellule supprimée',
  '#VALEUR!': 'une formule calcule sur un texte',
  '#VALUE!': 'une formule calcule sur un texte',
  '#DIV/0!': 'une formule divise par zéro',
  '#NOM?': 'une formule a un nom inconnu',
  '#NAME?': 'une formule a un nom inconnu',
}

export const repairs: Messages['repairs'] = {
  trim: {
    did: (cells, kind) => nouns(cells, kind, 'entouré').concat(" d'espaces ou de signes invisibles"),
    why: () => 'Des espaces, des guillemets ou des signes invisibles entourent la valeur.',
  },
  decimalNumber: {
    did: (cells, _kind, cell) =>
      /[,\s€]|eur/i.test(cell)
        ? `${count(cells, 'nombre')} ${plural(cells, 'écrit', 'écrits')} à la française`
        : `${count(cells, 'nombre')} à écrire exactement comme attendu`,
    why: () => "Le schéma n'attend que des chiffres, et le signe des décimales s'il en faut : ni espace, ni symbole.",
  },
  dotGroupsNumber: {
    did: (cells) => `${count(cells, 'nombre')} à la française, la virgule avant les décimales`,
    why: () => 'Dans cette colonne, le point sépare les milliers et la virgule les décimales.',
  },
  commaGroupsNumber: {
    did: (cells) => `${count(cells, 'nombre')} à l'anglaise, la virgule entre les milliers`,
    why: () => 'Dans cette colonne, la virgule sépare les milliers et le point les décimales.',
  },
  percent: {
    did: (cells) => `${count(cells, 'pourcentage')} à écrire entre 0 et 1`,
    why: () => "La colonne attend une part entre 0 et 1 : 50 % s'y écrit 0.5.",
  },
  dayFirstDate: {
    did: (cells) => `${count(cells, 'date')} ${plural(cells, 'écrite', 'écrites')} à la française`,
    why: () => "Le jour est écrit d'abord, alors que le schéma demande une autre forme.",
  },
  dayFirstPeriod: {
    did: (cells) => `${count(cells, 'période')} ${plural(cells, 'écrite', 'écrites')} à la française`,
    why: () => "Le jour est écrit d'abord, alors que le schéma demande une autre forme.",
  },
  monthFirstDate: {
    did: (cells) => `${count(cells, 'date')} ${plural(cells, 'écrite', 'écrites')} à l'américaine, le mois d'abord`,
    why: () => 'Le mois est écrit avant le jour, alors que le schéma demande une autre forme.',
  },
  isoDate: {
    did: (cells) => `${count(cells, 'date')} presque dans la bonne forme`,
    why: () => "L'année est écrite d'abord ; il reste à prendre exactement la forme demandée.",
  },
  frenchWrittenDate: {
    did: (cells) => `${count(cells, 'date')} en toutes lettres`,
    why: () => 'Le mois est écrit en lettres, alors que le schéma le demande en chiffres.',
  },
  datePeriod: {
    did: (cells) => `${count(cells, 'période')} à écrire dans la forme demandée`,
    why: () => 'Les deux dates sont là ; il reste à les écrire dans la forme demandée.',
  },
  identifierSpaces: {
    did: (cells, kind) => `${nouns(cells, kind, 'écrit')} avec des espaces ou d'autres signes`,
    why: () => 'Seuls comptent les chiffres et les lettres du numéro : le reste est à ôter.',
  },
  identifierDotZero: {
    did: (cells, kind) => `${nouns(cells, kind, 'suivi')} de « .0 »`,
    why: () => 'Un logiciel a pris ce numéro pour un nombre à décimales et lui a ajouté « .0 ».',
  },
  leadingZeros: {
    did: (cells, kind) => `${nouns(cells, kind, 'privé')} de ${plural(cells, 'son zéro', 'leurs zéros')} de tête`,
    why: () => 'Le tableur a ôté les zéros de tête ; une fois remis, le numéro est juste.',
  },
  words: {
    did: (cells) => `${count(cells, 'mot')} à écrire exactement comme attendu`,
    why: () => 'Le sens est clair ; il reste à prendre le mot exact que le schéma attend.',
  },
  mojibake: {
    did: (cells) => `${count(cells, 'texte')} aux accents abîmés`,
    why: () => 'Les accents ont été lus dans le mauvais encodage ; ils peuvent être rétablis.',
  },
  ...checkRepairs,
  excelSerialDate: {
    did: (cells) => `${count(cells, 'date')} ${plural(cells, 'devenue un nombre', 'devenues des nombres')}`,
    why: () => 'Excel compte les dates en jours depuis 1900 : ce nombre est une date qui a perdu son format.',
  },
  scientificNotation: {
    did: (cells, kind) => `${nouns(cells, kind, 'abîmé')} par le tableur`,
    why(cell, _kind, cells) {
      const taken = plural(
        cells,
        "Le tableur l'a pris pour un très grand nombre et l'a abrégé",
        'Le tableur les a pris pour de très grands nombres et les a abrégés',
      )
      const digits = digitsLeft(cell)
      if (digits === undefined || digits.left >= digits.whole) return `${taken}.`
      return `${taken} : il reste ${count(digits.left, 'chiffre')} sur ${number(digits.whole)}, les autres ne sont plus dans ce fichier.`
    },
  },
  replacementCharacter: {
    did: (cells) => `${count(cells, 'texte')} où des lettres sont perdues`,
    why: () => 'Le signe « \ufffd » a pris la place de lettres accentuées : elles ne sont plus dans ce fichier.',
  },
  spreadsheetError: {
    did: (cells) => `${count(cells, 'cellule')} en erreur dans le tableur`,
    why: (cell) => {
      const name = cell.trim().toUpperCase()
      const known = Object.hasOwn(SPREADSHEET_ERRORS, name) ? ` : ${SPREADSHEET_ERRORS[name]}` : ''
      return `${quote(cell.trim())} est une erreur du tableur${known}. Corrigez la formule dans le fichier d'origine.`
    },
  },
}
