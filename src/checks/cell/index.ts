// The checks on the cells of one column, by the name that a schema uses.
import type { CellCheck } from '../../core/check.js'
import { codeCommuneInsee } from './codeCommuneInsee.js'
import { codeDepartement } from './codeDepartement.js'
import { codeFantoir } from './codeFantoir.js'
import { codePaysIso2 } from './codePaysIso2.js'
import { codePaysIso3 } from './codePaysIso3.js'
import { codePostal } from './codePostal.js'
import { codeRegion } from './codeRegion.js'
import { codeRna } from './codeRna.js'
import { commune } from './commune.js'
import { departement } from './departement.js'
import { frenchGpsCoordinates } from './frenchGpsCoordinates.js'
import { frenchSirenValue } from './frenchSirenValue.js'
import { frenchSiretValue } from './frenchSiretValue.js'
import { idRnb } from './idRnb.js'
import { latitudeL93 } from './latitudeL93.js'
import { longitudeL93 } from './longitudeL93.js'
import { nomenclatureActesValue } from './nomenclatureActesValue.js'
import { openingHoursValue } from './openingHoursValue.js'
import { pays } from './pays.js'
import { phoneNumberValue } from './phoneNumberValue.js'
import { region } from './region.js'
import { yearIntervalValue } from './yearIntervalValue.js'

export const cellChecks = {
  'french-siret-value': frenchSiretValue,
  'french-siren-value': frenchSirenValue,
  'nomenclature-actes-value': nomenclatureActesValue,
  'opening-hours-value': openingHoursValue,
  'phone-number-value': phoneNumberValue,
  'year-interval-value': yearIntervalValue,
  'french-gps-coordinates': frenchGpsCoordinates,
  'code-commune-insee': codeCommuneInsee,
  'code-postal': codePostal,
  'code-departement': codeDepartement,
  'code-region': codeRegion,
  commune,
  departement,
  region,
  'code-pays-iso2': codePaysIso2,
  'code-pays-iso3': codePaysIso3,
  pays,
  'code-fantoir': codeFantoir,
  'code-rna': codeRna,
  'id-rnb': idRnb,
  'latitude-l93': latitudeL93,
  'longitude-l93': longitudeL93,
} as const satisfies Record<string, CellCheck>
