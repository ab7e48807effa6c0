import type { ParagraphId } from '../../../shared/model/ids.ts';
import { type Direction, plainText, type Run } from '../../../shared/model/paragraph.ts';
import { readHead } from '../../../shared/text/marker.ts';
import { splitPrintedLabel } from '../../../shared/text/printed-label.ts';
import { type RawBlock, readBlocks } from './blocks.ts';
import { explicitDirection } from './direction.ts';
import { dropFront, joinRuns, tidyRuns, withoutOverall } from './inline-text.ts';
import { type KindAndLevel, kindOfLabel, type LabelTrail, newTrail } from './label-kind.ts';
import { readWordLists } from './list-format.ts';
import { type Markup, OWN } from './markup.ts';
import type { Pasted, PastedBlock } from './pasted-block.ts';

/** A block that becomes a paragraph of its own, before its kind is known. */
const WHOLE = { kind: 'plain', level: 0, pinned: null, typed: '', open: 'none', own: null } as const;

/** Deepest item level (docs/spec.md, T). */
const DEEPEST_ITEM = 4;
const DEEPEST_HEADING = 3;

/**
 * What somebody pasted from Word, LibreOffice, Google Docs, a mail or a web page, as paragraphs of ours:
 * kinds and levels from lists, headings and typed numbering, the four marks, nothing else of the look.
 */
export function readPastedMarkup({ nodes, sheets }: Markup): Pasted {
  const { blocks: raw, omitted } = readBlocks(nodes, readWordLists(sheets));
  const trail = newTrail();
  const blocks = raw.flatMap((block) => {
    const runs = tidyRuns(block.pieces);
    return runs.length === 0 ? [] : [blockOf(block, runs, trail)];
  });
  return { blocks, leftOut: omitted };
}

function blockOf(raw: RawBlock, tidy: readonly Run[], trail: LabelTrail): PastedBlock {
  const dir = explicitDirection(raw.dir, plainText(tidy));
  const { shape } = raw;
  switch (shape.is) {
    case 'plain':
      return labelledBlock(tidy, dir, trail);
    case 'ours':
      return ownBlock(shape.attributes, raw.dir, raw.pieces);
    case 'title':
      return { ...WHOLE, kind: 'title', dir, runs: withoutLook(tidy) };
    case 'heading':
      return headingBlock(raw, withoutLook(tidy), Math.min(shape.level, DEEPEST_HEADING));
    case 'listed': {
      const found = (raw.generated === '' ? null : numberedKind(raw.generated)) ?? listedKind(shape);
      trail.level = found.level;
      return { ...WHOLE, ...found, dir, runs: tidy };
    }
  }
}

/** A number that Word generated tells more than its format: `PP3` counts 1, 2, 3 as well. */
function numberedKind(generated: string): KindAndLevel | null {
  const found = kindOfLabel(splitPrintedLabel(`${generated} x`).label, newTrail());
  return found?.kind === 'preambular' ? found : null;
}

function listedKind(shape: RawBlock['shape'] & { is: 'listed' }): KindAndLevel {
  const underNumbers = shape.outermost === 'decimal';
  if (shape.depth === 1 && shape.counting === 'decimal') return { kind: 'operative', level: 0 };
  const level = shape.depth - (underNumbers ? 1 : 0);
  return { kind: 'item', level: Math.min(DEEPEST_ITEM, Math.max(1, level)) };
}

function headingBlock(raw: RawBlock, runs: readonly Run[], level: number): PastedBlock {
  const dir = explicitDirection(raw.dir, plainText(runs));
  const split = splitPrintedLabel(raw.generated === '' ? plainText(runs) : `${raw.generated} x`);
  if (split.label === '' || split.text === '') return { ...WHOLE, kind: 'heading', level, dir, runs };
  const typed = raw.generated === '' ? split.printed + split.separator : '';
  return {
    ...WHOLE,
    kind: 'heading',
    level,
    dir,
    pinned: split.label,
    runs: dropFront(runs, typed.length),
    typed,
  };
}

/** A paragraph of its own kind where a label is typed before it, or a plain one. */
export function labelledBlock(runs: readonly Run[], dir: PastedBlock['dir'], trail: LabelTrail): PastedBlock {
  const split = splitPrintedLabel(plainText(runs));
  const found = split.text === '' || split.label === '' ? null : kindOfLabel(split.label, trail);
  if (found === null) return { ...WHOLE, dir, runs, open: 'both' };
  const typed = split.printed + split.separator;
  return { ...WHOLE, ...found, dir, runs: dropFront(runs, typed.length), typed };
}

/** A paragraph copied here: what it says of itself is taken as it is, and its spaces are its own. */
function ownBlock(
  attributes: Readonly<Record<string, string>>,
  dir: Direction,
  runs: readonly Run[],
): PastedBlock {
  const open = (['both', 'start', 'end'] as const).find((known) => known === attributes[OWN.open]) ?? 'none';
  const { kind, level, pinned } = readHead({
    kind: attributes[OWN.kind],
    level: Number(attributes[OWN.level] ?? 0),
    pinned: attributes[OWN.pinned] ?? null,
  });
  const id = attributes[OWN.id] ?? '';
  const document = attributes[OWN.document] ?? '';
  const whole = open === 'none' && ID.test(id) && document !== '';
  const own = whole ? { document, id: id as ParagraphId } : null;
  return {
    kind,
    level,
    dir,
    pinned: open === 'none' ? pinned : null,
    runs: joinRuns(runs),
    typed: '',
    open,
    own,
  };
}

/** Ids as they may come from a clipboard. */
const ID = /^[\w~-]{1,64}$/;

const withoutLook = (runs: readonly Run[]): Run[] =>
  withoutOverall(withoutOverall(withoutOverall(runs, 'bold'), 'underline'), 'italic');
