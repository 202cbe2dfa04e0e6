// What stops a run over many files, or the union of its parts.
import type { Details } from '../../core/diagnostic.js'
import type { RunFault } from '../../core/error.js'
import { listOf, textOf } from '../details.js'
import { shorten } from '../visible.js'
import { count, list, number, quote } from './words.js'

const PATH_WIDTH = 300
const path = (details: Details): string => `«\u00a0${shorten(textOf(details.path), PATH_WIDTH) || '(vide)'}\u00a0»`
const names = (detail: Details[string]): string => list(listOf(detail).map((name) => shorten(name, 60)))

export const runRequests: { readonly [F in RunFault]: (details: Details) => string } = {
  'time-exceeded': (details) =>
    `La vérification de ${path(details)} a été arrêtée : elle durait plus de ${count(Number(details.seconds ?? 0), 'seconde')}. Si c'est voulu, relevez la limite avec --max-seconds.`,
  'thread-died': (details) =>
    details.reason === 'memory'
      ? `La vérification de ${path(details)} a été arrêtée : elle demandait trop de mémoire. Essayez avec --jobs 1, ou partagez ce fichier.`
      : `La vérification de ${path(details)} s'est interrompue. Recommencez, au besoin avec --jobs 1.`,
  'no-git': () => "L'option --changed-since a besoin du programme git, qui n'est pas installé ici.",
  'not-a-repository': (details) => `L'option --changed-since ne sert que dans un dépôt git, et ${path(details)} n'en est pas un.`,
  'unknown-ref': (details) =>
    `Dans ce dépôt, git ne connaît pas ${quote(details.ref)}. Dans une intégration continue, il faut souvent récupérer plus d'historique (fetch-depth: 0, GIT_DEPTH: 0).`,
  'git-failed': (details) =>
    `Le programme git ne dit pas ce qui a changé : ${shorten(textOf(details.reason), PATH_WIDTH) || 'raison inconnue'}.`,
  'not-a-report': (details) =>
    `${path(details)} n'est pas un rapport JSON de scdl. Donnez ceux qu'écrit scdl validate … --report json=rapport.json.`,
  'report-versions': (details) =>
    `Ces rapports viennent de versions différentes de scdl (${names(details.versions)}) : leurs verdicts ne se comparent pas. Refaites-les avec une seule version.`,
  'missing-shards': (details) =>
    `Il manque ${Number(details.missing ?? 0) > 1 ? `${number(Number(details.missing))} parts` : 'une part'} sur ${number(Number(details.count ?? 0))} : ${names(details.shards)}. Le rapport ne dit rien de leurs fichiers.`,
  'different-runs': () =>
    "Ces rapports ne sont pas les parts d'un même travail : leur nombre de parts diffère, ou une part y est deux fois.",
  'different-files': () =>
    "Les parts de ce travail n'ont pas trouvé les mêmes fichiers : certains ont pu n'être vérifiés par aucune. Recommencez quand les fichiers ne changent plus.",
  'reported-twice': (details) =>
    `${path(details)} est dans plusieurs de ces rapports${listOf(details.reports).length === 0 ? '' : ` (${names(details.reports)})`}. Ne gardez que ceux d'un même travail.`,
}

/** Nothing is left of the files found. */
export const allFiltered = (details: Details): string =>
  `Les options --include et --exclude ne laissent rien à vérifier : ${count(Number(details.files), 'fichier trouvé', 'fichiers trouvés')}, aucun gardé. Vérifiez leurs motifs.`
