// A page as HTML that needs nothing else; a stranger's text stays text.
import { visible } from '../../../messages/visible.js'
import type { Documentation, Part } from './documentation.js'

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; color: #1e1e1e; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
  h1 { line-height: 1.2 } h2 { margin-top: 2.5rem; border-bottom: 1px solid #ddd } h3 { margin-bottom: 0; font-family: ui-monospace, monospace }
  table { border-collapse: collapse } th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid #ddd; overflow-wrap: anywhere }
  p, li { overflow-wrap: anywhere }
  @media print { body { margin: 0 } h3 { break-after: avoid } }
`

export const html = ({ title, language, parts }: Documentation): string => `<!DOCTYPE html>
<html lang="${inert(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${inert(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${parts.map(write).join('\n')}
</body>
</html>
`

function write(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level}>${inert(part.text)}</h${part.level}>`
    case 'paragraph':
      return `<p>${inert(part.text)}</p>`
    case 'list':
      return `<ul>\n${part.items.map((item) => `<li>${inert(item)}</li>`).join('\n')}\n</ul>`
    case 'link':
      return `<p><a href="${inert(part.address)}" rel="noreferrer">${inert(part.text)}</a></p>`
    case 'table': {
      const line = (cells: readonly string[], name: 'th' | 'td'): string =>
        `<tr>${cells.map((cell) => `<${name}>${inert(cell)}</${name}>`).join('')}</tr>`
      return `<table>\n${[line(part.headings, 'th'), ...part.rows.map((row) => line(row, 'td'))].join('\n')}\n</table>`
    }
  }
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const inert = (text: string): string => visible(text.replace(/\s*\n\s*/g, ' ')).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
