import { followTo, type OtherText, textsNeeded } from '../../shared/anchor/chain.ts';
import { indexText } from '../../shared/anchor/indexed-text.ts';
import { indexLive } from '../../shared/anchor/live-text.ts';
import { chainsOf } from '../../shared/domain/carriage.ts';
import type { AnchoredText, Place } from '../../shared/model/anchor.ts';
import type { Comment } from '../../shared/model/comment.ts';
import type { CommentId } from '../../shared/model/ids.ts';
import { mapInSteps } from '../../shared/model/steps.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { giveWay, inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import type { NamedText } from './texts.ts';
import type { VisibleRows } from './visible-rows.ts';

/**
 * Where comments stand in a text, by what publications recorded and by comparison with the texts they were put on.
 * Null for what was withdrawn or hangs on a proposal.
 */
export async function commentPlaces(
  { store, workingTexts, comparisons }: QueryContext,
  visitor: Visitor,
  text: NamedText,
  comments: readonly Comment[],
  { rows }: VisibleRows,
): Promise<(id: CommentId) => Place | null> {
  const { id } = visitor.document;
  const versions = await store.rows.versions.ofDocument(id);
  const order = [...versions].sort((a, b) => a.ordinal - b.ordinal).map((version) => version.id);
  const carriages = order.flatMap((version) => rows.carriage.get(version) ?? []);
  const chains = chainsOf({ comments, proposals: [], carriages }).comments;
  const needed = new Set<AnchoredText>([text.id, ...textsNeeded(chains.values(), text.id, order)]);
  /** The text that is asked for comes first, and the others are compared with it. */
  const texts = new Map<AnchoredText, OtherText>();
  const copy =
    needed.has('working') && visitor.abilities['text.view'].allowed ? await workingTexts.clone(id) : null;
  try {
    const put = async (name: AnchoredText, other: OtherText): Promise<void> => {
      const goal = texts.get(text.id);
      const compared = goal && (await comparisons.compare(other.text.paragraphs, goal.text.paragraphs));
      texts.set(name, compared === undefined ? other : { ...other, compared });
    };
    for (const name of needed) {
      await giveWay();
      if (name === 'working') {
        if (copy === null) continue;
        const live = indexLive(copy.getText(TEXT_NAME));
        await put(name, { text: live, live });
      } else {
        const version = name === text.id ? text : await store.rows.versions.find(id, name);
        if (version !== null) await put(name, { text: indexText(version.paragraphs), live: null });
      }
    }
    const target = texts.get(text.id);
    if (target === undefined) return () => null;
    const follow = followTo({ name: text.id, ...target }, order, (name) => texts.get(name) ?? null);
    const found = mapInSteps(chains, ([comment, chained]) => [comment, follow(chained)] as const);
    const places = new Map(await inSteps(found));
    return (comment) => places.get(comment) ?? null;
  } finally {
    copy?.destroy();
  }
}
