// What is wrong with cells and rows, in a few words for many of them at once.
import type { Detail, Details } from '../../core/diagnostic.js'
import { bare, isSequence, listOf, textOf, totalOf } from '../details.js'
import type { BodyCode, FaultWords } from '../messages.js'
import { oncePerDetails } from '../oncePerDetails.js'
import { checkFaults } from './checks.js'
import { expectedPattern } from './patterns.js'
import { expectedType, refusedTitle } from './types.js'
import { count, forExample, isPlural, plural, quote, someOf } from './words.js'

const isTime = (details: Details): boolean => ['date', 'datetime', 'year', 'yearmonth'].includes(textOf(details.type))
const isYear = (details: Details): boolean => textOf(details.type) === 'year'
const time = (details: Details): string => (isYear(details) ? 'une année' : 'une date')
const times = (cells: number, details: Details): string => count(cells, isYear(details) ? 'année' : 'date')
const bound = (details: Details): string => bare(details.constraint)
function size(details: Details): string {
  const unit = isSequence(details) ? 'élément' : 'caractère'
  const limit = Number(details.constraint)
  return Number.isNaN(limit) ? `${bound(details)} ${unit}s` : count(limit, unit)
}

const together = (names: Detail): string => listOf(names).map(bare).join(' + ')

const valuesThatAre =
  (one: string, many: string) =>
  (cells: number): string =>
    `${count(cells, 'valeur')} ${plural(cells, one, many)}`

const tooSmall = (cells: number, details: Details): string =>
  isTime(details)
    ? `${times(cells, details)} trop ${plural(cells, 'ancienne', 'anciennes')}`
    : valuesThatAre('trop petite', 'trop petites')(cells)
const tooLarge = (cells: number, details: Details): string =>
  isTime(details)
    ? `${times(cells, details)} trop ${plural(cells, 'récente', 'récentes')}`
    : valuesThatAre('trop grande', 'trop grandes')(cells)

/** `213100000*`: a star stands for any characters. */
function expectedText(expected: Detail): string {
  const text = textOf(expected)
  const star = text.indexOf('*')
  if (star < 0) return quote(text)
  if (star > 0 && star === text.length - 1) return `une valeur qui commence par ${quote(text.slice(0, -1))}`
  return `une valeur de la forme ${quote(text)}, où * remplace n'importe quels caractères`
}

export const SIRET = 'un SIRET : 14 chiffres, dont le dernier contrôle les autres'
export const SIREN = 'un SIREN : 9 chiffres, dont le dernier contrôle les autres'

