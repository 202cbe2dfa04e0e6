// What lint says of a schema, for its author: what is wrong, and the remedy.
import type { Detail } from '../../core/diagnostic.js'
import { listOf } from '../details.js'
import type { SchemaWords } from '../schemaWords.js'
import { patternReason } from './schemaCodes.js'
import { list, quote } from './words.js'

const didYouMean = (nearest: Detail): string => (nearest === undefined || nearest === '' ? '' : ` Vouliez-vous dire ${quote(nearest)} ?`)

const ADMISSION: Readonly<Record<string, string>> = {
  name: "l'identifiant du schéma, en minuscules",
  title: 'son titre, pour les lecteurs',
  description: 'une phrase qui dit ce que décrit le tableau',
  homepage: "l'adresse du dépôt ou de la page du schéma",
  version: 'son numéro de version, par exemple 1.0.0',
  contributors: 'la liste de ses auteurs, avec au moins une adresse électronique',
}

const ENCOURAGED: Readonly<Record<string, string>> = {
  path: "l'adresse de ce fichier, à cette version",
  created: 'la date de création, aaaa-mm-jj',
  lastModified: 'la date de la dernière modification, aaaa-mm-jj',
  resources: "les fichiers d'exemple",
  sources: 'les textes dont le schéma découle',
}

