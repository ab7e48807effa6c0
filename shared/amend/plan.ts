import type { NewId, ParagraphId } from '../model/ids.ts';
import type { AppliedChange, BaseWording, Wording } from '../model/proposal.ts';
import { unreachable } from '../model/result.ts';
import { sameWording } from '../text/wording.ts';
import type { ChangeStanding, StandingParagraph } from './standing.ts';

const baseOf = ({ kind, level, runs, label }: StandingParagraph): BaseWording => ({
  kind,
  level,
  runs,
  label,
});

/** What taking a change up will do to the text, paragraph by paragraph, with the ids of new paragraphs. */
export function planChange(standing: ChangeStanding, newId: NewId): AppliedChange[] {
  const { change, act, state, now, wording, after } = standing;
  const ids = (count: number): ParagraphId[] => Array.from({ length: count }, () => newId() as ParagraphId);
  const last = now.at(-1);
  if (state === 'applied-already')
    return now.map((paragraph) => ({
      change,
      act,
      paragraphs: [paragraph.id],
      before: baseOf(paragraph),
      after: [baseOf(paragraph)].map(withoutLabel),
      ...(act === 'insert-after' || act === 'move' ? { behind: act === 'move' ? after : paragraph.id } : {}),
    }));
  switch (act) {
    case 'replace':
      return now.flatMap((paragraph, k) => {
        const into = wording[k] ?? [];
        const [only] = into;
        if (now.length > 1 && into.length === 1 && sameWording(only as Wording, paragraph)) return [];
        const paragraphs = [paragraph.id, ...ids(into.length - 1)];
        return [{ change, act, paragraphs, before: baseOf(paragraph), after: into }];
      });
    case 'insert-after': {
      const into = wording[0] ?? [];
      return [
        {
          change,
          act,
          paragraphs: ids(into.length),
          before: last === undefined ? null : baseOf(last),
          after: into,
          behind: last?.id ?? null,
        },
      ];
    }
    case 'delete':
    case 'keep':
      return now.map((paragraph) => ({
        change,
        act,
        paragraphs: [paragraph.id],
        before: baseOf(paragraph),
        after: [],
      }));
    case 'move':
      return now.map((paragraph) => ({
        change,
        act,
        paragraphs: [paragraph.id],
        before: baseOf(paragraph),
        after: [],
        behind: after,
      }));
    default:
      return unreachable(act);
  }
}

const withoutLabel = ({ kind, level, runs }: BaseWording): Wording => ({ kind, level, runs });
