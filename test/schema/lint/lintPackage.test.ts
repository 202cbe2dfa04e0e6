import { describe, expect, test } from 'vitest'
import { schemaWordsFor } from '../../../src/messages/index.js'
import { isDescriptor } from '../../../src/schema/descriptor.js'
import { lintPackage } from '../../../src/schema/lint/lintPackage.js'
import { packageCases, rightPackage } from './packageCases.js'

/** With the schemas that stand in it. */
function lint(descriptor: object) {
  const { resources = [] } = descriptor as { resources?: readonly unknown[] }
  const schemas = resources.map((item) => (isDescriptor(item) && isDescriptor(item.schema) ? item.schema : undefined))
  return lintPackage(descriptor, schemas)
}

describe('lintPackage', () => {
  test('finds nothing in a right one', () => expect(lint(rightPackage)).toEqual([]))

  test.each(packageCases)('%s %s', (rule, pointer, descriptor) => {
    expect(lint(descriptor).map((found) => `${found.rule} ${found.pointer}`)).toContain(`${rule} ${pointer}`)
  })

  test.each(['fr', 'en'] as const)('each has its sentence, whole: %s', async (language) => {
    const words = await schemaWordsFor(language)
    for (const [, , descriptor] of packageCases) {
      for (const { rule, details } of lint(descriptor)) {
        const sentence = words.lint.rules[rule](details)
        expect(sentence).toMatch(/^\S.*[.]$/)
        expect(sentence).not.toMatch(/undefined|\[object/)
      }
    }
  })
})
