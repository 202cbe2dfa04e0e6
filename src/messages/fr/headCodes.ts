// Sentences about the file as a whole and the header.
import type { KnownCode } from '../../codes.js'
import type { Diagnostic } from '../../core/diagnostic.js'
import { columnLetters } from '../columnLetters.js'
import { listOf, lookUp, textOf } from '../details.js'
import { encodingName } from '../encodingName.js'
import { count, isPlural, list, number, plural, quote } from './words.js'

const NAMES_SHOWN = 6

/** The first names, and how many more there are. */
function someNames(names: readonly string[]): string[] {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => quote(name))
  return names.length > shown.length ? [...shown, count(names.length - shown.length, 'autre')] : shown
}

type HeadCode = Extract<KnownCode, `${'file' | 'header'}/${string}`>

const NOT_A_TABLE: Readonly<Record<string, string>> = {
  pdf: 'un document PDF',
  html: 'une page web (HTML)',
  image: 'une image',
  zip: 'une archive ZIP',
  xlsx: 'un classeur Excel (.xlsx)',
  ods: 'un classeur LibreOffice (.ods)',
  xls: 'un ancien classeur Excel (.xls)',
  json: 'du JSON',
  xml: 'du XML',
  encrypted: 'un classeur protégé par un mot de passe',
  corrupt: 'un fichier abîmé ou incomplet',
  gzip: 'un fichier compressé (gzip) abîmé ou incomplet',
  numbers: "un document Numbers d'Apple",
  xlsb: 'un classeur Excel binaire (.xlsb)',
  docx: 'un document Word',
  odt: 'un document texte de LibreOffice',
  pptx: 'une présentation PowerPoint',
  odp: 'une présentation de LibreOffice',
  binary: 'un fichier binaire, pas du texte',
  csv: 'un fichier texte (CSV)',
  spreadsheetml: 'un classeur Excel 2003 en XML',
  fods: 'un classeur LibreOffice en XML (.fods)',
  mhtml: 'une page web en un seul fichier (MHTML)',
  rtf: 'un document texte (RTF)',
  doc: 'un ancien document Word (.doc)',
  ppt: 'une ancienne présentation PowerPoint (.ppt)',
  msg: 'un message Outlook (.msg)',
  epub: 'un livre numérique (EPUB)',
  jar: 'un programme (archive Java)',
  odg: 'un dessin de LibreOffice',
  shapefile: 'une archive de données géographiques (Shapefile)',
  kmz: 'une archive de données géographiques (KMZ)',
  parquet: 'un fichier Parquet',
  sqlite: 'une base de données (SQLite ou GeoPackage)',
  archive: 'une archive (7-Zip, RAR ou autre)',
}

const SYNTAX: Readonly<Record<string, string>> = {
  'value-expected': 'une valeur manque',
  'key-expected': 'un nom de propriété entre guillemets doubles manque',
  'colon-expected': 'deux-points manquent après un nom de propriété',
  'comma-expected': 'une virgule manque, ou un signe est de trop',
  'trailing-comma': 'une virgule est de trop',
  'unclosed-text': 'un guillemet qui s’ouvre ici ne se ferme pas sur sa ligne',
  'bad-escape': 'une barre oblique inverse est suivie d’un signe qui ne va pas avec elle',
  'control-character': 'un texte contient un caractère invisible, comme une tabulation, qui doit s’y écrire autrement (\\t)',
  'bad-number': 'un nombre est mal écrit (sans zéro devant, avec un point pour les décimales)',
  'bad-word': 'un mot sans guillemets n’est ni true, ni false, ni null',
  'end-expected': 'quelque chose suit la fin du document',
  'too-deep': 'trop de niveaux sont emboîtés',
  cut: "il s'arrête avant sa fin, sans doute mal téléchargé ou mal exporté",
}

const WORKBOOKS = ['xlsx', 'ods', 'xls', 'xlsb', 'spreadsheetml', 'fods', 'mhtml']
const DAMAGED = ['corrupt', 'gzip']
const ARCHIVES = ['zip', 'archive']

function notATable(found: string): string {
  const what = lookUp(NOT_A_TABLE, found) ?? 'autre chose'
  return `Ce fichier n'est pas un tableau : c'est ${what}. ${wayOut(found)}`
}

