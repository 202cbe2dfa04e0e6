// Sentences about the schema: what could not be understood in it, for its authors.
import type { KnownCode } from '../../codes.js'
import type { Detail, Diagnostic } from '../../core/diagnostic.js'
import type { PatternReason } from '../../core/pattern/patternError.js'
import { listOf, lookUp, textOf } from '../details.js'
import { typeName } from './types.js'
import { list, quote } from './words.js'

const inField = (d: Diagnostic): string => {
  const field = d.details.field ?? d.field
  return field === undefined ? '' : ` de la colonne ${quote(field)}`
}
const didYouMean = (nearest: Detail): string => (nearest === undefined || nearest === '' ? '' : ` Peut-être ${quote(nearest)} ?`)

const PATTERN_REASONS: { readonly [R in PatternReason]: string } = {
  'unbalanced-parenthesis': 'une parenthèse manque',
  'unterminated-class': 'un crochet ne se ferme pas',
  'nothing-to-repeat': 'un signe de répétition ne répète rien',
  'multiple-repeat': 'deux signes de répétition se suivent',
  'bad-repeat': 'une répétition a de mauvaises bornes',
  'bad-range': "un intervalle est à l'envers",
  'bad-escape': "une barre oblique inverse est suivie d'un signe inconnu",
  'bad-group': 'un groupe est inconnu',
  'bad-reference': "un renvoi vise un groupe qui n'existe pas",
  'bad-flags': 'une option est inconnue',
  'lookbehind-width': "une condition sur ce qui précède n'a pas de longueur fixe",
  'too-deep': 'trop de groupes sont emboîtés',
}

export function patternReason(reason: string): string {
  const known: Readonly<Record<string, string>> = PATTERN_REASONS
  const words = lookUp(known, reason)
  return words === undefined ? '' : ` : ${words}`
}

type SchemaCode = Extract<KnownCode, `schema/${string}`>

export const schemaCodes: { readonly [C in SchemaCode]: (d: Diagnostic) => string } = {
  'schema/unknown-type': (d) =>
    `Le schéma donne un type inconnu, ${quote(d.details.type)}, au contenu${inField(d)} : le contenu n'est pas vérifié.`,
  'schema/unknown-format': (d) =>
    `Le schéma donne un format inconnu, ${quote(d.details.format)}, au contenu${inField(d)} : ce format n'est pas vérifié.`,
  'schema/property': (d) =>
    `La propriété ${quote(d.details.property)}${inField(d)} ne peut être comprise dans le schéma${d.details.value === undefined ? '' : ` (${quote(d.details.value)})`} : elle est laissée de côté.`,
  'schema/misspelt-property': (d) =>
    `Le schéma a une propriété inconnue, ${quote(d.details.property)}${inField(d)} : elle est laissée de côté.${didYouMean(d.details.nearest)}`,
  'schema/unsupported-constraint': (d) =>
    `La règle ${quote(d.details.constraint)}${inField(d)} ne s'applique pas au type ${quote(typeName(textOf(d.details.type)))} : elle est laissée de côté.`,
  'schema/pattern': (d) =>
    `Le modèle ${quote(d.details.pattern)}${inField(d)} ne peut être compris${patternReason(textOf(d.details.reason))}. Il n'est pas vérifié.`,
  'schema/example': (d) => `L'exemple que le schéma donne${inField(d)} (${quote(d.details.example)}) ne respecte pas ses propres règles.`,
  'schema/key': (d) =>
    d.details.fields !== undefined
      ? `Le schéma veut que ${list(listOf(d.details.fields).map(quote))} ${listOf(d.details.fields).length > 1 ? 'existent' : 'existe'} aussi dans un autre tableau, ${quote(d.details.name)}, qui n'est pas à portée : ce renvoi n'est pas vérifié. Pour qu'il le soit, vérifiez les deux fichiers ensemble, selon leur paquet de données (datapackage.json).`
      : `La clé ${quote(d.details.key)} du schéma nomme ${quote(d.details.name)}, qui n'existe pas ou se trouve dans un autre fichier : elle n'est pas vérifiée.`,
  'schema/unknown-check': (d) =>
    `Le schéma demande un contrôle que scdl ne connaît pas, ${quote(d.details.check)} : il n'est pas fait.${didYouMean(d.details.nearest)}`,
  'schema/form-only': (d) =>
    `Pour le contrôle ${quote(d.details.check)}${inField(d)}, scdl vérifie que la forme est juste, mais pas que la valeur existe : il n'en a pas la liste.`,
  'schema/check-parameter': (d) =>
    `Le paramètre ${quote(d.details.parameter)} du contrôle ${quote(d.details.check)} ne peut être compris${d.details.value === undefined ? '' : ` (${quote(d.details.value)})`} : ce contrôle n'est pas fait.`,
}
