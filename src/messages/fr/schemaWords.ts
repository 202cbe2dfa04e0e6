// `scdl schemas` in French.
import { bare } from '../details.js'
import type { SchemaWords } from '../schemaWords.js'
import { changeWords } from './changeWords.js'
import { lintWords } from './lintWords.js'
import { typeName } from './types.js'
import { count, list, number, quote } from './words.js'

const KINDS: Readonly<Record<string, string>> = {
  jsonschema: 'documents JSON',
  datapackage: 'plusieurs tableaux',
  other: 'document de référence',
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const schemaWords: SchemaWords = {
  list: {
    name: 'SCHÉMA',
    version: 'VERSION',
    title: 'TITRE',
    kind: (type) => (type === 'tableschema' ? undefined : (KINDS[type] ?? bare(type))),
    footer: (schemas, shipped, sign) =>
      `${count(schemas, 'schéma')}, dont ${number(shipped)} ${shipped < 2 ? 'fourni' : 'fournis'} avec scdl (${sign}), sans réseau.`,
    none: (words) => `Aucun schéma ne parle de ${quote(words)}. Essayez moins de mots, ou « scdl schemas list ».`,
  },
  show: {
    version: 'Version',
    origin: 'Origine',
    origins: {
      shipped: 'fourni avec scdl',
      cache: 'copie gardée sur cet ordinateur',
      registry: 'téléchargé du registre',
      path: 'fichier',
      url: 'adresse web',
      inline: 'programme',
    },
    versions: 'Versions',
    newer: 'Plus récente',
    kind: 'Genre',
    table: 'tableau',
    tables: 'Tableaux',
    withoutSchema: 'aucun schéma : rien ne peut y être vérifié',
    columns: 'Colonnes',
    columnCount: (columns, required) => `${number(columns)}, dont ${count(required, 'obligatoire')}`,
    required: 'Obligatoires',
    key: 'Clé',
    checks: 'Contrôles',
    documentation: 'En savoir plus',
    publish: 'data.gouv.fr',
    next: 'Les colonnes une à une :',
  },
  fields: {
    column: 'COLONNE',
    type: 'TYPE',
    required: 'OBLIG.',
    content: 'CONTENU',
    yes: 'oui',
    no: '',
    typeName,
    values: (values) => `L'une de ces valeurs : ${values.map(quote).join(', ')}.`,
    example: (example) => `Exemple : ${quote(example)}.`,
    unique: 'Une valeur différente sur chaque ligne.',
    key: 'Fait partie de la clé : ensemble, ces colonnes désignent une ligne et une seule.',
    expected: (words) => `${capital(words)}.`,
  },
  diff: {
    title: (before, after) => `De ${before} à ${after}`,
    stricter: 'À FAIRE : un fichier juste hier peut être faux demain',
    looser: 'PERMIS EN PLUS',
    none: 'SANS EFFET SUR LA CONFORMITÉ',
    same: 'Rien ne change pour un fichier.',
    change: changeWords,
  },
  doc: {
    version: (version) => `Version ${version}`,
    summary: 'En bref',
    columns: 'Colonnes',
    required: 'Obligatoire',
    kind: (type, required) => `${capital(type)}, ${required ? 'obligatoire' : 'facultatif'}.`,
    rules: "Règles d'une colonne à l'autre",
    check: (name, fields) => `Contrôle ${quote(name)} sur ${list(fields.map(quote))}.`,
    key: (fields) => `Clé : ${list(fields.map(quote))}. Deux lignes ne peuvent y avoir les mêmes valeurs.`,
    writtenBy: 'Page écrite par scdl.',
    written: (path) => `${path} est écrit.`,
  },
  template: {
    documentation: 'documentation',
    word: 'exemple',
    exampleNote: 'Cette ligne montre comment remplir les autres. Remplacez-la par vos données avant de publier.',
    refusal: "Choisissez une valeur de la liste : le schéma n'en admet pas d'autre.",
    written: (path, columns, check) => `${path} est écrit : un tableau de ${count(columns, 'colonne')}, à remplir. Ensuite : ${check}`,
  },
  update: {
    catalogue: (schemas, isNew) => `Catalogue ${isNew ? 'téléchargé' : 'à jour'} : ${count(schemas, 'schéma')}.`,
    fetched: (name, version) => `${name} ${version} téléchargé.`,
    upToDate: (schemas) => `${count(schemas, 'schéma')} déjà à jour sur cet ordinateur.`,
  },
  lint: {
    severity: (severity) => ({ error: 'erreur', warning: 'attention', info: 'conseil' })[severity],
    line: (line) => `ligne ${number(line)}`,
    verdict(path, { error, warning, info }) {
      const told = [
        error > 0 ? count(error, 'erreur') : '',
        warning > 0 ? count(warning, 'avertissement') : '',
        info > 0 ? count(info, 'conseil') : '',
      ]
      const amounts = list(told.filter((part) => part !== ''))
      if (error > 0) return `✖ ${path} : ${amounts}.`
      return `✔ ${path} est un schéma valide${amounts === '' ? '' : `, avec ${amounts}`}.`
    },
    rules: lintWords,
  },
}
