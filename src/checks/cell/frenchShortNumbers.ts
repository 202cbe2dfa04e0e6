// Short telephone numbers of France, which are dialled as they stand: emergencies, services in four digits, directory enquiries, text messages.
// From the national numbering plan (Arcep decision 2018-0881) and the lists that operators share.

const ANY = '[0-9]'
const SHAPES = [
  // Emergencies and social calls
  '15|17|18|112|110|114|115|119|191|196|197',
  // Services of social value common to Europe
  '116(?:000|111)',
  // Operators' own services
  `10${ANY}{2}|2(?:0(?:000|20)|24)|6(?:1[14]|34)|7(?:0[06]|22|40)`,
  // Directory enquiries
  `118${ANY}{3}`,
  // Services in four digits, then text messages
  `3${ANY}{3}|[3-8]${ANY}{4}`,
]
const SHORT_NUMBER = new RegExp(`^(?:${SHAPES.join('|')})$`)

/** `digits`: digits alone. */
export const isFrenchShortNumber = (digits: string): boolean => SHORT_NUMBER.test(digits)

/** Country codes from which 112 calls for help: the European Union and its neighbours. */
const EUROPE = /^(?:3[0-469]|35[1-46-9]|37[0-8]|38[0-9]|4[013-9]|42[013])112$/

/** `digits`: country code and number. */
export const isEuropeanEmergency = (digits: string): boolean => EUROPE.test(digits)
