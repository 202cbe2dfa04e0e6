// scdl schemas diff: what changes for a producer.

import { wrap } from '../../../reporters/human/layout.js'
import { diffSchemas, type SchemaChange } from '../../../schema/diffSchemas.js'
import type { LoadedSchema } from '../../../validateOptions.js'
import { loadSchema } from '../../loadSchema.js'
import type { Page } from './page.js'

const EFFECTS: readonly SchemaChange['effect'][] = ['stricter', 'looser', 'none']
const BULLET = '  - '

export async function showDifferences(page: Page): Promise<number> {
  const { args, registry, words, style, flags } = page
  const before = await loadSchema(args[0] ?? '', registry)
  const after = await loadSchema(args[1] ?? '', registry)
  const changes = diffSchemas(before.schema, after.schema)
  if (flags.json) {
    await page.writeJson({ before: before.facts, after: after.facts, changes })
    return 0
  }
  const { diff } = words
  const lines = [style.bold(diff.title(nameOf(before), nameOf(after)))]
  for (const effect of EFFECTS) {
    const told = changes.filter((change) => change.effect === effect)
    if (told.length === 0) continue
    lines.push('', style.bold(diff[effect]))
    for (const change of told) lines.push(...wrap(diff.change(change), page.width, BULLET, ' '.repeat(BULLET.length)))
  }
  if (changes.length === 0) lines.push('', diff.same)
  await page.write(lines)
  return 0
}

const nameOf = ({ facts: { name, version } }: LoadedSchema): string => (version === undefined ? name : `${name} ${version}`)
