// What the user should know of how the request was carried out: one line each.
import type { Details } from '../../core/diagnostic.js'
import type { NoticeCode } from '../../core/notice.js'
import { bare, listOf, lookUp, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { count, list, number, quote } from './words.js'

const PATH_WIDTH = 300

const REASONS: Readonly<Record<string, (details: Details) => string>> = {
  'no-network': () => "le serveur n'est pas joignable. Vérifiez l'adresse et la connexion.",
  refused: () => 'le serveur refuse la connexion.',
  cut: () => "la connexion s'est interrompue.",
  timeout: () => "le serveur n'a pas répondu à temps.",
  certificate: () =>
    "son certificat n'est pas reconnu. Si votre réseau contrôle les connexions, indiquez le certificat de votre organisme dans la variable NODE_EXTRA_CA_CERTS.",
  proxy: () => 'le proxy a refusé. Vérifiez les variables HTTPS_PROXY et NO_PROXY.',
  status: ({ status }) =>
    status === 404 || status === 410 ? "il n'y a rien à cette adresse (404)." : `le serveur a répondu par une erreur (${bare(status)}).`,
  redirects: () => "l'adresse renvoie à d'autres sans fin, ou hors du web.",
  'too-large': () => 'le document est plus gros que 10 Mo.',
  'not-it': () => "ce qui s'y trouve n'est pas ce qui est attendu.",
}

/** Why it was not, as the end of a sentence, with its full stop. */
export const notDownloaded = (details: Details): string => lookUp(REASONS, details.reason)?.(details) ?? `${bare(details.reason)}.`

const WRITE_REASONS: Readonly<Record<string, string>> = {
  'no-permission': "vous n'avez pas le droit d'y écrire",
  'read-only': 'ce disque est en lecture seule',
  'no-space': "il n'y a plus de place sur le disque",
  'not-folder': "ce n'est pas un dossier",
  'no-such-folder': "le dossier n'existe pas et ne peut être créé",
  'is-folder': "un dossier s'y trouve à la place d'un fichier",
}

const CHOSEN_BY: Readonly<Record<string, string>> = {
  header: "d'après ses titres de colonnes",
  only: 'le seul du paquet',
}

const used = ({ name, version }: Details): string =>
  name === undefined ? '' : ` scdl continue avec ${bare(name)}${version === undefined ? '' : ` ${bare(version)}`}, qu'il avait déjà.`

export const notices: { readonly [N in NoticeCode]: (details: Details) => string } = {
  'registry-not-reached': (details) =>
    `Le registre ${bare(details.host)} n'a pas été consulté : ${notDownloaded(details)}${used(details)} Prochain essai demain, ou avec --refresh.`,
  'version-not-reached': (details) =>
    `La version ${bare(details.wanted)} de ${bare(details.name)} n'a pu être téléchargée : scdl continue avec la version ${bare(details.version)}.`,
  'copy-used': (details) =>
    `${shorten(textOf(details.path), PATH_WIDTH)} n'a pas été consulté : ${notDownloaded(details)} scdl continue avec ${details.date === undefined ? 'sa dernière copie' : `la copie du ${bare(details.date)}`}.`,
  annotated: (details) => `Le tableau, avec ses constats à côté de chaque ligne, est dans ${shorten(textOf(details.path), PATH_WIDTH)}.`,
  'cache-not-written': (details) =>
    `Les schémas téléchargés ne peuvent être gardés dans ${shorten(textOf(details.folder), PATH_WIDTH)}${reason(details)}. La variable SCDL_CACHE_DIR choisit un autre dossier.`,
  'schema-detected': (details) =>
    `${details.path === '-' ? "Pour l'entrée standard" : `Pour ${shorten(textOf(details.path), PATH_WIDTH)}`}, scdl a reconnu le schéma ${bare(details.name)}${details.version === undefined ? '' : ` ${bare(details.version)}`} (${bare(details.matched)} colonnes sur ${bare(details.columns)}). Pour en choisir un autre : --schema.`,
  'resource-chosen': (details) =>
    `${details.path === '-' ? "L'entrée standard" : shorten(textOf(details.path), PATH_WIDTH)} est pris pour le tableau ${quote(details.resource)} de ${quote(details.package)}, ${lookUp(CHOSEN_BY, details.by) ?? ''}. Pour en choisir un autre : --schema ${shorten(textOf(details.package), PATH_WIDTH)}#, suivi de son nom.`,
  'resources-absent': (details) =>
    `${listOf(details.resources).length > 1 ? 'Aucun fichier ne correspond à ces tableaux' : 'Aucun fichier ne correspond à ce tableau'} de ${quote(details.package)} : ${list(listOf(details.resources).map(quote))}.`,
  'files-without-resource': (details) =>
    Number(details.files) > 1
      ? `${number(Number(details.files))} fichiers ne sont pas vérifiés, dont ${shorten(textOf(details.path), PATH_WIDTH)} : ils ne correspondent à aucun tableau de ${quote(details.package)}.`
      : `${shorten(textOf(details.path), PATH_WIDTH)} n'est pas vérifié : ce fichier ne correspond à aucun tableau de ${quote(details.package)}.`,
  'files-unmatched': (details) =>
    Number(details.files) > 1
      ? `${number(Number(details.files))} tableaux ne sont vérifiés par aucun schéma, dont ${shorten(textOf(details.path), PATH_WIDTH)} : rien dans ${shorten(textOf(details.configuration), PATH_WIDTH)} ne les désigne.`
      : `${shorten(textOf(details.path), PATH_WIDTH)} n'est vérifié par aucun schéma : rien dans ${shorten(textOf(details.configuration), PATH_WIDTH)} ne le désigne.`,
  'pattern-without-files': (details) =>
    `Aucun fichier ne correspond à ${quote(details.pattern)}, que nomme ${shorten(textOf(details.configuration), PATH_WIDTH)}.`,
  'known-faults-expired': (details) =>
    Number(details.entries) > 1
      ? `${number(Number(details.entries))} fautes connues ne sont plus acceptées, leur date est passée : ${entry(details)}, jusqu'au ${bare(details.until)}, par exemple.`
      : `Une faute connue n'est plus acceptée, sa date est passée (${bare(details.until)}) : ${entry(details)}.`,
  'known-faults-absent': (details) =>
    Number(details.entries) > 1
      ? `${number(Number(details.entries))} fautes connues ont disparu, par exemple ${entry(details)}. Pour les retirer de la liste : --update-baseline.`
      : `Une faute connue a disparu : ${entry(details)}. Pour la retirer de la liste : --update-baseline.`,
  'known-faults-written': (details) =>
    `La liste des fautes connues est écrite dans ${shorten(textOf(details.path), PATH_WIDTH)} : ${count(Number(details.findings ?? 0), 'faute')}.`,
  'nothing-changed': (details) => `Aucun des fichiers à vérifier n'a changé depuis ${bare(details.ref)}.`,
}

const entry = ({ path, code, name }: Details): string =>
  `${shorten(textOf(path), PATH_WIDTH)}, ${bare(code)}${name === undefined ? '' : `, ${bare(name)}`}`

function reason(details: Details): string {
  const words = lookUp(WRITE_REASONS, details.reason)
  return words === undefined ? '' : ` : ${words}`
}
