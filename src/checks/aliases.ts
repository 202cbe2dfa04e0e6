/** Other names under which schemas call a check: those of the French formats library that newer Validata versions take. */
export const checkAliases: Readonly<Record<string, string>> = {
  siret: 'french-siret-value',
  siren: 'french-siren-value',
  'nomenclature-acte': 'nomenclature-actes-value',
}
