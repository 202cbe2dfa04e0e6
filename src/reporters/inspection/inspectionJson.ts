// What `scdl inspect` found, for programs: described by src/inspection.schema.json.
import type { Inspection } from '../../core/inspectionTypes.js'
import { type InspectionWords, type Messages, say } from '../../messages/index.js'
import { jsonText } from '../jsonText.js'

/** With the sentence of each fault and remark beside its code. */
export function inspectionJson(inspection: Inspection, messages: Messages, words: InspectionWords): string {
  const { faults, publishing } = inspection
  const written = {
    ...inspection,
    faults: faults.map((fault) => {
      const { code, details, row } = fault
      return { ...fault, message: say(messages, { code, type: '', severity: 'error', details, ...(row !== undefined && { row }) }) }
    }),
    publishing: {
      ...publishing,
      remarks: publishing.remarks.map((remark) => ({ ...remark, message: words.publishing.remarks[remark.code](remark.details) })),
    },
  }
  return `${jsonText(written)}\n`
}
