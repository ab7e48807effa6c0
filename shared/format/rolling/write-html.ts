import type { ReportHead } from '../../model/report.ts';
import type { RollingParagraph, RollingText } from '../../model/rolling.ts';
import { firstStrong, languageOf } from '../language.ts';
import { escapeHtml } from '../report/escape-html.ts';
import { countsInWords, legendOf } from './legend.ts';
import { rollingLabel } from './print-text.ts';
import { type RollingSpan, spansOf } from './spans.ts';

/** For screen and paper; marks are underline, strike and weight beside colour, and the words say everything by themselves. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1c1b19; --quiet: #5d5a54; --line: #d9d5cc; --paper: #fdfcfa; --in: #0b5c34; --out: #9b1c1c; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceae5; --quiet: #a8a49b; --line: #45423c; --paper: #1d1c1a; --in: #8fd9ad; --out: #f2a49c; } }
body { max-inline-size: 46rem; margin: 2.5rem auto; padding-inline: 1.5rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
h1, h2, h3, h4 { line-height: 1.25; margin-block: 1.75rem .75rem; break-after: avoid; }
.front, .legend { font: .875rem/1.5 system-ui, sans-serif; color: var(--quiet); }
.legend { border-block: 1px solid var(--line); margin-block: 1.5rem 2rem; padding-block: .75rem; break-inside: avoid; }
.legend dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1.25rem; margin: .5rem 0 0; }
.legend dd { margin: 0; } .legend dt { color: var(--ink); }
main p { margin-block: 0 .85rem; white-space: pre-wrap; overflow-wrap: anywhere; orphans: 3; widows: 3; }
.hanging { padding-inline-start: 5rem; }
.hanging > .label { float: inline-start; margin-inline-start: -5rem; min-inline-size: 4.5rem; }
.item-1 { margin-inline-start: 2.5rem; } .item-2 { margin-inline-start: 5rem; } .item-3 { margin-inline-start: 7.5rem; } .item-4 { margin-inline-start: 10rem; }
.alternative, .insertion { border-inline-start: 3px double var(--line); padding-inline-start: .75rem; }
.hanging.alternative, .hanging.insertion { padding-inline-start: 5.75rem; }
ins { color: var(--in); text-decoration: underline; } del { color: var(--out); text-decoration: line-through; }
.bracket, .by { font-weight: 700; } .said { font-style: italic; }
@media (max-width: 34rem) { .legend dl { grid-template-columns: 1fr; } }
@media print { body { max-inline-size: none; margin: 0; font-size: 11pt; } @page { margin: 2.5cm; } }
`;

const ELEMENTS = { struck: 'del', inserted: 'ins' } as const;

/** Names and words of others are isolated, so that no script disturbs the brackets around it (Unicode UAX 9). */
function spanHtml({ tone, text, marks }: RollingSpan): string {
  let written = escapeHtml(text);
  if (marks.underline) written = `<u>${written}</u>`;
  if (marks.italic) written = `<em>${written}</em>`;
  if (marks.bold) written = `<strong>${written}</strong>`;
  if (marks.link !== undefined) written = `<a href="${escapeHtml(marks.link)}">${written}</a>`;
  switch (tone) {
    case 'text':
      return written;
    case 'struck':
    case 'inserted':
      return `<${ELEMENTS[tone]}><bdi>${written}</bdi></${ELEMENTS[tone]}>`;
    case 'by':
      return `<bdi class="by">${written}</bdi>`;
    default:
      return `<span class="${tone}">${written}</span>`;
  }
}

function paragraphHtml(paragraph: RollingParagraph): string {
  const { role, kind, level, dir } = paragraph;
  const tag = kind === 'title' ? 'h2' : kind === 'heading' ? `h${Math.min(level + 2, 4)}` : 'p';
  const label = rollingLabel(paragraph);
  const shape = [
    ...(label !== '' && tag === 'p' ? ['hanging'] : []),
    ...(kind === 'item' ? [`item-${level}`] : []),
    ...(role === 'text' ? [] : [role]),
  ].join(' ');
  const printed = label === '' ? '' : `<span class="label"><bdi>${escapeHtml(label)}</bdi> </span>`;
  const attributes = `${shape === '' ? '' : ` class="${shape}"`} dir="${dir}"`;
  return `<${tag}${attributes}>${printed}${spansOf(paragraph).map(spanHtml).join('')}</${tag}>`;
}

function legendHtml(rolling: RollingText): string {
  const lines = legendOf(rolling).map(
    ([sign, meaning]) => `<dt>${escapeHtml(sign)}</dt><dd>${escapeHtml(meaning)}</dd>`,
  );
  const said = `<p>${escapeHtml(countsInWords(rolling))}</p>`;
  return `<section class="legend" lang="en" dir="ltr" aria-label="Legend">${said}${lines.length === 0 ? '' : `<dl>${lines.join('')}</dl>`}</section>`;
}

/** What stands where a list of unplaced proposals begins. */
export const UNPLACED = 'Proposals on paragraphs that are no longer in the text';

/** A page that stands alone: no script, no outside file, printable, legend in words. */
export function writeRollingHtml({ title, date }: ReportHead, rolling: RollingText): string {
  const words = rolling.paragraphs.flatMap(({ pieces }) =>
    pieces.flatMap(({ runs }) => runs.map(({ text }) => text)),
  );
  const all = words.join('\n');
  const language = languageOf(all);
  const lost = rolling.unplaced.map(paragraphHtml).join('\n');
  return `<!doctype html>
<html${language === null ? '' : ` lang="${language}"`} dir="${firstStrong(all)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: rolling text</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${escapeHtml(title)}</h1>
<p class="front" lang="en" dir="ltr">Rolling text, ${date.slice(0, 16).replace('T', ' ')} UTC</p>
${legendHtml(rolling)}
<main>
${rolling.paragraphs.map(paragraphHtml).join('\n')}
${lost === '' ? '' : `<h2 lang="en" dir="ltr">${UNPLACED}</h2>\n${lost}`}
</main>
</body>
</html>
`;
}