export const faults: { readonly [C in BodyCode]: FaultWords } = {
  'cell/required': {
    title: (cells) => count(cells, 'cellule vide', 'cellules vides'),
    expected: (details) => expectedConstraintless(details),
  },
  'cell/type': { title: refusedTitle, expected: oncePerDetails(expectedType) },
  'cell/unique': {
    title: valuesThatAre('déjà employée plus haut', 'déjà employées plus haut'),
    expected: () => 'une valeur différente sur chaque ligne',
  },
  'cell/native-value': {
    title: (cells) =>
      `${count(cells, 'cellule')} que le classeur garde comme ${plural(cells, 'un nombre ou une date', 'des nombres ou des dates')}, au lieu de texte`,
    advice: () =>
      'scdl lit tous leurs chiffres ; Validata attend du texte. Dans le tableur, il faut donner à la colonne le format « Texte » puis retaper les valeurs, ou bien enregistrer en « CSV UTF-8 ».',
  },
  'cell/native-display': {
    title: (cells) => `${count(cells, 'cellule')} que le classeur montre autrement qu'il ne ${plural(cells, 'la', 'les')} garde`,
    advice: (details) =>
      isTime(details)
        ? 'scdl lit la date elle-même ; Validata lit ce qui est affiché. Dans le tableur, il faut donner aux dates le format « aaaa-mm-jj ».'
        : 'scdl lit la valeur elle-même ; Validata lit ce qui est affiché, arrondi, en pourcentage ou sans les zéros de tête.',
  },
  'cell/expected': {
    title: valuesThatAre('autre que celle que demande la configuration', 'autres que celles que demande la configuration'),
    expected: (details) => expectedText(details.expected),
  },
  'cell/minLength': { title: valuesThatAre('trop courte', 'trop courtes'), expected: (details) => `au moins ${size(details)}` },
  'cell/maxLength': { title: valuesThatAre('trop longue', 'trop longues'), expected: (details) => `au plus ${size(details)}` },
  'cell/minimum': {
    title: tooSmall,
    expected: (details) => (isTime(details) ? `${time(details)} à partir de ${bound(details)}` : `au moins ${bound(details)}`),
  },
  'cell/maximum': {
    title: tooLarge,
    expected: (details) => (isTime(details) ? `${time(details)} jusqu'à ${bound(details)}` : `au plus ${bound(details)}`),
  },
  'cell/exclusiveMinimum': {
    title: tooSmall,
    expected: (details) => (isTime(details) ? `${time(details)} après ${bound(details)}` : `plus de ${bound(details)}`),
  },
  'cell/exclusiveMaximum': {
    title: tooLarge,
    expected: (details) => (isTime(details) ? `${time(details)} avant ${bound(details)}` : `moins de ${bound(details)}`),
  },
  'cell/pattern': {
    title: (cells) => `${count(cells, 'valeur')} qui ${plural(cells, "n'a", "n'ont")} pas la forme attendue`,
    expected: oncePerDetails((details) => expectedPattern(textOf(details.constraint), details.example)),
  },
  'cell/enum': {
    title: (cells) => `${count(cells, 'valeur')} hors de la liste permise`,
    expected: oncePerDetails(({ type, itemType, values, valuesTotal }) => {
      const allowed = listOf(values)
      const some = someOf(allowed, 'ou', totalOf(valuesTotal, allowed))
      if (type === 'array' && itemType !== undefined) return `des éléments tous pris parmi : ${some}`
      return allowed.length === 1 ? quote(allowed[0]) : `l'une de ces valeurs : ${some}`
    }),
  },
  'cell/jsonSchema': {
    title: (cells) => `${count(cells, 'valeur')} dont le contenu JSON n'est pas celui que le schéma prévoit`,
  },

  'row/french-siret-value': {
    title: (cells) => `${count(cells, 'valeur')} qui ${plural(cells, "n'est pas un SIRET", 'ne sont pas des SIRET')}`,
    expected: ({ example }) => `${SIRET}${forExample(example)}`,
    advice: () => 'Pour retrouver un SIRET : annuaire-entreprises.data.gouv.fr, à partir du nom.',
  },
  'row/french-siren-value': {
    title: (cells) => `${count(cells, 'valeur')} qui ${plural(cells, "n'est pas un SIREN", 'ne sont pas des SIREN')}`,
    expected: ({ example }) => `${SIREN}${forExample(example)}`,
    advice: () => 'Pour retrouver un SIREN : annuaire-entreprises.data.gouv.fr, à partir du nom.',
  },
  'row/one-of-required': {
    title: (rows, { column1, column2 }) => `${count(rows, 'ligne')} sans ${bare(column1)} ni ${bare(column2)}`,
    advice: ({ column1, column2 }) => `Sur chaque ligne, remplissez ${bare(column1)}, ou à défaut ${bare(column2)}.`,
  },
  ...checkFaults,

  'row/blank': {
    title: (rows) => count(rows, 'ligne vide', 'lignes vides'),
    advice: () => 'À supprimer du tableau : chaque ligne vide compte comme une erreur.',
  },
  'row/phantom': {
    title: (runs) => `${count(runs, 'bloc')} de lignes vides mises en forme, jusqu'au bas de la feuille`,
    advice: () => 'Validata lit chacune comme une ligne vide : dans le tableur, supprimez ces lignes entières, pas seulement leur contenu.',
  },
  'row/extra-cell': {
    title: (cells) => `${count(cells, 'cellule')} au-delà de la dernière colonne de l'en-tête`,
    advice: () =>
      'Souvent, un texte contient le séparateur du fichier : mettez ce texte entre guillemets doubles, ou réexportez depuis le tableur.',
  },
  'row/missing-cell': {
    title: (cells) => `${count(cells, 'cellule')} qui ${plural(cells, 'manque', 'manquent')} en fin de ligne`,
    advice: () => "La ligne s'arrête avant la dernière colonne : un retour à la ligne l'a peut-être coupée, ou un séparateur manque.",
  },
  'row/encoding': {
    title: (rows) => `${count(rows, 'ligne')} avec des caractères illisibles`,
    advice: () => 'Le fichier mélange deux encodages : retapez ces caractères, puis enregistrez le tout en UTF-8.',
  },
  'row/stray-quote': {
    title: (rows) => `${count(rows, 'ligne')} avec un guillemet double isolé dans un texte`,
    advice: () => 'Dans un CSV, un guillemet à l\'intérieur d\'un texte se double : "" au lieu de ".',
  },
  'row/unclosed-quote': {
    title: (rows) => `${count(rows, 'ligne')} où un guillemet double s'ouvre sans se fermer`,
    advice: () => 'Fermez le guillemet, ou supprimez-le.',
  },
  'row/control-character': {
    title: (rows) => `${count(rows, 'ligne')} avec des caractères invisibles`,
    advice: () => "Ils viennent souvent d'un copier-coller ; retapez le texte pour les ôter.",
  },
  'row/primary-key': {
    title: (rows) => `${count(rows, 'ligne')} dont l'identifiant est vide ou déjà pris`,
    advice: ({ fields }) => `Chaque ligne doit avoir son propre identifiant : ${together(fields)}.`,
  },
  'row/unique-key': {
    title: (rows) => `${count(rows, 'ligne')} en double`,
    advice: ({ fields }) => `Deux lignes ne peuvent avoir les mêmes valeurs dans : ${together(fields)}.`,
  },
  'row/foreign-key': {
    title: (rows) => `${count(rows, 'ligne')} qui ${plural(rows, 'renvoie', 'renvoient')} à une valeur introuvable`,
    advice: ({ fields, referenced, resource }) =>
      `La valeur de ${together(fields)} doit exister dans ${together(referenced)}${resource === undefined ? '' : ` du tableau ${quote(resource)}`}.`,
  },
  'row/footnote': {
    title: (rows) => `${count(rows, 'ligne')} qui ${isPlural(rows) ? 'semblent être des notes' : 'semble être une note'} sous le tableau`,
    advice: () => 'Une note serait lue comme une donnée de plus : supprimez cette ligne avant de publier.',
  },
  'cell/formula': {
    title: (cells) =>
      `${count(cells, 'cellule')} qu'un tableur ${isPlural(cells) ? 'prendrait pour des formules' : 'prendrait pour une formule'}`,
    advice: () =>
      "Dans un CSV, ce texte est une donnée, gardée telle quelle ; mais un tableur qui ouvre le fichier d'un double-clic l'exécuterait. Importez plutôt ces colonnes au format « Texte ».",
  },
  'row/total': {
    title: (rows) => `${count(rows, 'ligne')} qui ${isPlural(rows) ? 'semblent être des totaux' : 'semble être un total'}`,
    advice: () => 'Un total serait compté comme une donnée de plus : supprimez cette ligne avant de publier.',
  },
}

/** An empty cell: what its column holds, where a type, an example or a pattern tells. */
function expectedConstraintless(details: Details): string | undefined {
  return expectedType(details) ?? (details.example === undefined ? undefined : `une valeur${forExample(details.example)}`)
}
