import { paragraphsFrom } from '../../../shared/format/classify.ts';
import { withoutControls } from '../../../shared/format/controls.ts';
import { warningsOf } from '../../../shared/format/warnings.ts';
import type { ImportedText } from '../../../shared/model/file.ts';
import type { NewId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { child, childrenNamed, type Element, isElement } from '../xml.ts';
import { openZip } from '../zip.ts';
import { Body, noteMap } from './body.ts';
import { readNumbering } from './numbering.ts';
import { readParts } from './parts.ts';
import { type Reading, tally } from './reading.ts';
import { readStyles } from './styles.ts';

/** Reads a Word document: every word that Word would print in the body, and a warning for all that is not kept. */
export async function readDocx(bytes: Uint8Array, newId: NewId): Promise<Result<ImportedText, Problem>> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const parts = await readParts(zip.value);
  if (!parts.ok) return parts;
  const { document, styles, numbering, footnotes, endnotes, headers, links } = parts.value;
  const read = readStyles(styles);
  const reading: Reading = {
    styles: read,
    links,
    footnotes: noteMap(footnotes, 'footnote'),
    endnotes: noteMap(endnotes, 'endnote'),
    counts: {},
    fields: [],
    notes: 0,
  };
  const body = new Body(reading, readNumbering(numbering, read));
  for (const part of childrenNamed(document, 'body')) body.read(part);
  body.finish();
  const worded = headers.filter((header) => holdsWords(header) && !isOwn(header)).length;
  if (worded > 0) tally(reading, 'headers-dropped', worded);
  const blocks = body.blocks.map((block) => ({
    ...block,
    runs: block.runs.flatMap((run) => {
      const { text, dropped } = withoutControls(run.text);
      if (dropped > 0) tally(reading, 'control-characters-dropped', dropped);
      return text === '' ? [] : [{ ...run, text }];
    }),
  }));
  return ok({ paragraphs: paragraphsFrom(blocks, newId), warnings: warningsOf(reading.counts) });
}

/** Whether letters stand in a header; a bare page number does not count. */
const holdsWords = (element: Element): boolean =>
  element.name === 't'
    ? element.children.some((node) => !isElement(node) && /\p{L}/u.test(node))
    : element.children.some((node) => isElement(node) && holdsWords(node));

/** Headers that our own export writes repeat the title and the version; nothing is lost with them. */
const isOwn = (header: Element): boolean =>
  childrenNamed(header, 'p').some((paragraph) =>
    (child(child(paragraph, 'pPr'), 'pStyle')?.attributes.val ?? '').startsWith('SBHeader'),
  );
