// Small words that give a language away, outside the texts that a sentence quotes.

const FRENCH =
  'le|la|les|un|une|des|du|de|au|aux|et|ou|est|sont|ne|pas|dans|avec|pour|sur|par|que|qui|ce|cette|il|faut|ligne|lignes|colonne|colonnes|cellule|cellules|fichier|valeur|valeurs|schéma|chiffres'
const ENGLISH =
  'the|an|of|is|are|and|not|must|with|from|for|this|that|it|its|row|rows|column|columns|cell|cells|file|value|values|schema|digits|written'

const wordsIn = (text: string, words: string): string[] => {
  const unquoted = text.replace(/“[^”]*”|«[^»]*»|(?:Table|JSON) Schema/gu, '')
  // Parts of addresses, of options and of file names are no words of the sentence.
  return unquoted.match(new RegExp(`(?<![\\p{L}\\p{N}_./-])(?:${words})(?![\\p{L}\\p{N}_/'-]|\\.\\p{L})`, 'giu')) ?? []
}

export const frenchIn = (text: string): string[] => wordsIn(text, FRENCH)
export const englishIn = (text: string): string[] => wordsIn(text, ENGLISH)
