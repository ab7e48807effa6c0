import type { Comparison, ComparisonRow } from '../compare/comparison.ts';
import {
  isQuiet,
  printKind,
  printLabels,
  printOrigin,
  printQuiet,
  printSummary,
} from './comparison-heading.ts';
import { COMPARISON_STYLE } from './comparison-style.ts';

export interface ComparedNames {
  readonly from: string;
  readonly to: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] as string);
const aloud = (text: string): string => `<span class="hidden">${text}</span>`;

/** Differences in place. What is inserted and deleted is said to screen readers, and never by colour alone. */
export function printWordsHtml({ words, typography }: ComparisonRow): string {
  const silent = new Set(typography);
  return words
    .map(([operation, text], at) => {
      if (operation === '=') return escapeHtml(text);
      if (silent.has(at)) return operation === '+' ? escapeHtml(text) : '';
      return operation === '+'
        ? `<ins>${aloud('[inserted ')}${escapeHtml(text)}${aloud(' end inserted]')}</ins>`
        : `<del>${aloud('[deleted ')}${escapeHtml(text)}${aloud(' end deleted]')}</del>`;
    })
    .join('');
}

function printRow(row: ComparisonRow, at: number, rows: readonly ComparisonRow[]): string {
  const origin = printOrigin(row, rows);
  const moved = origin === '' ? '' : ` · <a href="#from-${at}">${escapeHtml(origin)}</a>`;
  const kind = isQuiet(row) ? '' : `<div class="kind">${printKind(row)}${moved}</div>`;
  return (
    `<article id="row-${at}"${isQuiet(row) ? '' : ' class="edited"'}>` +
    `<div class="label">${escapeHtml(printLabels(row))}</div><div>${kind}<p dir="auto">${printWordsHtml(row)}</p></div></article>`
  );
}

/** Marks where moved rows stood, with a way to where they are now. */
function ghostsAfter(at: number, rows: readonly ComparisonRow[]): string[] {
  return rows.flatMap((row, index) =>
    row.stoodAfter === at
      ? [
          `<p class="ghost" id="from-${index}">↷ ${escapeHtml(printLabels(row))} stood here and ` +
            `<a href="#row-${index}">moved</a></p>`,
        ]
      : [],
  );
}

function printRows(rows: readonly ComparisonRow[]): string {
  const out: string[] = [];
  let quiet: string[] = [];
  const flush = (): void => {
    if (quiet.length > 0)
      out.push(`<details><summary>${printQuiet(quiet.length)}</summary>`, ...quiet, '</details>');
    quiet = [];
  };
  out.push(...ghostsAfter(-1, rows));
  rows.forEach((row, at) => {
    const ghosts = ghostsAfter(at, rows);
    if (isQuiet(row)) quiet.push(printRow(row, at, rows));
    else {
      flush();
      out.push(printRow(row, at, rows));
    }
    if (ghosts.length > 0) {
      flush();
      out.push(...ghosts);
    }
  });
  flush();
  return out.join('\n');
}

function printLabelTable({ labels }: Comparison): string {
  if (labels.length === 0) return '';
  const lines = labels.map(
    (line) =>
      `<tr><td>${escapeHtml(line.from.join(' + ') || '–')}</td><td>${escapeHtml(line.to.join(' + ') || '–')}</td>` +
      `<td><a href="#row-${line.row}">go there</a></td></tr>`,
  );
  return (
    '<details><summary>Old and new numbers</summary><table><thead><tr><th scope="col">Old</th><th scope="col">New</th>' +
    `<th scope="col">Paragraph</th></tr></thead><tbody>${lines.join('')}</tbody></table></details>`
  );
}

/** A file that stands alone: no scripts, nothing loaded from elsewhere. */
export function printComparisonHtml(comparison: Comparison, names: ComparedNames): string {
  const title = `${names.from} → ${names.to}`;
  const limits = comparison.limits.map(
    (limit) => `<p>Note: ${escapeHtml(limit.detail)} (${limit.count})</p>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${COMPARISON_STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>${printSummary(comparison)}</p>
<p><ins>Inserted words</ins> are underlined, <del>deleted words</del> struck through.</p>
${limits.join('\n')}
${printLabelTable(comparison)}
</header>
<main>
${printRows(comparison.rows)}
</main>
</body>
</html>
`;
}