export const lintWords: SchemaWords['lint']['rules'] = {
  'not-json': ({ line }) => `Ce n'est pas du JSON lisible : la faute est à la ligne ${String(line)}, ou juste avant.`,
  'not-an-object': () => 'Un schéma est un objet JSON, entre accolades : ce fichier contient autre chose.',
  'no-fields': () => "Le schéma n'a pas de colonnes : il lui faut une liste « fields », avec au moins une colonne.",
  'duplicate-key': ({ key }) => `La propriété ${quote(key)} est écrite deux fois : seule la dernière compte. Gardez-en une.`,
  'misspelt-property': ({ property, nearest }) => `La propriété ${quote(property)} est inconnue, donc sans effet.${didYouMean(nearest)}`,
  'misplaced-constraint': ({ property }) =>
    `${quote(property)} est à côté de « type », où elle est sans effet. Mettez-la dans « constraints ».`,
  'useless-property': ({ property }) => `La propriété ${quote(property)} n'a pas d'effet ici. Enlevez-la, ou exprimez la règle autrement.`,
  'property-value': ({ property, value }) => `La propriété ${quote(property)} ne peut avoir cette valeur : ${quote(value)}.`,
  'field-not-an-object': ({ value }) => `Une colonne est un objet JSON, entre accolades, et non ${quote(value)}.`,
  'field-name-missing': () => "Cette colonne n'a pas de nom : ajoutez « name ».",
  'field-name-duplicate': ({ name }) => `Deux colonnes s'appellent ${quote(name)} : renommez-en une.`,
  'field-name-spaces': ({ name }) => `Le nom de cette colonne commence ou finit par une espace. Écrivez ${quote(name)}.`,
  'unknown-type': ({ type, known, nearest }) =>
    `Le type ${quote(type)} n'existe pas.${didYouMean(nearest) || ` Types possibles : ${list(listOf(known), 'ou')}.`}`,
  'unknown-format': ({ format, type }) => `Le format ${quote(format)} n'existe pas pour le type ${quote(type)} : il n'est pas vérifié.`,
  'unsupported-constraint': ({ constraint, type }) =>
    `La contrainte ${quote(constraint)} n'existe pas pour le type ${quote(type)}. Enlevez-la, ou changez le type.`,
  'unknown-constraint': ({ constraint }) => `La contrainte ${quote(constraint)} n'existe pas : elle est sans effet.`,
  'constraint-value': ({ constraint, value }) => `La contrainte ${quote(constraint)} ne peut avoir cette valeur : ${quote(value)}.`,
  'bound-value': ({ constraint, value, type }) =>
    `${quote(value)} n'est pas une valeur du type ${quote(type)} : rien ne peut lui être comparé, et ${quote(constraint)} est sans effet.`,
  'empty-range': ({ low, high }) => `${quote(low)} dépasse ${quote(high)} : aucune valeur ne peut convenir.`,
  'enum-value': ({ value, type }) =>
    `La valeur ${quote(value)} de la liste n'est pas du type ${quote(type)} : elle ne pourra jamais convenir.`,
  'enum-duplicate': ({ value }) => `La valeur ${quote(value)} est deux fois dans la liste.`,
  'enum-spaces': ({ value }) =>
    `La valeur ${quote(value)} de la liste commence ou finit par une espace, que personne ne verra. Enlevez-la.`,
  'boolean-words': ({ value }) => `Le mot ${quote(value)} veut dire à la fois oui et non. Enlevez-le d'une des deux listes.`,
  pattern: ({ pattern, reason }) => `Le modèle ${quote(pattern)} ne peut être compris${patternReason(String(reason))}.`,
  'pattern-alternatives': ({ better }) =>
    `Validata lit ce modèle comme « ^…$ » : les choix séparés par « | » n'y tiennent pas ensemble, et laissent passer trop. Mettez-les entre parenthèses : ${quote(better)}.`,
  'slow-pattern': () =>
    "Une répétition peut découper un même texte de plusieurs façons : sur certaines valeurs, les autres outils mettraient un temps sans fin. Récrivez le modèle pour qu'il n'y en ait qu'une.",
  example: ({ example }) =>
    `L'exemple ${quote(example)} ne respecte pas les règles de sa propre colonne, et Validata refuse le schéma. Corrigez l'un ou l'autre.`,
  examples: ({ example }) => `L'exemple ${quote(example)} ne respecte pas les règles de sa propre colonne. Corrigez l'un ou l'autre.`,
  'example-check': ({ example, check }) =>
    `L'exemple ${quote(example)} ne passe pas le contrôle ${quote(check)} de sa colonne. Choisissez-en un vrai.`,
  'key-field': ({ key, name }) => `La clé ${quote(key)} nomme ${quote(name)}, qui n'est pas une colonne du schéma.`,
  'key-value': ({ key, value }) => `La clé ${quote(key)} ne peut être comprise (${quote(value)}) : il lui faut des noms de colonnes.`,
  'key-resource': ({ name }) => `Une clé vise le tableau ${quote(name)}, que le paquet n'a pas.`,
  'key-reference': ({ name, resource }) => `Une clé vise la colonne ${quote(name)} du tableau ${quote(resource)}, qui ne l'a pas.`,
  'no-resources': () => "Un paquet de données a une liste « resources », avec au moins un tableau : il n'y en a pas ici.",
  'resource-not-an-object': () => 'Un tableau du paquet se décrit par un objet JSON, entre accolades.',
  'resource-name-missing': () => "Ce tableau n'a pas de nom : ajoutez « name ».",
  'resource-name-duplicate': ({ name }) => `Deux tableaux s'appellent ${quote(name)} : renommez-en un.`,
  'resource-path-missing': () => "Ce tableau ne dit pas où sont ses données : ajoutez « path », par exemple celui d'un fichier d'exemple.",
  'resource-file': ({ file }) => `Le fichier ${quote(file)} n'est pas dans le dossier du paquet.`,
  'resource-schema-missing': () => "Ce tableau n'a pas de schéma : rien ne peut y être vérifié. Ajoutez « schema ».",
  'resource-schema': ({ place, reason }) => `Le schéma ${quote(place)} ne peut être lu. ${String(reason).replace(/\.$/, '')}.`,
  'foreign-key-length': ({ fields, referenced }) =>
    `Cette clé a ${String(fields)} colonne(s) mais en vise ${String(referenced)} : il en faut autant des deux côtés.`,
  'unknown-check': ({ check, nearest }) => `Le contrôle ${quote(check)} n'existe pas : Validata refuse le schéma.${didYouMean(nearest)}`,
  'check-parameter': ({ check, parameter, value }) =>
    `Le paramètre ${quote(parameter)} du contrôle ${quote(check)} ${value === undefined ? 'manque ou ne peut être compris' : `ne peut être compris (${quote(value)})`}.`,
  'not-applied': ({ property }) => `La propriété ${quote(property)} vient de la version 2 de Table Schema : Validata ne l'applique pas.`,
  'missing-property': ({ property }) => `Le registre demande ${quote(property)} : ${ADMISSION[String(property)] ?? ''}.`,
  'encouraged-property': ({ property }) => `Le registre conseille ${quote(property)} : ${ENCOURAGED[String(property)] ?? ''}.`,
  'name-form': ({ name }) => `Le nom ${quote(name)} doit s'écrire en minuscules sans accent, avec « - » ou « _ » entre les mots.`,
  'version-form': ({ version }) => `La version ${quote(version)} doit avoir trois nombres, comme 1.0.0, et être celle de l'étiquette git.`,
  'version-mismatch': ({ version, found, text }) =>
    `La version est ${quote(version)}, mais on lit ${quote(found)} dans ${quote(text)}. Mettez la même partout.`,
  'address-form': ({ property, value }) => `${quote(property)} doit être une adresse web complète, et non ${quote(value)}.`,
  'date-form': ({ property, value }) => `${quote(property)} doit être une date aaaa-mm-jj, et non ${quote(value)}.`,
  'email-form': ({ value }) => `${quote(value)} n'est pas une adresse électronique.`,
  contributor: ({ property }) =>
    property === 'email'
      ? "Aucun contributeur n'a d'adresse électronique (« email ») : le registre en demande une."
      : "Ce contributeur n'a pas de nom : ajoutez « title ».",
  'missing-file': ({ file }) => `Le registre demande un fichier ${quote(file)} à côté du schéma.`,
  'field-description': ({ field }) => `La colonne ${quote(field)} n'a ni titre ni description : personne ne saura quoi y écrire.`,
  'field-example': ({ field }) => `La colonne ${quote(field)} n'a pas d'exemple.`,
}
