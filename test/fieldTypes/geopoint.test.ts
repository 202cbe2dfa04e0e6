import { describe, expect, it } from 'vitest'
import { compileType } from './compileType.js'

const pair = compileType('geopoint')
const array = compileType('geopoint', { format: 'array' })
const object = compileType('geopoint', { format: 'object' })

describe('geopoint', () => {
  it.each([
    '180,90',
    '-180,-90',
    '2.35, 48.85',
    ' 2.35 , 48.85 ',
    '\u00a02.35,48.85\t',
    '48.85,2.35',
    '+2,48',
    '2.,48.',
    '.5,.5',
    '1e1,2',
    '1_0,2',
    '٢,٤٨',
    '-0,-0',
    '180.0000000000000000000000,90.00000000000000000000',
  ])('accepts %j', (text) => {
    expect(pair.accepts(text)).toBe(true)
  })

  it.each([
    '',
    '2',
    ',',
    '2,',
    '2,48,100',
    '2;48',
    '180.1,0',
    '0,90.1',
    '180.00000000000000000001,0',
    '0,-90.00000000000000000001',
    '200,100',
    'NaN,2',
    'INF,1',
    '−2,48',
    '[2,48]',
    'x,y',
    '2 48',
  ])('refuses %j', (text) => {
    expect(pair.accepts(text)).toBe(false)
  })

  it.each(['[180, -90]', '[0,0]', ' [ 90.50 , 45.50 ] ', '[-180.0, 90.0]', '["2.35", "48.85"]', '[1e1,2]', '\n[1,\t2]\r'])(
    'accepts %j as an array',
    (text) => {
      expect(array.accepts(text)).toBe(true)
    },
  )

  it.each([
    '2.35,48.85',
    '[]',
    '[1]',
    '[1,2,3]',
    '[200,0]',
    '[0,91]',
    '[2.35 48.85]',
    '{}',
    '[null,1]',
    '[true,1]',
    '[01,2]',
    '[1,02]',
    '[1.,2]',
    '[.5,2]',
    '[+1,2]',
    '[1,2',
    '1,2]',
    '"12"',
    '[NaN,1]',
    '[1,2]]',
    '[[1],2]',
  ])('refuses %j as an array', (text) => {
    expect(array.accepts(text)).toBe(false)
  })

  it.each(['{"lon":2.35,"lat":48.85}', '{"lat":48.85,"lon":2.35}', '{"lon":"2.35","lat":"48.85"}', '{"lon":9,"lon":1,"lat":2}'])(
    'accepts %j as an object',
    (text) => {
      expect(object.accepts(text)).toBe(true)
    },
  )

  it.each(['{"lon":2.35}', '{"lon":2.35,"lat":48.85,"z":1}', '{"longitude":2,"latitude":48}', '{"lon":200,"lat":0}', '[1,2]', '1,2', '{'])(
    'refuses %j as an object',
    (text) => {
      expect(object.accepts(text)).toBe(false)
    },
  )

  it('compares coordinates as numbers', () => {
    expect(new Set(['2.5,48', '2.50, 48.0', '+2.5,4.8e1', ' 2.5 ,48'].map(pair.key)).size).toBe(1)
    expect(new Set(['[2.5,48]', '[2.50, 48.0]', '["2.5",4.8e1]'].map(array.key)).size).toBe(1)
    expect(new Set(['{"lon":2.5,"lat":48}', '{"lat":48.0,"lon":"2.50"}'].map(object.key)).size).toBe(1)
    expect(pair.key('2.5,48')).not.toBe(pair.key('2.51,48'))
    expect(pair.key('2.123456789012345678,1')).not.toBe(pair.key('2.123456789012345679,1'))
    expect(pair.type.read(' 2.35 ,48.85')).toEqual({ lon: 2.35, lat: 48.85 })
    expect(pair.type.read('-0,0')).toEqual({ lon: 0, lat: 0 })
  })

  it('writes without odd spaces, digits as written', () => {
    expect(pair.type.canonical(' 2.350 ,48.85')).toBe('2.350,48.85')
    expect(pair.type.canonical('2.35,   48.85 ')).toBe('2.35, 48.85')
    expect(pair.type.canonical('+2,48')).toBe('2,48')
    expect(array.type.canonical('[ 1, 2 ]')).toBe('[ 1, 2 ]')
  })

  it('says which formats it does not know, and then accepts nothing, as Validata', () => {
    const { accepts, type } = compileType('geopoint', { format: 'wkt' })
    expect(type.ignored).toEqual(['format'])
    expect(accepts('1,2')).toBe(false)
  })
})
