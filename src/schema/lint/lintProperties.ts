// The properties of the descriptor itself.
import { nearestSpelling } from '../../core/editDistance.js'
import { FIELDS_MATCH } from '../../core/schema.js'
import { type Descriptor, isAbsent } from '../descriptor.js'
import { showValue } from '../schemaFault.js'
import type { SayLint } from './finding.js'

/** Table Schema v1 and v2, Validata's own, and what the registry's documentation describes. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['fields', 'missingValues', 'primaryKey', 'uniqueKeys', 'foreignKeys', 'fieldsMatch', 'custom_checks', '$schema'],
  ...['name', 'title', 'description', 'version', 'homepage', 'path', 'created', 'lastModified', 'contributors', 'resources', 'sources'],
  ...[
    'countryCode',
    'keywords',
    'licenses',
    'uri',
    'author',
    'contact',
    'image',
    'labels',
    'id',
    'profile',
    'example',
    'examples',
    'language',
  ],
])

export function lintProperties(descriptor: Descriptor, say: SayLint): void {
  for (const property of Object.keys(descriptor)) {
    if (KNOWN.has(property)) continue
    if (property === 'constraints') {
      say('useless-property', [property], { property })
      continue
    }
    const nearest = nearestSpelling(property, KNOWN)
    if (nearest !== undefined) say('misspelt-property', [property], { property, nearest })
  }
  lintFieldsMatch(descriptor.fieldsMatch, say)
}

function lintFieldsMatch(written: unknown, say: SayLint): void {
  if (isAbsent(written)) return
  const word: unknown = Array.isArray(written) && written.length === 1 ? written[0] : written
  if (FIELDS_MATCH.some((known) => known === word)) say('not-applied', ['fieldsMatch'], { property: 'fieldsMatch' })
  else say('property-value', ['fieldsMatch'], { property: 'fieldsMatch', value: showValue(written) })
}
