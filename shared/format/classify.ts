/**
 * From blocks to paragraphs: what each is, its label and its pin. Nothing here changes a letter of the text: a label that
 * is printed at the start of a block becomes the paragraph's label, the white space behind it is layout.
 */

import type { NewId, ParagraphId } from '../model/ids.ts';
import { type Paragraph, type ParagraphKind, plainText } from '../model/paragraph.ts';
import { withNeededPins } from '../text/pins.ts';
import { splitPrintedLabel } from '../text/printed-label.ts';
import { type Block, withoutStart } from './block.ts';
import {
  type HeadingCounts,
  labelledHeadingLevel,
  namesOrgan,
  unlabelledHeadingLevel,
} from './heading-level.ts';
import { countItem, type ItemCounts, itemLevelOf, smallLabel } from './item-level.ts';
import { readsPreambular } from './preambular.ts';

/** A title is at most this long; the longest UN resolution titles stay below 300 characters. */
const LONGEST_TITLE = 400;

interface Split {
  readonly block: Block;
  /** Canonical label, or null. */
  readonly label: string | null;
  readonly runs: Block['runs'];
  readonly text: string;
}

/** The label of a block: given by the file apart from the text, or printed at its start. */
function split(block: Block): Split {
  if (block.label !== null) {
    const canonical = splitPrintedLabel(block.label.trim());
    const number = /^\p{Nd}+$/u.test(block.label.trim()) ? block.label.trim() : null;
    const label =
      canonical.text === '' && canonical.label !== '' ? canonical.label : (number ?? block.label.trim());
    return { block, label: label === '' ? null : label, runs: block.runs, text: plainText(block.runs) };
  }
  const whole = plainText(block.runs);
  const { label, printed, separator, text } = splitPrintedLabel(whole);
  if (label === '') return { block, label: null, runs: block.runs, text: whole };
  return { block, label, runs: withoutStart(block.runs, printed.length + separator.length), text };
}

interface Told {
  readonly kind: ParagraphKind;
  readonly level: number;
}

const readsTitle = (text: string): boolean =>
  text.trim() !== '' &&
  text.length <= LONGEST_TITLE &&
  !/[.;:,،，。；：]$/u.test(text.trimEnd()) &&
  !namesOrgan(text);

const NUMBER_LABEL = /^(?:OP)?\p{Nd}+(?:[a-z]|\.\p{Nd}+)*(?: [a-z]+| \(?\p{Nd}+\)?| -)*$/u;

/** Reads blocks in order and says what each is. */
class Classifier {
  private items: ItemCounts[] = [];
  private readonly headings: HeadingCounts = { numeral: 0, letter: 0, last: null };
  private labelledLevel = 0;
  private started: boolean;

  /** `titled`: the file itself says which block is the title, so no other is taken for it. */
  constructor(titled: boolean) {
    this.started = titled;
  }

  tell(now: Split, next: Split | undefined, before: Split | undefined): Told {
    const told = this.kindOf(now, next, before);
    if (told.kind !== 'item') this.items = [];
    this.started ||= now.text.trim() !== '';
    return told;
  }

  private kindOf(now: Split, next: Split | undefined, before: Split | undefined): Told {
    const { kind, level } = now.block;
    if (kind !== null && kind !== 'item') return { kind, level };
    if (now.label !== null) return this.byLabel(now, now.label, next, before);
    if (kind !== null) return { kind: 'item', level: Math.max(1, level) };
    return this.byWords(now, next);
  }

  private byLabel(now: Split, label: string, next: Split | undefined, before: Split | undefined): Told {
    const listed = now.block.kind === 'item' ? Math.max(1, now.block.level) : null;
    if (/^PP\d/.test(label)) return { kind: 'preambular', level: 0 };
    const small = smallLabel(label);
    if (small !== null) {
      const counts = this.countsAt(small.dotted ? 1 : 0);
      const following = next?.label === null || next === undefined ? null : smallLabel(next.label);
      const opensList = /[:：]["”]?$/u.test(before?.text.trimEnd() ?? '');
      const level = listed ?? itemLevelOf(small, counts, following, opensList);
      countItem(counts, small, level);
      if (level <= 2) this.items.length = 1;
      return { kind: 'item', level };
    }
    if (listed !== null) return { kind: 'item', level: listed };
    if (NUMBER_LABEL.test(label)) return { kind: 'operative', level: 0 };
    const heading = labelledHeadingLevel(label, now.text, this.headings);
    if (heading !== null) {
      this.labelledLevel = heading;
      return { kind: 'heading', level: heading };
    }
    return /[)）•]$/u.test(label) ? { kind: 'item', level: 1 } : { kind: 'plain', level: 0 };
  }

  private byWords(now: Split, next: Split | undefined): Told {
    if (readsPreambular(now.text)) return { kind: 'preambular', level: 0 };
    if (!this.started && next !== undefined && readsTitle(now.text)) return { kind: 'title', level: 0 };
    const heading = next === undefined ? null : unlabelledHeadingLevel(now.text, this.labelledLevel);
    return heading === null ? { kind: 'plain', level: 0 } : { kind: 'heading', level: heading };
  }

  private countsAt(depth: number): ItemCounts {
    const counts = this.items[depth] ?? { letter: 0, numeral: 0 };
    while (this.items.length <= depth) this.items.push({ letter: 0, numeral: 0 });
    this.items[depth] = counts;
    return counts;
  }
}

/**
 * Paragraphs with fresh ids, one a block. A label that was printed is the label that counting gives, or it is pinned; a block
 * without a printed label is never operative and never an item, so that it gets no number it did not have (a
 * preambular paragraph is counted PP1, PP2 …, which resolutions do not print).
 */
export function paragraphsFrom(blocks: readonly Block[], newId: NewId): Paragraph[] {
  const classifier = new Classifier(blocks.some((each) => each.kind === 'title'));
  const splits = blocks.map(split);
  return withNeededPins(
    splits.map((now, k): Paragraph => {
      const told = classifier.tell(now, splits[k + 1], splits[k - 1]);
      const unlabelled = now.label === null && (told.kind === 'operative' || told.kind === 'item');
      return {
        id: newId() as ParagraphId,
        ...(unlabelled ? { kind: 'plain' as const, level: 0 } : told),
        dir: now.block.dir,
        from: [],
        pinned: now.label,
        runs: now.runs,
      };
    }),
  );
}
