// The formats that can be read, by the name that `detectFormat` gives them; what it names beside them is recognised only.
import { csv } from './csv/csv.js'

export const formats = { csv } as const
