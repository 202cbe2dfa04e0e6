/** What ajv says of a value: its `ErrorObject`, written out, for published types stand without ajv. */
export interface JsonError {
  keyword: string
  /** JSON Pointer of the value. */
  instancePath: string
  schemaPath: string
  params: Record<string, unknown>
  propertyName?: string
  message?: string
  schema?: unknown
  parentSchema?: Record<string, unknown>
  data?: unknown
}
