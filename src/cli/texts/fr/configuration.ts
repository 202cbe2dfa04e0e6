// The help of `scdl init` and `scdl config` in French, and what they say.
import { visible } from '../../../messages/visible.js'
import type { ConfigTexts, InitTexts } from '../configurationTexts.js'

export const init: InitTexts = {
  summary: 'préparer une configuration pour les fichiers de ce dossier',
  description: `Cherche les tableaux d'un dossier, reconnaît leur schéma aux titres de leurs
colonnes, et propose une configuration, scdl.config.json, qui fixe la version de
chaque schéma. Ensuite, « scdl validate » suffit. Sans terminal, par exemple dans
une intégration continue, elle est écrite sans demander.`,
  folder: "dossier à préparer ; celui où vous êtes, si rien n'est dit",
  options: {
    yes: 'écrire la configuration sans demander',
    dryRun: "montrer la configuration sur la sortie standard, sans l'écrire",
    force: 'remplacer la configuration qui existe déjà',
    quiet: 'dire seulement ce qui est écrit',
  },
  after: `
Exemples :
  scdl init
  scdl init donnees --yes
  scdl init --dry-run > scdl.config.json`,
  table: ({ path, schema, matched = 0, fields = 0 }) =>
    schema === undefined
      ? `${visible(path)} : aucun schéma reconnu`
      : `${visible(path)} : ${schema} (${matched} colonnes reconnues sur les ${fields} du schéma)`,
  proposal: (path) => `Configuration proposée, ${visible(path)} :`,
  question: (path) => `Écrire ${visible(path)} ? [O/n]`,
  isYes: (answer) => /^(?:o|oui|y|yes|)$/i.test(answer.trim()),
  written: (path, check) => `${visible(path)} est écrit. Pour vérifier les fichiers qu'il désigne : ${visible(check)}`,
  notWritten: "Rien n'a été écrit.",
}

export const config: ConfigTexts = {
  summary: "montrer les réglages en vigueur et d'où ils viennent",
  description: `Montre la configuration trouvée dans ce dossier ou au-dessus, les réglages en
vigueur et d'où vient chacun. Avec des fichiers, montre quelle entrée de la
configuration vaut pour chacun d'eux.`,
  sources: "fichiers dont montrer l'entrée",
  options: { json: 'en JSON, pour un programme', quiet: 'seulement les réglages qui ne sont pas ceux par défaut' },
  after: `
Exemples :
  scdl config
  scdl config data/219500002/subventions.csv
  scdl config --json`,
  none: 'Aucune configuration dans ce dossier, ni au-dessus.',
  path: (path) => `Configuration : ${path}`,
  files: "Fichiers, la première entrée qui convient l'emporte :",
  unmatched: (source) => `${source}  →  aucune entrée`,
  origins: { option: 'option', environment: "variable d'environnement", configuration: 'configuration', default: 'valeur par défaut' },
}
