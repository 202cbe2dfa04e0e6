// What the codes about values of JSON documents stand for.
import type { KnownCode } from '../../codes.js'
import type { RuleWords } from '../ruleWords.js'

export const jsonRules: { readonly [C in Extract<KnownCode, `json/${string}`>]: RuleWords } = {
  'json/type': {
    title: "Valeur d'un autre genre",
    help: "La valeur n'est pas du genre que le schéma attend : texte entre guillemets, nombre sans guillemets, true ou false, liste, objet.",
  },
  'json/required': {
    title: 'Propriété obligatoire absente',
    help: 'Le schéma exige cette propriété dans chaque objet de ce genre. Ajoutez-la, avec exactement ce nom.',
  },
  'json/enum': {
    title: 'Valeur hors de la liste',
    help: 'Le schéma ne permet que certaines valeurs, à écrire exactement comme il les donne : accents, majuscules et espaces comptent.',
  },
  'json/const': { title: 'Valeur imposée', help: "Le schéma ne permet ici qu'une seule valeur, à écrire exactement comme il la donne." },
  'json/pattern': {
    title: 'Forme inattendue',
    help: "La valeur n'a pas la forme que demande le schéma : nombre de chiffres, lettres, ordre de la date…",
  },
  'json/format': {
    title: 'Valeur mal écrite',
    help: "Le schéma attend une date, une adresse ou un autre texte d'une forme connue, et celui-ci ne l'a pas.",
  },
  'json/minimum': { title: 'Valeur trop petite', help: 'Le nombre est avant la limite que donne le schéma.' },
  'json/maximum': { title: 'Valeur trop grande', help: 'Le nombre est après la limite que donne le schéma.' },
  'json/exclusiveMinimum': {
    title: 'Valeur trop petite',
    help: 'Le nombre doit être plus grand que la limite que donne le schéma, et ne peut lui être égal.',
  },
  'json/exclusiveMaximum': {
    title: 'Valeur trop grande',
    help: 'Le nombre doit être plus petit que la limite que donne le schéma, et ne peut lui être égal.',
  },
  'json/multipleOf': { title: "Nombre qui n'est pas un multiple", help: "Le schéma ne permet que les multiples d'un nombre." },
  'json/minLength': { title: 'Valeur trop courte', help: "Le texte a moins de caractères que le schéma n'en demande." },
  'json/maxLength': { title: 'Valeur trop longue', help: "Le texte a plus de caractères que le schéma n'en permet." },
  'json/minItems': { title: 'Liste trop courte', help: "La liste a moins d'éléments que le schéma n'en demande." },
  'json/maxItems': { title: 'Liste trop longue', help: "La liste a plus d'éléments que le schéma n'en permet." },
  'json/uniqueItems': { title: 'Élément en double', help: 'Dans cette liste, chaque élément doit être différent des autres.' },
  'json/contains': {
    title: 'Élément attendu absent',
    help: "La liste doit avoir des éléments d'un certain genre, et n'en a pas le nombre voulu.",
  },
  'json/minProperties': { title: 'Trop peu de propriétés', help: "L'objet a moins de propriétés que le schéma n'en demande." },
  'json/maxProperties': { title: 'Trop de propriétés', help: "L'objet a plus de propriétés que le schéma n'en permet." },
  'json/additionalProperties': {
    title: 'Propriété hors du schéma',
    help: "Le schéma ne permet pas d'autres propriétés que les siennes. Si celle-ci devait être connue, son nom est à corriger.",
  },
  'json/additionalItems': { title: 'Éléments de trop', help: "La liste a plus d'éléments que le schéma n'en décrit." },
  'json/propertyNames': { title: 'Nom de propriété inattendu', help: "Le nom d'une propriété n'a pas la forme que demande le schéma." },
  'json/dependencies': {
    title: 'Propriétés à donner ensemble',
    help: "Des propriétés vont ensemble : quand l'une est là, l'autre doit l'être aussi.",
  },
  'json/anyOf': { title: 'Aucune des formes permises', help: "Le schéma permet plusieurs formes, et la valeur n'en suit aucune." },
  'json/oneOf': { title: 'Une seule forme permise', help: 'La valeur doit suivre une forme du schéma, et une seule.' },
  'json/not': { title: 'Valeur interdite', help: 'Le schéma interdit ici cette valeur.' },
  'json/duplicate-key': {
    title: 'Propriété écrite deux fois',
    help: "Un objet a deux fois la même propriété : les programmes n'en lisent que la dernière. Ne gardez que la bonne.",
  },
}
