import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const FORMATS: Record<string, { accepted: string[]; refused: string[] }> = {
  default: { accepted: ['x', ' ', 'é', '\u200b', '😀', ''], refused: [] },
  email: {
    accepted: [
      'a@b.fr',
      'A@B.FR',
      'first.last+tag@sub.example.co.uk',
      "a'b@c.fr",
      'a_b@c.fr',
      'a@b-c.fr',
      'a@1.22',
      'a@localhost',
      'a@[127.0.0.1]',
      '"a.b"@c.fr',
      'a@é.fr',
      'a@mairie-évry.fr',
      'a@b.xn--p1ai',
      'a@b.fr.',
      'a@b.fr ',
      'a@b.fr\n',
      `${'a'.repeat(64)}@b.fr`,
    ],
    refused: [
      'a',
      '@b.fr',
      'a@',
      'a@b',
      'a@b.f',
      'a@@b.fr',
      ' a@b.fr',
      'a b@c.fr',
      'é@b.fr',
      '.a@b.fr',
      'a.@b.fr',
      'a..b@c.fr',
      'a@b..fr',
      'a@.fr',
      'a@-b.fr',
      'a@b-.fr',
      'a@b_c.fr',
      'a@b,fr',
      '"a b"@c.fr',
      'a@é',
      'a@é é.fr',
      'a@[1.2.3]',
      `${'a'.repeat(65)}@b.fr`,
      'a@b.fr;c@d.fr',
      'http://a.fr',
    ],
  },
  uri: {
    accepted: [
      'https://a.fr',
      'HTTPS://A.FR',
      'http:a',
      'https://',
      'mailto:a@b.fr',
      'urn:isbn:1',
      'a+b-c.1:',
      'https://a.fr; https://b.fr',
      'x:é',
    ],
    refused: ['www.a.fr', 'http', '://a.fr', ':a', 'https//a.fr', ' https://a.fr', '1a:b', 'é:a', '/a/b', '#a'],
  },
  uuid: {
    accepted: ['123e4567-e89b-12d3-a456-426614174000', 'C9BF9E57-1685-7C89-CAFB-FF5AF830BE8A', '00000000-0000-0000-0000-000000000000'],
    refused: [
      '123e4567e89b12d3a456426614174000',
      '{123e4567-e89b-12d3-a456-426614174000}',
      'g9bf9e57-1685-4c89-bafb-ff5af830be8a',
      '123e4567-e89b-12d3-a456-42661417400',
      '123e4567-e89b-12d3-a456-426614174000 ',
      '123e4567-e89b-12d3-a456_426614174000',
    ],
  },
  binary: {
    accepted: ['YWJj', 'YW Jj', 'YWJj\n', 'YWI=', 'YQ==', 'YQ==YQ', '=', '!!!!', '+/+/', 'YWJj===='],
    refused: ['Y', 'YW', 'YWI', 'YW=', 'Y===', 'YWJ_', 'YWJ-', 'é', 'YWI=é'],
  },
}

describe.each(Object.entries(FORMATS))('string, format %s', (format, { accepted, refused }) => {
  const { accepts, type } = compileType('string', { format })

  it('accepts', () => expect(accepted.filter((text) => !accepts(text) || type.read(text) !== text)).toEqual([]))
  it('refuses', () => expect(refused.filter((text) => accepts(text) || type.read(text) !== undefined)).toEqual([]))
})

describe('string', () => {
  it('counts code points', () => {
    expect(['', 'abc', 'é', 'e\u0301', '😀', '👨‍👩‍👧'].map(compileType('string').size)).toEqual([0, 3, 1, 2, 1, 5])
  })

  it('takes an unknown format for the default one, and says so', () => {
    const { accepts, type } = compileType('string', { format: 'mail' })
    expect(accepts('x')).toBe(true)
    expect(type.ignored).toEqual(['format'])
    expect(compileType('string', { format: 'constructor' }).type.ignored).toEqual(['format'])
    expect(compileType('string').type.ignored).toBeUndefined()
  })

  it('has no value of a workbook for its own: numbers and dates are tested as their text', () => {
    for (const kind of ['number', 'boolean', 'date'] as const) {
      expect(compileType('string').acceptsNative(kind, '2022')).toBeUndefined()
    }
  })
})
