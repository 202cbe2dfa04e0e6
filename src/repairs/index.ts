// The repairs, in the order in which they are tried: the first whose outcome is accepted wins. Keys appear in reports.
import type { Repair } from '../core/repair.js'
import { commaGroupsNumber } from './commaGroupsNumber.js'
import { datePeriod } from './datePeriod.js'
import { dayFirstDate } from './dayFirstDate.js'
import { dayFirstMoment } from './dayFirstMoment.js'
import { dayFirstPeriod } from './dayFirstPeriod.js'
import { decimalNumber } from './decimalNumber.js'
import { dotGroupsNumber } from './dotGroupsNumber.js'
import { excelSerialDate } from './excelSerialDate.js'
import { frenchWrittenDate } from './frenchWrittenDate.js'
import { identifierDotZero } from './identifierDotZero.js'
import { identifierSpaces } from './identifierSpaces.js'
import { isoDate } from './isoDate.js'
import { isoMoment } from './isoMoment.js'
import { leadingZeros } from './leadingZeros.js'
import { mojibake } from './mojibake.js'
import { monthFirstDate } from './monthFirstDate.js'
import { openingHoursFrench } from './openingHoursFrench.js'
import { overseasPhone } from './overseasPhone.js'
import { percent } from './percent.js'
import { phoneSpacing } from './phoneSpacing.js'
import { replacementCharacter } from './replacementCharacter.js'
import { scientificNotation } from './scientificNotation.js'
import { spreadsheetError } from './spreadsheetError.js'
import { swappedCoordinates } from './swappedCoordinates.js'
import { trim } from './trim.js'
import { words } from './words.js'
import { yearInterval } from './yearInterval.js'

export const repairs = {
  trim,
  words,
  // Before `decimalNumber`, whose cells prove what these two assume.
  dotGroupsNumber,
  commaGroupsNumber,
  decimalNumber,
  percent,
  isoDate,
  frenchWrittenDate,
  datePeriod,
  dayFirstDate,
  dayFirstPeriod,
  monthFirstDate,
  isoMoment,
  dayFirstMoment,
  yearInterval,
  openingHoursFrench,
  phoneSpacing,
  overseasPhone,
  identifierDotZero,
  identifierSpaces,
  mojibake,
  leadingZeros,
  swappedCoordinates,
  excelSerialDate,
  scientificNotation,
  replacementCharacter,
  spreadsheetError,
} as const satisfies Record<string, Repair>
