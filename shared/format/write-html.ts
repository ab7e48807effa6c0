import type { ExportedText } from '../model/file.ts';
import type { LabelledParagraph, Run } from '../model/paragraph.ts';
import { printLabel } from '../text/printed-label.ts';
import { firstStrong, languageOf } from './language.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string);

/** Text first, serif, labels hanging, for screen and paper; logical properties, so that right-to-left text mirrors. */
const STYLE = `
:root { color-scheme: light dark; }
body { max-inline-size: 44rem; margin: 3rem auto; padding-inline: 1.5rem; font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
h1, h2, h3, h4 { line-height: 1.25; margin-block: 2rem 0.75rem; break-after: avoid; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1.1rem; } h4 { font-size: 1rem; font-style: italic; }
p { margin-block: 0 0.85rem; white-space: pre-wrap; orphans: 3; widows: 3; }
.front { font: 0.85rem/1.4 system-ui, sans-serif; opacity: 0.75; margin-block-end: 2rem; }
.hanging { padding-inline-start: 3.25rem; }
.hanging > .label { float: inline-start; margin-inline-start: -3.25rem; min-inline-size: 2.75rem; }
.item-1 { margin-inline-start: 3.25rem; } .item-2 { margin-inline-start: 6rem; }
.item-3 { margin-inline-start: 8.5rem; } .item-4 { margin-inline-start: 11rem; }
@media print { body { margin: 0; max-inline-size: none; font-size: 11pt; } @page { margin: 2.5cm; } }
`;

function writeRun({ text, bold, italic, underline, link }: Run): string {
  let written = escapeHtml(text);
  if (underline) written = `<u>${written}</u>`;
  if (italic) written = `<em>${written}</em>`;
  if (bold) written = `<strong>${written}</strong>`;
  return link === undefined ? written : `<a href="${escapeHtml(link)}">${written}</a>`;
}

function writeParagraph({ kind, level, dir, label, runs }: LabelledParagraph): string {
  const tag = kind === 'title' ? 'h1' : kind === 'heading' ? `h${level + 1}` : 'p';
  const shape = [
    ...(label !== '' && tag === 'p' ? ['hanging'] : []),
    ...(kind === 'item' ? [`item-${level}`] : []),
  ].join(' ');
  const printed =
    label === ''
      ? ''
      : `<span class="label" data-label="${escapeHtml(label)}">${escapeHtml(printLabel(label))} </span>`;
  const attributes = `${shape === '' ? '' : ` class="${shape}"`} dir="${dir}" data-kind="${kind}" data-level="${level}"`;
  return `<${tag}${attributes}>${printed}${runs.map(writeRun).join('')}</${tag}>`;
}

/** A page that stands alone: no script, no outside file, printable. Reading it back gives the same paragraphs. */
export function writeHtml({ title, versionName, date, paragraphs }: ExportedText): string {
  const all = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const language = languageOf(all);
  const front = [versionName, date.slice(0, 10)]
    .filter((each) => each !== null)
    .map(escapeHtml)
    .join(' · ');
  return `<!doctype html>
<html${language === null ? '' : ` lang="${language}"`} dir="${firstStrong(all)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<p class="front" data-front>${front}</p>
<main>
${paragraphs.map(writeParagraph).join('\n')}
</main>
</body>
</html>
`;
}
