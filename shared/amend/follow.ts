import type { ParagraphId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import type { Wording } from '../model/proposal.ts';
import { editsOf } from './merge.ts';
import { isWord, piecesOf } from './pieces.ts';

/** Where a paragraph went: itself with the parts it was split into, or the paragraph that took it in; or nowhere. */
export interface Followed {
  readonly now: readonly LabelledParagraph[];
  /** It lives on inside another paragraph, which bears another id. */
  readonly joined: boolean;
}

/**
 * Follows a paragraph through splits, joins and moves by the ids that paragraphs remember. Parts are taken along as
 * long as they hold words of the base: one that was split off before the base was taken is a paragraph of its own.
 */
export function follow(
  id: ParagraphId,
  base: Wording | null,
  paragraphs: readonly LabelledParagraph[],
): Followed {
  const at = paragraphs.findIndex((paragraph) => paragraph.id === id);
  if (at >= 0)
    return {
      now: [paragraphs[at] as LabelledParagraph, ...partsBehind(id, base, paragraphs, at)],
      joined: false,
    };
  const heirs = paragraphs.filter(({ from }) => from.includes(id));
  if (heirs.length === 0 || base === null) return { now: heirs.slice(0, 1), joined: true };
  const [best] = heirs
    .map((heir) => ({ heir, lost: lostWords(base, [heir]) }))
    .sort((a, b) => a.lost - b.lost);
  return { now: best === undefined ? [] : [best.heir], joined: true };
}

function partsBehind(
  id: ParagraphId,
  base: Wording | null,
  paragraphs: readonly LabelledParagraph[],
  at: number,
): LabelledParagraph[] {
  if (base === null) return [];
  const parts: LabelledParagraph[] = [];
  const own = paragraphs[at] as LabelledParagraph;
  let lost = lostWords(base, [own]);
  for (let next = at + 1; lost > 0; next++) {
    const part = paragraphs[next];
    if (part === undefined || !part.from.some((from) => from === id || parts.some((one) => one.id === from)))
      break;
    const left = lostWords(base, [own, ...parts, part]);
    if (left >= lost) break;
    parts.push(part);
    lost = left;
  }
  return parts;
}

/** Words of the base that the paragraphs lack, told by comparing. */
function lostWords(base: Wording, now: readonly Wording[]): number {
  const from = piecesOf([base]);
  return editsOf(from, piecesOf(now)).reduce(
    (sum, edit) => sum + from.slice(...edit.from).filter(isWord).length,
    0,
  );
}
