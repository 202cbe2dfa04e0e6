// csv-parse with the checks of schema.json written by hand as closures on strings: what a careful engineer would write with it.
import { createReadStream, readFileSync } from 'node:fs'
import { parse } from 'csv-parse'

const { fields, custom_checks: checks = [] } = JSON.parse(
  readFileSync(process.argv[3] ?? new URL('./schema.json', import.meta.url), 'utf8'),
)
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function luhn(text, count) {
  let sum = 0
  for (let i = count - 1, double = false; i >= 0; i--, double = !double) {
    let digit = text.charCodeAt(i) - 48
    if (double) digit = digit > 4 ? digit * 2 - 9 : digit * 2
    sum += digit
  }
  return sum % 10 === 0
}

function isSiret(text) {
  const digits = text.replace(/[\s.]/g, '')
  if (!/^\d{14}$/.test(digits)) return false
  if (digits.startsWith('356000000') && digits !== '35600000000048')
    return [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
  return luhn(digits, 14) && luhn(digits, 9)
}

function isDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  if (month < 1 || month > 12 || day < 1) return false
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= MONTH_DAYS[month - 1] + (leap ? 1 : 0)
}

const DATETIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

function isDatetime(text) {
  const match = DATETIME.exec(text)
  return match !== null && isDate(match[1]) && Number(match[2]) < 24 && Number(match[3]) < 60 && Number(match[4]) < 60
}

function isGeopoint(text) {
  const parts = text.split(',')
  if (parts.length !== 2) return false
  const [longitude, latitude] = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
}

const TYPES = {
  string: undefined,
  date: isDate,
  datetime: isDatetime,
  geopoint: isGeopoint,
  number: (text) => /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text),
  integer: (text) => /^[+-]?\d+$/.test(text),
}

function compile({ name, type, constraints = {} }) {
  const tests = []
  if (TYPES[type]) tests.push(TYPES[type])
  const { maxLength, pattern, minimum, maximum } = constraints
  if (maxLength !== undefined) tests.push((text) => text.length <= maxLength || [...text].length <= maxLength)
  if (pattern) {
    const regexp = new RegExp(pattern, 'u')
    tests.push((text) => regexp.test(text))
  }
  if (minimum !== undefined) tests.push((text) => Number(text) >= minimum)
  if (maximum !== undefined) tests.push((text) => Number(text) <= maximum)
  if (constraints.enum) {
    const values = new Set(constraints.enum)
    tests.push((text) => values.has(text))
  }
  if (checks.some(({ params }) => params.column === name)) tests.push(isSiret)
  const required = constraints.required === true
  return (text) => {
    if (text === '') return required ? 1 : 0
    let faults = 0
    for (const test of tests) if (!test(text)) faults++
    return faults
  }
}

const compiled = fields.map(compile)
let header = true
let rows = 0
let errors = 0
const parser = createReadStream(process.argv[2], { highWaterMark: 1 << 20 }).pipe(
  parse({ delimiter: process.argv[4] ?? ';', bom: true, relax_column_count: true }),
)
for await (const record of parser) {
  if (header) {
    header = false
    continue
  }
  rows++
  for (let c = 0; c < compiled.length; c++) errors += compiled[c](record[c])
}
console.log(rows, errors)
