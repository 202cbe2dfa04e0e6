// What stops a check against a data package: which of its tables a file stands for, and where their schemas are.
import type { Details } from '../../core/diagnostic.js'
import type { PackageFault } from '../../core/error.js'
import { listOf, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { list, quote, someOf } from './words.js'

const PATH_WIDTH = 300
const shown = (detail: Details[string]): string => shorten(textOf(detail), PATH_WIDTH) || '(vide)'
const tables = (known: Details[string]): string => (listOf(known).length === 0 ? '' : ` Ses tableaux : ${list(listOf(known).map(quote))}.`)
const example = ({ ref, known }: Details): string => `--schema ${shown(ref)}#${shorten(listOf(known)[0] ?? 'tableau', 60)}`

export const packageRequests: { readonly [F in PackageFault]: (details: Details) => string } = {
  'no-resources': (details) =>
    `${details.path === undefined ? 'Ce fichier' : `« ${shown(details.path)} »`} n'est pas un paquet de données : il lui faut une liste « resources », avec au moins un tableau.`,
  'unknown-resource': (details) =>
    listOf(details.known).length === 0
      ? `Le schéma ${quote(details.ref)} ne réunit pas plusieurs tableaux : enlevez « #${shown(details.resource)} ».`
      : `Le paquet de données ${quote(details.ref)} n'a pas de tableau ${quote(details.resource)}.${details.nearest === undefined ? tables(details.known) : ` Vouliez-vous dire ${quote(details.nearest)} ?`}`,
  'resource-without-schema': (details) =>
    `Le paquet de données ${quote(details.ref)} ne dit rien des colonnes du tableau ${quote(details.resource)} : ${details.path === undefined ? 'rien ne peut y être vérifié' : `« ${shown(details.path)} » n'est pas vérifié`}.`,
  'no-such-table': (details) =>
    `Rien ne dit quel tableau du paquet ${quote(details.ref)} est « ${details.path === '-' ? 'entrée standard' : shown(details.path)} » : ni son nom, ni ses titres de colonnes. Indiquez-le, par exemple ${example(details)}. Possibles : ${someOf(listOf(details.known))}.`,
  'outside-package': (details) =>
    `Le paquet de données ${quote(details.ref)} place un schéma hors de son dossier (${quote(details.reference)}) : scdl ne va pas l'y chercher.`,
}
