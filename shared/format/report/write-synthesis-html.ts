import type { ReportHead } from '../../model/report.ts';
import { unreachable } from '../../model/result.ts';
import type { Synthesis } from '../../model/synthesis.ts';
import { escapeHtml } from './escape-html.ts';
import { type ReportBlock, synthesisBlocks, synthesisName } from './synthesis-blocks.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --quiet: #5d5a54; --line: #d9d5cc; --paper: #fdfcfa; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae5; --quiet: #a8a49b; --line: #45423c; --paper: #1d1c1a; } }
body { max-inline-size: 50rem; margin: 2.5rem auto; padding-inline: 1.5rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
h1, h2, h3, h4 { line-height: 1.25; margin-block: 1.75rem .5rem; break-after: avoid; }
p, dd { white-space: pre-wrap; overflow-wrap: anywhere; }
.front, table { font: .875rem/1.45 system-ui, sans-serif; } .front, th { color: var(--quiet); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; margin-block: 1rem; }
th, td { text-align: start; vertical-align: bottom; padding: .25rem .6rem .25rem 0; border-block-end: 1px solid var(--line); font-variant-numeric: tabular-nums; }
blockquote { margin: 0 0 .75rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); color: var(--quiet); }
.item { margin-block: 0 .85rem; padding-inline-start: 1rem; break-inside: avoid; } .item p { margin: 0; } .by { font-weight: 700; } .outcome { font-style: italic; }
@media print { body { max-inline-size: none; margin: 0; font-size: 11pt; } @page { margin: 2cm; } }
`;

const cells = (tag: 'th' | 'td', row: readonly string[]): string =>
  `<tr>${row.map((text, k) => (tag === 'th' || k === 0 ? `<th scope="${tag === 'th' ? 'col' : 'row'}">${escapeHtml(text)}</th>` : `<td>${escapeHtml(text)}</td>`)).join('')}</tr>`;

function blockHtml(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} dir="auto">${escapeHtml(block.text)}</h${block.level}>`;
    case 'said':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'quoted':
      return `<blockquote dir="auto">${escapeHtml(block.text)}</blockquote>`;
    case 'table':
      return `<div class="scroll"><table><thead>${cells('th', block.head)}</thead><tbody>${block.rows.map((row) => cells('td', row)).join('')}</tbody></table></div>`;
    case 'item': {
      const outcome =
        block.outcome === '' ? '' : `<p class="outcome" dir="auto">${escapeHtml(block.outcome)}</p>`;
      return `<div class="item"><p class="by" dir="auto">${escapeHtml(block.by)}</p><p dir="auto">${escapeHtml(block.text)}</p>${outcome}</div>`;
    }
    default:
      return unreachable(block);
  }
}

/** A page that stands alone: no script, no outside file, printable. */
export function writeSynthesisHtml({ title, date }: ReportHead, synthesis: Synthesis): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: synthesis</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="front">Synthesis. ${escapeHtml(synthesisName(synthesis))}. As it stands on ${date.slice(0, 16).replace('T', ' ')} UTC.</p>
<main>
${synthesisBlocks(synthesis).map(blockHtml).join('\n')}
</main>
</body>
</html>
`;
}
