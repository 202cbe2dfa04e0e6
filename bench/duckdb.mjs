// DuckDB's read_csv with the declared types, every column counted so that every column is read. It checks types only: no key, no list, no pattern.
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const { fields } = JSON.parse(readFileSync(new URL('./schema.json', import.meta.url), 'utf8'))
const TYPES = { string: 'VARCHAR', date: 'DATE', number: 'DOUBLE', integer: 'BIGINT' }
const columns = fields.map(({ name, type }) => `'${name}': '${TYPES[type]}'`).join(', ')
const counts = fields.map(({ name }) => `count("${name}")`).join(', ')
const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
const reader = await connection.runAndReadAll(
  `SELECT count(*), ${counts} FROM read_csv('${process.argv[2].replaceAll("'", "''")}', delim = ';', header = true, columns = {${columns}})`,
)
console.log(String(reader.getRows()[0][0]))
