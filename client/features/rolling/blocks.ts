import type { AgreementStatus } from '../../../shared/model/disposition.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { RollingParagraph } from '../../../shared/model/rolling.ts';

/** A paragraph of the text with everything that is proposed on it; `own` null: what stands before the first one. */
export interface RollingBlock {
  readonly own: RollingParagraph | null;
  readonly around: readonly RollingParagraph[];
  /** The heading it stands below; null before the first heading. */
  readonly section: ParagraphId | null;
}

export interface RollingFilter {
  /** Null: the whole text. */
  readonly section: ParagraphId | null;
  readonly status: AgreementStatus | null;
  readonly onlyProposed: boolean;
}

export const statusOf = ({ own }: RollingBlock): AgreementStatus => own?.status?.status ?? 'open';

/** Whether anything is proposed on it. */
export const isProposedOn = ({ own, around }: RollingBlock): boolean =>
  around.length > 0 ||
  (own !== null && (own.opens || own.notes.length > 0 || own.pieces.some(({ kind }) => kind !== 'text')));

/** Gathers alternatives, insertions and notes with the paragraph they follow, in the order of the text. */
export function blocksOf(paragraphs: readonly RollingParagraph[]): readonly RollingBlock[] {
  const blocks: { own: RollingParagraph | null; around: RollingParagraph[]; section: ParagraphId | null }[] =
    [];
  let section: ParagraphId | null = null;
  for (const paragraph of paragraphs) {
    if (paragraph.role === 'text') {
      if (paragraph.kind === 'heading') section = paragraph.paragraph;
      blocks.push({ own: paragraph, around: [], section });
      continue;
    }
    const open = blocks.at(-1);
    if (open === undefined) blocks.push({ own: null, around: [paragraph], section: null });
    else open.around.push(paragraph);
  }
  return blocks;
}

export const filtered = (
  blocks: readonly RollingBlock[],
  { section, status, onlyProposed }: RollingFilter,
): readonly RollingBlock[] =>
  blocks.filter(
    (block) =>
      (section === null || block.section === section) &&
      (status === null || (block.own !== null && statusOf(block) === status)) &&
      (!onlyProposed || isProposedOn(block)),
  );