function wayOut(found: string): string {
  if (WORKBOOKS.includes(found)) return 'Ouvrez-le dans votre tableur et enregistrez la feuille au format CSV UTF-8.'
  if (found === 'numbers') return 'Ouvrez-le dans Numbers, puis choisissez Fichier, Exporter vers, Excel ou CSV.'
  if (found === 'html') {
    return "C'est souvent la page d'un site au lieu du fichier lui-même : téléchargez-le à nouveau. Si votre logiciel l'a exportée, ouvrez-la dans votre tableur et enregistrez-la au format CSV UTF-8."
  }
  if (found === 'encrypted') return 'Ouvrez-le dans votre tableur, ôtez le mot de passe, puis enregistrez-le à nouveau.'
  if (DAMAGED.includes(found)) return 'Demandez-le, téléchargez-le ou exportez-le à nouveau.'
  if (ARCHIVES.includes(found)) return 'Extrayez-en le fichier, puis vérifiez celui-ci.'
  return 'Demandez ou exportez le tableau lui-même, au format CSV.'
}

const nameOf = (d: Diagnostic): string => quote(d.field ?? d.label)

function nearMiss(d: Diagnostic): string {
  const { nearMiss, nearMissColumn } = d.details
  if (nearMiss === undefined) return ''
  const place = nearMissColumn === undefined ? 'La colonne' : `La colonne ${columnLetters(Number(nearMissColumn))},`
  return ` ${place} ${quote(nearMiss)} semble être celle-là : renommez-la ${quote(d.field)}.`
}

