import type { SchemaFacts } from '../core/reportTypes.js'
import type { SchemaKind } from '../schema/schemaKind.js'
import type { Aliases } from './shippedStandards.js'

export interface ResolvedSchema {
  /** As the file has it: nothing is known of it but that it is JSON. */
  descriptor: unknown
  kind: SchemaKind
  /** Where the registry or the web has it. */
  address?: string
  facts: SchemaFacts
  /** By field name: the labels that real files give it. */
  aliases?: Aliases
}
