// One change between two versions of a schema, for who produces the files.
import type { SchemaChange } from '../../schema/diffSchemas.js'
import { typeName } from './types.js'
import { count, list, quote } from './words.js'

const SHOWN = 12
/** Longer values are told to have changed, not quoted. */
const QUOTED = 60

const OPTIONS: Readonly<Record<string, string>> = {
  trueValues: 'les mots pour « oui »',
  falseValues: 'les mots pour « non »',
  decimalChar: 'le signe décimal',
  groupChar: 'le signe des milliers',
  missingValues: 'les textes qui valent une cellule vide',
  arrayItem: 'ce que contient la liste',
  itemType: 'ce que contient la liste',
  delimiter: 'le séparateur de la liste',
  categories: 'les catégories',
}

const CONSTRAINTS: Readonly<Record<string, string>> = {
  minLength: 'la longueur minimale',
  maxLength: 'la longueur maximale',
  minimum: 'le minimum',
  maximum: 'le maximum',
  exclusiveMinimum: 'le minimum (exclu)',
  exclusiveMaximum: 'le maximum (exclu)',
  pattern: 'le modèle',
  jsonSchema: 'le schéma JSON',
  unique: "l'unicité",
}

const KEYS: Readonly<Record<string, string>> = {
  primaryKey: 'La clé',
  uniqueKeys: "Les clés d'unicité",
  foreignKeys: 'Les renvois à une autre colonne',
}

function fromTo(before: string | undefined, after: string | undefined): string {
  const isLong = (before ?? '').length > QUOTED || (after ?? '').length > QUOTED
  if (before === undefined) return isLong ? ' : nouveau' : ` : nouveau, ${quote(after)}`
  if (after === undefined) return ' : supprimé'
  return isLong ? ' : changé' : ` : ${quote(before)} devient ${quote(after)}`
}

function values(all: readonly string[] = []): string {
  const shown = all.slice(0, SHOWN).map(quote).join(', ')
  return all.length > SHOWN ? `${shown} … (${all.length} valeurs)` : shown
}

export function changeWords(change: SchemaChange): string {
  const field = quote(change.field)
  const { before, after, property = '', constraint = '', fields = [] } = change
  switch (change.kind) {
    case 'field-added':
      return `Nouvelle colonne ${change.required === true ? 'obligatoire' : 'facultative'} ${field}.`
    case 'fields-removed':
      return fields.length === 1
        ? `La colonne ${quote(fields[0])} sort du schéma : elle peut rester dans le fichier, elle n'est plus vérifiée.`
        : `Ces colonnes sortent du schéma : ${list(fields.map(quote))}. Elles peuvent rester dans le fichier, elles ne sont plus vérifiées.`
    case 'field-renamed':
      return `La colonne ${quote(before)} s'appelle désormais ${field}.`
    case 'required':
      return `${field} devient obligatoire.`
    case 'optional':
      return `${field} devient facultative.`
    case 'type':
      return `${field} change de type : ${typeName(before ?? '')} devient ${typeName(after ?? '')}.`
    case 'format':
      return `${field} change de format : ${quote(before)} devient ${quote(after)}.`
    case 'values-added':
      return `${field} accepte aussi : ${values(change.values)}.`
    case 'values-removed':
      return `${field} n'accepte plus : ${values(change.values)}.`
    case 'values-limited':
      return `${field} n'accepte plus que : ${values(change.values)}.`
    case 'values-freed':
      return `${field} accepte d'autres valeurs que celles de la liste.`
    case 'constraint':
      return `${field}, ${CONSTRAINTS[constraint] ?? constraint}${fromTo(before, after)}.`
    case 'option':
      return `${field}, ${OPTIONS[property] ?? property}${fromTo(before, after)}.`
    case 'key':
      return `${KEYS[property] ?? property}${fromTo(before, after)}.`
    case 'check-added':
      return `Nouveau contrôle ${quote(change.check)} sur ${list(fields.map(quote))}.`
    case 'check-removed':
      return `Le contrôle ${quote(change.check)} sur ${list(fields.map(quote))} disparaît.`
    case 'order':
      return "L'ordre des colonnes change."
    case 'words':
      return `Descriptions ou exemples réécrits : ${list([...fields.slice(0, SHOWN).map(quote), ...(fields.length > SHOWN ? [count(fields.length - SHOWN, 'autre')] : [])])}.`
  }
}
