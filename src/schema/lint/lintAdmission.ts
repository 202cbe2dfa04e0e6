// What schema.data.gouv.fr asks of a schema beyond Table Schema, and what its pages are made of.
import { type Descriptor, isAbsent, isDescriptor, isText } from '../descriptor.js'
import { showValue } from '../schemaFault.js'
import type { SayLint } from './finding.js'

const REQUIRED = ['name', 'title', 'description', 'homepage', 'version', 'contributors']
const ENCOURAGED = ['path', 'created', 'lastModified', 'resources', 'sources']
const ADDRESSES = ['homepage', 'path', '$schema']
const DATES = ['created', 'lastModified']
const TEXTS = ['name', 'title', 'description', 'homepage', 'version', 'path', 'created', 'lastModified']

export function lintAdmission(descriptor: Descriptor, say: SayLint): void {
  const isMissing = (property: string): boolean => isAbsent(descriptor[property]) || descriptor[property] === ''
  for (const property of REQUIRED) if (isMissing(property)) say('missing-property', [], { property })
  for (const property of ENCOURAGED) if (isMissing(property)) say('encouraged-property', [], { property })
  for (const property of TEXTS) {
    const value = descriptor[property]
    if (!isAbsent(value) && !isText(value)) say('property-value', [property], { property, value: showValue(value) })
  }
  const { name, version } = descriptor
  if (isText(name) && name !== '' && !/^[a-z0-9._-]+$/.test(name)) say('name-form', ['name'], { name })
  if (isText(version) && version !== '' && !/^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))
    say('version-form', ['version'], { version })
  for (const property of ADDRESSES) lintAddress(descriptor[property], property, [property], say)
  for (const property of DATES) {
    const value = descriptor[property]
    if (isText(value) && value !== '' && !/^\d{4}-\d\d-\d\d(T.*)?$/.test(value)) say('date-form', [property], { property, value })
  }
  lintContributors(descriptor.contributors, say)
  for (const property of ['resources', 'sources']) lintLinks(descriptor[property], property, say)
}

function lintAddress(value: unknown, property: string, path: readonly (string | number)[], say: SayLint): void {
  if (isText(value) && value !== '' && !/^https?:\/\/[^\s]+$/.test(value)) say('address-form', path, { property, value })
}

function lintContributors(written: unknown, say: SayLint): void {
  if (isAbsent(written)) return
  if (!Array.isArray(written)) {
    say('property-value', ['contributors'], { property: 'contributors', value: showValue(written) })
    return
  }
  if (written.length === 0) say('missing-property', ['contributors'], { property: 'contributors' })
  for (const [index, item] of written.entries()) {
    const path = ['contributors', index]
    if (!isDescriptor(item)) say('property-value', path, { property: 'contributors', value: showValue(item) })
    else if (isAbsent(item.title) && isAbsent(item.organisation)) say('contributor', path, { property: 'title' })
    else if (isText(item.email) && item.email !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(item.email)) {
      say('email-form', [...path, 'email'], { value: item.email })
    }
  }
  const hasEmail = written.some((item) => isDescriptor(item) && isText(item.email) && item.email !== '')
  if (written.length > 0 && !hasEmail) say('contributor', ['contributors'], { property: 'email' })
}

/** Example files and sources: each with an address. */
function lintLinks(written: unknown, property: string, say: SayLint): void {
  if (isAbsent(written)) return
  if (!Array.isArray(written)) {
    say('property-value', [property], { property, value: showValue(written) })
    return
  }
  for (const [index, item] of written.entries()) {
    if (!isDescriptor(item)) say('property-value', [property, index], { property, value: showValue(item) })
    else lintAddress(item.path, 'path', [property, index, 'path'], say)
  }
}
