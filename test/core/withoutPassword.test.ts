import { expect, test } from 'vitest'
import { withoutPassword } from '../../src/core/withoutPassword.js'

test.each([
  ['https://agent:secret@ville.example/schema.json', 'https://***@ville.example/schema.json'],
  ['http://jeton@ville.example:8080/a@b', 'http://***@ville.example:8080/a@b'],
  ['https://a:b@c@ville.example', 'https://***@ville.example'],
  ['https://ville.example/agent:secret@2024/schema.json', 'https://ville.example/agent:secret@2024/schema.json'],
  ['https://ville.example?x=a@b', 'https://ville.example?x=a@b'],
  ['scdl/subventions@2.1.1', 'scdl/subventions@2.1.1'],
  ['dossier/a@b.csv', 'dossier/a@b.csv'],
])('%s is shown as %s', (address, shown) => expect(withoutPassword(address)).toBe(shown))
