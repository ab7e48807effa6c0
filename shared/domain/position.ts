import type { Holder } from '../model/holder.ts';
import type { DocumentId, ParagraphId, VersionId } from '../model/ids.ts';
import { type Position, positionId, type Standing } from '../model/position.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import type { HeldPosition } from './held-position.ts';
import { wrong } from './wrong-field.ts';

/** A word of explanation, not a statement: statements are declarations. UTF-16 units. */
export const MAX_POSITION_WORDS = 2000;

/** What a holder says of paragraphs of a version. Several at once are one act. */
export interface WantedPosition {
  readonly paragraph: ParagraphId;
  /** Null takes it back. */
  readonly standing: Standing | null;
  readonly words: string;
}

export interface PositionFacts {
  readonly documentId: DocumentId;
  readonly holder: Holder;
  readonly version: VersionId;
  /** Positions are taken on the latest version alone: earlier ones stand as they were. */
  readonly latest: VersionId | null;
  readonly paragraphs: ReadonlySet<ParagraphId>;
  /** What the holder holds on this version now, by paragraph. */
  readonly held: ReadonlyMap<ParagraphId, HeldPosition>;
  readonly by: Signature;
}

/** The rows of positions that change, or what is wrong (rules V10, V13, V15). What stands already is left as it is. */
export function decidePositions(
  wanted: readonly WantedPosition[],
  facts: PositionFacts,
): Result<readonly Position[], Problem> {
  const { documentId, holder, version, latest, paragraphs, held, by } = facts;
  if (version !== latest)
    return fail(
      problem('too-late', 'positions are taken on the latest version: a newer one has been published', [
        { field: 'version', problem: 'is not the latest version' },
      ]),
    );
  const rows = new Map<string, Position>();
  for (const [k, { paragraph, standing, words }] of wanted.entries()) {
    const before = held.get(paragraph) ?? null;
    if (!paragraphs.has(paragraph))
      return wrong(`positions.${k}.paragraph`, `${paragraph} is no paragraph of this version`);
    if (words.length > MAX_POSITION_WORDS)
      return wrong(`positions.${k}.words`, `must have at most ${MAX_POSITION_WORDS} characters`);
    if (isSame(before, standing, words)) continue;
    const id = positionId(version, paragraph, holder);
    const confirmed = before !== null && before.state !== 'own' && before.position.standing === standing;
    const confirms = confirmed ? before.position.version : null;
    rows.set(id, { id, documentId, holder, version, paragraph, standing, words, confirms, by });
  }
  if (rows.size === 0) return fail(problem('already-exists', 'this is the position already'));
  return ok([...rows.values()]);
}

/** A carried position is not yet said of this version: saying it again confirms it. */
const isSame = (before: HeldPosition | null, standing: Standing | null, words: string): boolean =>
  before === null
    ? standing === null
    : before.state === 'own' && before.position.standing === standing && before.position.words === words;
