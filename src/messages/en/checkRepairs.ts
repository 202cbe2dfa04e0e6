// What the repairs of single checks and of dates with their hour mend.
import type { Messages, RepairName } from '../messages.js'
import { count, plural } from './words.js'

export const checkRepairs = {
  isoMoment: {
    did: (cells) => `${count(cells, 'date')} with a time, almost in the right form`,
    why: () => 'The year is written first and the time is there; what remains is to use exactly the form that is asked for.',
  },
  dayFirstMoment: {
    did: (cells) => `${count(cells, 'French-style date')} with a time`,
    why: () => 'The day is written first, whereas the schema asks for another form.',
  },
  yearInterval: {
    did: (cells) => `${count(cells, 'period')} of years to write with a slash`,
    why: () => 'Both years are there; what remains is to put a slash between them, without spaces.',
  },
  openingHoursFrench: {
    did: (cells) => `${count(cells, 'set')} of opening hours written the French way`,
    why: () => 'The schema asks for the OpenStreetMap notation: days as two English letters, times such as 09:00.',
  },
  phoneSpacing: {
    did: (cells) => `${count(cells, 'phone number')} with badly separated digits`,
    why: () => 'The ten digits are there; spaces between them are enough.',
  },
  overseasPhone: {
    did: (cells) => `${count(cells, 'overseas mobile number')} without ${plural(cells, 'its', 'their')} country code`,
    why: () => 'An overseas mobile number is written with the code of its territory.',
  },
  swappedCoordinates: {
    did: (cells) => `${count(cells, 'position')} where latitude and longitude are swapped`,
    why: () => 'Once latitude and longitude are swapped, the place is in France.',
  },
} as const satisfies Partial<{ readonly [R in RepairName]: Messages['repairs'][R] }>
