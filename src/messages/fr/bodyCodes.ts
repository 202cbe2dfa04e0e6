// Sentences about one cell or one row.
import type { Diagnostic } from '../../core/diagnostic.js'
import { bare, listOf, textOf } from '../details.js'
import type { BodyCode } from '../messages.js'
import { checkCodes } from './checks.js'
import { faults } from './faults.js'
import { refusedType } from './types.js'
import { count, forExample, list, number, quote } from './words.js'

const columnName = ({ field, label }: Diagnostic): string =>
  (field ?? label) !== undefined ? `la colonne ${quote(field ?? label)}` : 'cette colonne'
const bound = (d: Diagnostic): string => textOf(d.details.constraint)
const value = (d: Diagnostic): string => (d.cell === undefined ? 'La valeur' : quote(d.cell))
const rowOf = (d: Diagnostic): string =>
  d.details.firstRow === undefined ? 'plus haut' : `à la ligne ${number(Number(d.details.firstRow))}`
const named = (d: Diagnostic): string => list(listOf(d.details.fields).map(quote))

/** "Il faut …", from the words that the grouped report uses too; nothing where a code has none. */
function needed(code: BodyCode, d: Diagnostic): string {
  const expected = faults[code].expected?.(d.details)
  return expected === undefined ? '' : ` Il faut ${expected}.`
}

const isTime = (d: Diagnostic): boolean => ['date', 'datetime', 'year', 'yearmonth'].includes(textOf(d.details.type))
const outside = (d: Diagnostic, code: BodyCode, number: string, time: string): string =>
  `${value(d)} est ${isTime(d) ? time : number}.${needed(code, d)}`

/** Length as the engine counted it, else as the cell shows it. */
const lengthOf = (d: Diagnostic): string => {
  const length = d.details.length === undefined ? (d.cell === undefined ? undefined : [...d.cell].length) : Number(d.details.length)
  return length === undefined ? '' : ` (${count(length, 'caractère')})`
}

const identifier = (name: string, digits: number, code: BodyCode) => (d: Diagnostic) => {
  const fault = Number(d.details.fault ?? 0)
  const found = [...(d.cell ?? '')].filter((sign) => /\d/.test(sign)).length
  if (fault === 2 || fault === 3 || (fault === 0 && found === digits)) {
    return `${value(d)} n'est pas un ${name} : il a bien ${digits} chiffres, mais sa clé de contrôle est fausse. Un chiffre a sans doute été mal recopié.`
  }
  return `${value(d)} n'est pas un ${name}.${needed(code, d)}`
}

