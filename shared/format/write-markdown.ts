import type { LabelledParagraph, Run } from '../model/paragraph.ts';
import { printLabel } from '../text/printed-label.ts';

/** Characters that would be markup inside a line. Brackets stay readable where they can: they are frequent in drafts. */
const escapeInline = (text: string, inLink = false): string =>
  text
    .replace(/[\\`*_~<]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(inLink ? /[[\]!]/g : /\[(?=\^)|\](?=[([:])|!(?=\[)/g, '\\$&')
    .replace(/\b(https?|ftp):(?=\/\/)/gi, '$1\\:')
    .replace(/\bwww\.(?=\w)/gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/@(?=\w)/g, '\\@');

/** Characters that would begin another kind of block. */
const escapeStart = (line: string): string =>
  line.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^[#>+-]/, '\\$&');

/** Asterisks work between letters and white space; next to punctuation or to each other tags are certain. */
const WORD_EDGES = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u;

function writeRun(run: Run, before: Run | undefined, after: Run | undefined): string {
  const emphasised = (each: Run | undefined): boolean => each?.bold === true || each?.italic === true;
  const signs = WORD_EDGES.test(run.text) && !emphasised(before) && !emphasised(after);
  let written = escapeInline(run.text, run.link !== undefined);
  if (run.italic) written = signs ? `*${written}*` : `<i>${written}</i>`;
  if (run.bold) written = signs ? `**${written}**` : `<b>${written}</b>`;
  if (run.underline) written = `<u>${written}</u>`;
  return run.link === undefined
    ? written
    : `[${written}](<${run.link.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

function opening({ kind, level, label }: LabelledParagraph): string {
  const printed = label === '' ? '' : printLabel(label);
  if (kind === 'title') return `# ${printed === '' ? '' : `${printed} `}`;
  if (kind === 'heading') return `${'#'.repeat(level + 1)} ${printed === '' ? '' : `${printed} `}`;
  if (printed === '•') return '- ';
  return printed === '' ? '' : `${escapeStart(escapeInline(printed))} `;
}

/** Markdown that reads the same everywhere: labels are literal, so that no viewer counts anew. */
export const writeMarkdown = (paragraphs: readonly LabelledParagraph[]): string =>
  paragraphs
    .filter((paragraph) => paragraph.text !== '' || paragraph.label !== '')
    .map((paragraph) => {
      const { runs } = paragraph;
      const words = runs
        .map((run, k) => writeRun(run, runs[k - 1], runs[k + 1]))
        .join('')
        .trim();
      const start = opening(paragraph);
      return `${start}${start === '' || start === '- ' ? escapeStart(words) : words}\n`;
    })
    .join('\n');
