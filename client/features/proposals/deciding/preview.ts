import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { type LabelledParagraph, plainText } from '../../../../shared/model/paragraph.ts';
import type { Wording } from '../../../../shared/model/proposal.ts';
import type { SentChange } from '../../../api/proposals.ts';

/** One paragraph that would change, with its words before and after. */
export interface TouchedParagraph {
  /** Null: new in the text. */
  readonly before: LabelledParagraph | null;
  readonly after: readonly Wording[];
  readonly act: SentChange['act'];
  /** New paragraphs and moved ones: what they stand behind; null is the beginning. */
  readonly behind: LabelledParagraph | null;
}

export interface Preview {
  /** The text as it would be. New paragraphs have ids of their own here, and no labels yet. */
  readonly paragraphs: readonly LabelledParagraph[];
  readonly touched: readonly TouchedParagraph[];
}

const asParagraph = ({ kind, level, runs }: Wording, id: string): LabelledParagraph => ({
  id: id as ParagraphId,
  kind,
  level,
  dir: 'auto',
  from: [],
  pinned: null,
  runs,
  label: '',
  text: plainText(runs),
});

/** What taking changes up would do to the text. A change whose paragraph is gone does nothing. */
export function previewOf(paragraphs: readonly LabelledParagraph[], changes: readonly SentChange[]): Preview {
  let text = [...paragraphs];
  const touched: TouchedParagraph[] = [];
  const find = (id: ParagraphId | null): LabelledParagraph | null =>
    paragraphs.find((paragraph) => paragraph.id === id) ?? null;
  const fresh = (wording: readonly Wording[], key: string): LabelledParagraph[] =>
    wording.map((each, k) => asParagraph(each, `preview-${key}-${k}`));
  for (const [nth, { act, paragraph, wording, after }] of changes.entries()) {
    const before = find(paragraph);
    const at = text.findIndex(({ id }) => id === paragraph);
    if (paragraph !== null && at < 0) continue;
    switch (act) {
      case 'replace': {
        const [first, ...more] = wording;
        const standing = text[at];
        if (first === undefined || standing === undefined) break;
        const { kind, level, runs } = first;
        text.splice(
          at,
          1,
          { ...standing, kind, level, runs, text: plainText(runs) },
          ...fresh(more, `${nth}`),
        );
        touched.push({ before, after: wording, act, behind: null });
        break;
      }
      case 'insert-after':
        text.splice(at + 1, 0, ...fresh(wording, `${nth}`));
        touched.push({ before: null, after: wording, act, behind: before });
        break;
      case 'delete':
        text = text.filter(({ id }) => id !== paragraph);
        touched.push({ before, after: [], act, behind: null });
        break;
      case 'move': {
        const moved = text[at];
        const rest = text.filter(({ id }) => id !== paragraph);
        const place = after === null ? 0 : rest.findIndex(({ id }) => id === after) + 1;
        if (moved === undefined || (after !== null && place === 0)) break;
        text = [...rest.slice(0, place), moved, ...rest.slice(place)];
        touched.push({ before, after: [moved], act, behind: find(after) });
        break;
      }
      case 'keep':
        break;
    }
  }
  return { paragraphs: text, touched };
}
