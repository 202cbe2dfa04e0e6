// What is wrong with a configuration, as a fault of the request, with the line where it can be told.
import type { Details } from '../../core/diagnostic.js'
import { ScdlError } from '../../core/error.js'
import { lineOfKey } from './lineOfKey.js'

export interface ConfigurationText {
  path: string
  text: string
}

/** `keys`: the way to the fault, as `files`, 0, `shema`. */
export function configurationFault({ path, text }: ConfigurationText, keys: readonly (string | number)[], details: Details): ScdlError {
  const name = keys.findLast((key) => typeof key === 'string')
  const line = details.line ?? (typeof name === 'string' ? lineOfKey(text, name) : undefined)
  return new ScdlError('bad-configuration', {
    ...details,
    path,
    ...(keys.length > 0 && { key: placeOf(keys) }),
    ...(line !== undefined && { line }),
  })
}

/** `files[0].expect.siret`, entries counted as a program does. */
const placeOf = (keys: readonly (string | number)[]): string =>
  keys.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')
