// The help of `scdl merge` in English.
import type { MergeTexts } from '../mergeTexts.js'

export const merge: MergeTexts = {
  summary: 'put the reports of several machines together',
  description: `Puts JSON reports of scdl together: the one report, with its exit code, that a
single run over all the files would have given.

Exit code: that of scdl validate; 2 as well where a part is missing.`,
  reports: "reports written by scdl validate --report json=…, folders, or patterns such as 'reports/*.json'",
  after: `
Example, on two machines and then on a third:
  scdl validate data/ -s subventions --shard 1/2 -r json=reports/1.json
  scdl validate data/ -s subventions --shard 2/2 -r json=reports/2.json
  scdl merge reports/*.json -r html=report.html`,
}
