// scdl schemas search
import { type KnownSchema, knownSchemas } from '../../../node/knownSchemas.js'
import { shippedCatalogue } from '../../../node/shippedStandards.js'
import { writeSchemas } from './listSchemas.js'
import type { Page } from './page.js'
import { refreshCatalogue } from './refreshCatalogue.js'

export async function searchSchemas(page: Page): Promise<number> {
  const { args, registry, words, flags } = page
  await refreshCatalogue(registry)
  const asked = args.flatMap((arg) => fold(arg).split(' ')).filter((word) => word !== '')
  const ranked = [...(await knownSchemas(registry)).values()]
    .map((schema) => ({ schema, rank: rankOf(schema, asked) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
  const found = ranked.map(({ schema }) => schema)
  if (found.length > 0 || flags.json) await writeSchemas(found, page)
  else await page.write(page.wrap(words.list.none(args.join(' '))))
  return 0
}

/** 0: a word is nowhere. Words in the name or the title weigh more than in the description. */
function rankOf({ name, title, description = '' }: KnownSchema, words: readonly string[]): number {
  const near = fold(`${name} ${title} ${shippedCatalogue().get(name)?.title ?? ''}`)
  const far = fold(description)
  let rank = 0
  for (const word of words) {
    if (has(near, word)) rank += 3
    else if (has(far, word)) rank += 1
    else return 0
  }
  return rank
}

/** At the beginning of a word; a plural finds its singular. */
const has = (text: string, word: string): boolean =>
  ` ${text}`.includes(` ${word}`) || (word.length > 3 && /[sx]$/.test(word) && ` ${text}`.includes(` ${word.slice(0, -1)}`))

/** Words in small letters without accents, apart by one space. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
