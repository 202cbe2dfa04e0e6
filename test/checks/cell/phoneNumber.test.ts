import { describe, expect, test } from 'vitest'
import { isPlainFrenchNumber, phoneNumberValue } from '../../../src/checks/cell/phoneNumberValue.js'
import { compiled, faultOf } from '../faultOf.js'

const check = await compiled(phoneNumberValue)

describe('telephone numbers', () => {
  test.each([
    '0199002737',
    '01 99 00 27 37',
    '01.99.00.27.37',
    '01-99-00-27-37',
    '01/99/00/27/37',
    ' 01 99 00 27 37',
    '  026  191  13  45  ',
    '01\u00a045\u00a067\u00a089\u00a001',
    '0699999999',
    '0765432109',
    '0 892 70 55 05',
    '0970 123 456',
    '+33199002737',
    '+33 (0)1 99 00 27 37',
    '+330145678901',
    '0033 1 45 67 89 01',
    '0044 20 7946 0958',
    '+39 06 698 12345',
    '+508412345',
    '+262 692 12 34 56',
    '0590123456',
    '0262123456',
    '+33590123456',
    '01 45 67 89 01 x12',
    '0145678901#12',
    'Tél : 01 45 67 89 01',
  ])('%s is one', (text) => expect(faultOf(check, text)).toBe(0))

  test.each([
    '15',
    '17',
    '18',
    '112',
    '115',
    '119',
    '191',
    '196',
    '197',
    '116000',
    '116111',
    '118712',
    '118 218',
    '1014',
    '39 49',
    '3949',
    '3033',
  ])('%s is a short one', (text) => expect(faultOf(check, text)).toBe(0))
  test.each(['+33 15', '+33 3949', '+32 112', '0032112'])('%s is a short one, from abroad', (text) => expect(faultOf(check, text)).toBe(0))

  test.each([
    '10',
    '16',
    '1 5',
    '116117',
    '+32 15',
    '+1 112',
    '0690123456',
    '0639123456',
    '0692123456',
    '0693123456',
    '0000000000',
    '0401234567',
    '01 99 00 27',
    '01 99 00 27 37 1',
    '44 20 7946 0958',
    '01\t45 67 89 01',
    '01_45_67_89_01',
    '01 45 67 89 01 / 06 12 34 56 78',
    '01 45 67 89 01 (standard)',
    '-',
    '+',
    ' ',
    'néant',
    '2,45E+08',
  ])('%s is none', (text) => expect(faultOf(check, text)).toBe(1))

  test('what is accepted at once is accepted slowly too', async () => {
    const { parsePhoneNumberFromString } = await import('libphonenumber-js/max')
    const encoder = new TextEncoder()
    const overseas = /^0(?:262|590|594)/
    for (let prefix = 0; prefix < 1000; prefix++) {
      const text = `0${String(prefix).padStart(3, '0')}123456`
      const plain = isPlainFrenchNumber(encoder.encode(text), 0, text.length)
      const valid = overseas.test(text) || (parsePhoneNumberFromString(text, 'FR')?.isValid() ?? false)
      if (plain && !valid) throw new Error(text)
      expect(faultOf(check, text)).toBe(valid ? 0 : 1)
    }
  })
})
