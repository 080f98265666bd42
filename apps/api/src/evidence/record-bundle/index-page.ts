import type { ExpedienteData } from '@portal/documents'
import { formatInstant } from '@portal/domain'
import { bundledName, receiptFile } from './bundled-names.ts'

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const text = (value: string): string => value.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? '')

const STYLE = `
  body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #333; }
  table { border-collapse: collapse; width: 100%; }
  caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
  th, td { border: 1px solid #bcb8b6; padding: 0.35rem 0.5rem; text-align: left; vertical-align: top; }
  code { overflow-wrap: anywhere; }
  @media print { body { margin: 0; max-width: none; } }`

/** What an expediente holds, to be read by anybody with a browser and without the portal. No script, nothing from elsewhere. */
export function indexPage({ acts, receipts, files, exportedAt }: ExpedienteData): string {
  const rows = acts.map(
    ({ at, who, act, details, reason, folio, recordId, place }) => `<tr>
<td>${text(at)}</td>
<td>${who.split('\n').map(text).join('<br>')}</td>
<td>${text(act)}${details.map(({ label, value }) => `<br>${text(label)}: ${text(value)}`).join('')}</td>
<td>${text(reason)}</td>
<td>${text(folio)}</td>
<td>${text(place)}<br><code>${recordId}</code></td>
</tr>`,
  )
  const receiptItems = receipts.map((folio) => `<li><a href="acuses/${receiptFile(folio)}">${text(folio)}</a></li>`)
  const fileItems = files.map(
    (file) =>
      `<li><a href="archivos/${encodeURIComponent(bundledName(file))}">${text(file.name)}</a>, SHA-256 <code>${file.sha256}</code></li>`,
  )
  return `<!doctype html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Expediente</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Expediente</h1>
<p>Exportado el ${text(formatInstant(exportedAt))}. Para comprobarlo sin el portal: <code>node verificar.mjs</code> en esta carpeta.</p>
<table>
<caption>Actos (${acts.length})</caption>
<thead><tr>${['Fecha y hora', 'Quién', 'Acto', 'Motivo', 'Acuse', 'Registro'].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${section('Acuses', receiptItems)}
${section('Archivos', fileItems)}
</body>
</html>
`
}

const section = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<h2>${title}</h2>\n<ul>\n${items.join('\n')}\n</ul>`
