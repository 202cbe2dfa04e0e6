// scdl schemas: the commands about schemas.
import type { CommandRun } from '../commandRun.js'
import { withRegistry } from '../registryFlags.js'
import type { SchemasFlags } from '../schemasProgram.js'
import type { SchemasCommand } from '../texts/schemasTexts.js'
import { lintSchema } from './schemas/lintSchema.js'
import { listFields } from './schemas/listFields.js'
import { listSchemas } from './schemas/listSchemas.js'
import { openPage, type Page } from './schemas/page.js'
import { searchSchemas } from './schemas/searchSchemas.js'
import { showDifferences } from './schemas/showDifferences.js'
import { showSchema } from './schemas/showSchema.js'
import { updateSchemas } from './schemas/updateSchemas.js'
import { writeDocumentation } from './schemas/writeDocumentation.js'
import { writeTemplate } from './schemas/writeTemplate.js'

const commands: Readonly<Record<SchemasCommand, (page: Page) => Promise<number>>> = {
  list: listSchemas,
  search: searchSchemas,
  show: showSchema,
  fields: listFields,
  diff: showDifferences,
  doc: writeDocumentation,
  update: updateSchemas,
  lint: lintSchema,
  template: writeTemplate,
}

/** The exit code. */
export const schemasCommand = (name: SchemasCommand, args: readonly string[], flags: SchemasFlags, run: CommandRun): Promise<number> =>
  withRegistry(flags, run, async (registry) => commands[name](await openPage(args, flags, registry, run)))
