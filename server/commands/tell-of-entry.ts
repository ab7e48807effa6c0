import { TELLING_NOUNS, tellingsOf } from '../../shared/domain/notice.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { abilities } from '../../shared/policy/can.ts';
import { isSeenBy } from '../../shared/policy/visible.ts';
import { type KnownRows, surroundingsOf } from './surroundings.ts';
import { type TellingAct, tell } from './tell.ts';

/** Tells of a revision of a row of the register, whether somebody wrote it or the server itself. */
export async function tellOfEntry(
  act: TellingAct,
  document: OutcomeDocument,
  after: RegisterEntry,
  before: RegisterEntry | null,
  known?: KnownRows,
): Promise<void> {
  if (!TELLING_NOUNS.has(after.noun)) return;
  const around = await surroundingsOf(act.rows, document.id, after, known);
  const tellings = tellingsOf(after, before, around);
  if (tellings.length === 0) return;
  const delegations = new Map(
    (await act.rows.delegations.ofDocument(document.id)).map(({ id, constituency }) => [id, constituency]),
  );
  await tell(act, tellings, ({ role, delegationId }) => {
    const constituency = delegations.get(delegationId) ?? null;
    const viewer = { delegation: delegationId, abilities: abilities({ role, constituency }, document) };
    return isSeenBy(after, viewer, around);
  });
}
