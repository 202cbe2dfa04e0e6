import { expect, test } from 'vitest'
import { ScdlError } from '../../src/core/error.js'
import { requests as en } from '../../src/messages/en/requests.js'
import { requests as fr } from '../../src/messages/fr/requests.js'
import { writeFault } from '../../src/node/fileFault.js'

const refused = (code: string) => writeFault(Object.assign(new Error(code), { code, syscall: 'mkdir' }), '/donnees/a.csv') as ScdlError

test.each([
  ['EROFS', 'read-only', 'en lecture seule', 'read-only'],
  ['ENOSPC', 'no-space', 'plus de place', 'no space left'],
  ['EACCES', 'no-permission', 'le droit', 'permission'],
  ['ENOENT', 'no-such-folder', '« /donnees »', '“/donnees”'],
])('%s is told as what it is', (code, reason, french, english) => {
  const { details, code: fault } = refused(code)
  expect({ fault, reason: details.reason }).toEqual({ fault: 'write-failed', reason })
  expect(fr['write-failed'](details).replaceAll('\u00a0', ' ')).toContain(french)
  expect(en['write-failed'](details)).toContain(english)
})

test('what is not the file system speaking stays what it is', () => {
  const defect = new TypeError('x')
  expect(writeFault(defect, 'a')).toBe(defect)
  expect(refused('EIO')).toBeInstanceOf(ScdlError)
})