export const headCodes: { readonly [C in HeadCode]: (d: Diagnostic) => string } = {
  'file/empty': () => 'Ce fichier est vide.',
  'file/not-a-table': (d) => notATable(textOf(d.details.found)),
  'file/not-json': (d) => {
    const found = textOf(d.details.found)
    if (found === 'csv')
      return "Ce fichier n'est pas du JSON, or c'est ce que ce schéma décrit. Si c'est un tableau, choisissez le schéma d'un tableau ; sinon, exportez les données en JSON."
    return `Ce fichier n'est pas du JSON : c'est ${lookUp(NOT_A_TABLE, found) ?? 'autre chose'}. Demandez ou exportez les données elles-mêmes, en JSON.`
  },
  'file/json-syntax': (d) => {
    const what = lookUp(SYNTAX, d.details.fault) ?? 'un signe est de trop, ou un autre manque'
    const place =
      d.line === undefined ? '' : ` à la ligne ${number(d.line)}${d.character === undefined ? '' : `, caractère ${number(d.character)}`}`
    return `Ce fichier n'est plus du JSON${place} : ${what}. Ce qui suit n'a pas été lu.`
  },
  'file/json-lines': (d) =>
    `Plusieurs documents JSON se suivent dans ce fichier${d.line === undefined ? '' : `, le deuxième à la ligne ${number(d.line)}`} : il en faut un seul, par exemple une liste [ … ] qui les réunit. Si le schéma décrit une ligne (JSON Lines), donnez au fichier un nom en .jsonl.`,
  'file/json-encoding': (d) =>
    textOf(d.details.encoding) === 'utf-8'
      ? "Certains caractères de ce fichier ne sont pas de l'UTF-8, le seul encodage que permet JSON. Exportez-le à nouveau en UTF-8."
      : `Ce fichier est encodé en ${encodingName(textOf(d.details.encoding))}, or JSON ne permet que l'UTF-8. Enregistrez-le en UTF-8.`,
  'file/json-mark': () =>
    "Ce fichier commence par une marque invisible (BOM), que JSON ne permet pas : certains programmes refuseront de le lire. Enregistrez-le en « UTF-8 » plutôt qu'en « UTF-8 avec BOM ».",
  'file/format': (d) => {
    const what = lookUp(NOT_A_TABLE, d.details.found) ?? 'autre chose'
    return d.details.extension === undefined
      ? `Ce fichier est ${what}, que Validata et data.gouv.fr ne lisent pas. scdl le lit : « scdl convert » en fait un CSV, ou enregistrez-le au format CSV UTF-8.`
      : `Malgré son nom en .${textOf(d.details.extension)}, ce fichier est ${what}. scdl le lit comme tel, Validata s'y trompe : « scdl convert » en fait un CSV, ou enregistrez-le au format CSV UTF-8.`
  },
  'file/encoding': (d) =>
    `Ce fichier est encodé en ${encodingName(textOf(d.details.encoding))}. Il est lu, mais la norme est UTF-8 : enregistrez-le en « CSV UTF-8 ».`,
  'file/unreadable-encoding': (d) =>
    `Ce fichier est encodé en ${encodingName(textOf(d.details.encoding))}, que Validata et data.gouv.fr ne savent pas lire. Enregistrez-le en « CSV UTF-8 ».`,
  'file/quoting': (d) =>
    d.details.escaper === undefined
      ? `Les cellules de ce fichier sont entourées de ${quote(d.details.quote)}, que Validata et data.gouv.fr prennent pour du texte : il faut des guillemets droits ("). « scdl convert » les remplace.`
      : `Dans les cellules de ce fichier, un guillemet est précédé de ${quote(d.details.escaper)} ; Validata et data.gouv.fr attendent qu'il soit doublé ("") et coupent ces cellules au mauvais endroit. « scdl convert » les récrit.`,
  'file/title-rows': (d) => {
    const rows = Number(d.details.rows ?? 1)
    const first = textOf(d.details.first) === '' ? '' : ` (${quote(d.details.first)}${rows > 1 ? ' …' : ''})`
    return `${count(rows, 'ligne')} de titre ${rows > 1 ? 'précèdent' : 'précède'} l'en-tête${first}. L'en-tête doit être la première ligne : supprimez ce qui est au-dessus.`
  },
  'file/other-sheet': (d) =>
    `Le tableau est dans la feuille ${quote(d.details.sheet)}, alors que Validata ne lit que la première, ${quote(d.details.first)} : mettez-la en premier, ou enregistrez-la à part.`,
  'file/no-header': (d) => {
    const candidates = listOf(d.details.candidates)
    const expected = candidates.length === 0 ? '' : ` Noms attendus : ${list(someNames(candidates))}.`
    return `Aucun nom de colonne du fichier n'est celui d'une colonne du schéma : la ligne d'en-tête manque, ou le schéma n'est pas le bon.${expected}`
  },
  'file/truncated': (d) =>
    `Le ${d.details.workbook === true ? 'classeur' : 'fichier compressé'} est abîmé : sa lecture s'arrête${d.row === undefined ? '' : ` vers la ligne ${number(d.row)}`}. ${d.details.workbook === true ? 'Ouvrez-le dans votre tableur et enregistrez-le sous un autre nom, ou téléchargez-le à nouveau.' : 'Téléchargez-le ou compressez-le à nouveau.'}`,
  'file/no-rows': () => "Le fichier n'a que son en-tête : il n'y a aucune ligne à vérifier.",

  'header/missing-label': (d) =>
    `La colonne obligatoire ${nameOf(d)} manque.${nearMiss(d) || ' Ajoutez-la, en respectant cette écriture.'}`,
  'header/missing-column': (d) =>
    `La colonne facultative ${nameOf(d)} est absente.${nearMiss(d) || " Ce n'est pas une erreur ; ajoutez-la, même vide, pour suivre le schéma de plus près."}`,
  'header/extra-column': (d) => {
    const { nearMissOf } = d.details
    const hint = nearMissOf === undefined ? '' : ` Elle semble être ${quote(nearMissOf)} : renommez-la si c'est le cas.`
    return `La colonne ${quote(d.label ?? d.cell)} est hors du schéma : elle est gardée, mais son contenu n'est pas vérifié.${hint}`
  },
  'header/check-column': (d) => {
    const absent = listOf(d.details.absent).map(quote)
    const fields = listOf(d.details.fields).map(quote)
    return `${list(fields)} vont ensemble, or le fichier n'a pas ${isPlural(absent.length) ? 'les colonnes' : 'la colonne'} ${list(absent)} : ajoutez-${isPlural(absent.length) ? 'les' : 'la'}, même vide${isPlural(absent.length) ? 's' : ''}.`
  },
  'header/order': (d) => {
    const expected = listOf(d.details.expected)
    return `Les colonnes sont les bonnes, dans un autre ordre que celui du schéma${expected.length === 0 ? '' : ` : ${expected.map((name) => quote(name)).join(', ')}`}. Ce n'est pas une erreur.`
  },
  'header/blank-label': (d) =>
    `La colonne ${d.column === undefined ? '' : `${columnLetters(d.column)} `}n'a pas de nom dans l'en-tête : donnez-lui-en un, ou supprimez-la si elle est vide.`,
  'header/phantom-columns': (d) => {
    const columns = Number(d.details.phantoms ?? 1)
    const from = d.column === undefined ? '' : `, à partir de la colonne ${columnLetters(d.column)}`
    return `Après la dernière colonne, ${count(columns, 'colonne vide garde', 'colonnes vides gardent')} une mise en forme${from} : Validata les prend pour des colonnes sans nom. ${plural(columns, 'Supprimez-la', 'Supprimez-les')} dans le tableur.`
  },
  'header/duplicate-label': (d) => {
    const places = listOf(d.details.columns).map((column) => columnLetters(Number(column)))
    const where = places.length < 2 ? '' : ` (colonnes ${list(places)})`
    return `Plusieurs colonnes portent le même nom, ${quote(d.label ?? d.cell ?? d.field)}${where} : donnez à chacune le sien. Tant que ce n'est pas fait, les lignes ne peuvent être vérifiées.`
  },
}