export const bodyCodes: { readonly [C in BodyCode]: (d: Diagnostic) => string } = {
  'cell/required': (d) => `Cette cellule est vide, or ${columnName(d)} doit être remplie sur chaque ligne.${needed('cell/required', d)}`,
  'cell/type': (d) => `${value(d)} ${refusedType(d.details)}.${needed('cell/type', d)}`,
  'cell/unique': (d) => `${value(d)} figure déjà ${rowOf(d)} : dans ${columnName(d)}, chaque ligne doit avoir une valeur différente.`,
  'cell/native-value': (d) =>
    `${value(d)} est gardé dans le classeur comme ${nativeName(d)}, or ${columnName(d)} est du texte : Validata refuse cette cellule. ${faults['cell/native-value'].advice?.({})}`,
  'cell/native-display': (d) =>
    `Le classeur garde ici ${value(d)} mais montre autre chose, et c'est ce que Validata lit. ${faults['cell/native-display'].advice?.(d.details)}`,
  'cell/expected': (d) => `${value(d)} n'est pas ce que la configuration demande ici.${needed('cell/expected', d)}`,
  'cell/minLength': (d) => `${value(d)} est trop court${lengthOf(d)}.${needed('cell/minLength', d)}`,
  'cell/maxLength': (d) => `${value(d)} est trop long${lengthOf(d)}.${needed('cell/maxLength', d)}`,
  'cell/minimum': (d) => outside(d, 'cell/minimum', 'trop petit', 'trop ancien'),
  'cell/maximum': (d) => outside(d, 'cell/maximum', 'trop grand', 'trop récent'),
  'cell/exclusiveMinimum': (d) => outside(d, 'cell/exclusiveMinimum', 'trop petit', 'trop ancien'),
  'cell/exclusiveMaximum': (d) => outside(d, 'cell/exclusiveMaximum', 'trop grand', 'trop récent'),
  'cell/pattern': (d) => `${value(d)} n'a pas la forme attendue.${bound(d) === '' ? '' : needed('cell/pattern', d)}`,
  'cell/enum': (d) =>
    `${value(d)} n'est pas dans la liste des valeurs permises.${listOf(d.details.values).length === 0 ? '' : needed('cell/enum', d)}`,
  'cell/jsonSchema': (d) => `Le contenu JSON de ${value(d)} n'est pas celui que le schéma prévoit pour ${columnName(d)}.${forJson(d)}`,

  'row/french-siret-value': identifier('SIRET', 14, 'row/french-siret-value'),
  'row/french-siren-value': identifier('SIREN', 9, 'row/french-siren-value'),
  'row/one-of-required': (d) => {
    const columns = [d.details.column1, d.details.column2].filter((name) => name !== undefined).map(quote)
    if (d.row === undefined) return `Le fichier n'a ni la colonne ${list(columns, 'ni')} : il faut au moins l'une des deux.`
    return `Sur cette ligne, ${list(columns)} sont vides tous les deux : il faut remplir au moins l'un des deux.`
  },
  ...checkCodes,

  'row/blank': (d) => {
    const rows = (d.rowEnd ?? d.row ?? 1) - (d.row ?? 1) + 1
    return rows > 1 ? `${count(rows, 'ligne vide', 'lignes vides')} à la suite : à supprimer.` : 'Ligne vide : à supprimer.'
  },
  'row/phantom': (d) =>
    `${count(Number(d.details.rows ?? 1), 'ligne vide mise en forme', 'lignes vides mises en forme')} jusqu'au bas de la feuille. ${faults['row/phantom'].advice?.({})}`,
  'row/extra-cell': (d) =>
    `Cette ligne a plus de cellules que l'en-tête${d.cell === undefined ? '' : `, à partir de ${quote(d.cell)}`}. ${faults['row/extra-cell'].advice?.(d.details)}`,
  'row/missing-cell': (d) => `Cette ligne a moins de cellules que l'en-tête. ${faults['row/missing-cell'].advice?.(d.details)}`,
  'row/encoding': (d) => {
    const place = textOf(d.details.before) === '' ? '' : `, après ${quote(d.details.before)}`
    return `Des caractères de cette ligne sont illisibles${place}. ${faults['row/encoding'].advice?.(d.details)}`
  },
  'row/stray-quote': (d) => `Un guillemet double est isolé dans un texte de cette ligne. ${faults['row/stray-quote'].advice?.(d.details)}`,
  'row/unclosed-quote': (d) =>
    `Un guillemet double s'ouvre sur cette ligne et ne se ferme jamais ; il a été lu comme du texte. ${faults['row/unclosed-quote'].advice?.(d.details)}`,
  'row/control-character': (d) => {
    const points = listOf(d.details.codePoints)
    return `Cette ligne contient des caractères invisibles${points.length === 0 ? '' : ` (${points.slice(0, 6).map(bare).join(', ')})`}. ${faults['row/control-character'].advice?.(d.details)}`
  },
  'row/primary-key': (d) =>
    d.details.firstRow === undefined
      ? `L'identifiant de cette ligne est vide : remplissez ${named(d) || 'ses colonnes'}.`
      : `L'identifiant de cette ligne (${named(d) || 'la clé'}) est déjà celui de la ligne ${number(Number(d.details.firstRow))} : chaque ligne doit avoir le sien.`,
  'row/unique-key': (d) =>
    `Cette ligne a les mêmes valeurs que la ligne ${rowNumber(d)} pour ${named(d) || 'sa clé'}, ce que le schéma ne permet pas.`,
  'row/foreign-key': (d) => {
    const referenced = list(listOf(d.details.referenced).map(quote))
    const value = d.details.value === undefined ? '' : `${quote(d.details.value)} `
    const subject = d.cell === undefined ? `La valeur ${value}de ${named(d) || 'cette colonne'}` : quote(d.cell)
    const table = d.details.resource === undefined ? '' : ` du tableau ${quote(d.details.resource)}`
    return `${subject} est introuvable${referenced === '' ? '' : ` dans ${referenced}${table}`}, à quoi elle renvoie.`
  },
  'row/footnote': () => `Cette ligne semble être une note sous le tableau. ${faults['row/footnote'].advice?.({})}`,
  'cell/formula': (d) => `${value(d)} commence comme une formule. ${faults['cell/formula'].advice?.({})}`,
  'row/total': () => `Cette ligne semble être un total. ${faults['row/total'].advice?.({})}`,
}

function nativeName({ details }: Diagnostic): string {
  if (details.native === 'date') return 'une date'
  return details.native === 'boolean' ? 'VRAI ou FAUX' : 'un nombre'
}

const rowNumber = (d: Diagnostic): string => (d.details.firstRow === undefined ? 'précédente' : number(Number(d.details.firstRow)))
const forJson = (d: Diagnostic): string => (d.details.example === undefined ? '' : ` Le schéma donne${forExample(d.details.example)}.`)
