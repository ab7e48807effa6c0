import { TELLING_NOUNS, tellingsOf } from '../../shared/domain/notice.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { abilities } from '../../shared/policy/can.ts';
import { asSeenBy } from '../../shared/policy/visible.ts';
import type { Loaded } from './perform.ts';
import { surroundingsOf } from './surroundings.ts';
import { type TellingAct, tell } from './tell.ts';

/** The act that `perform` carries out, as telling needs it. */
export const ofAct = ({ rows, document, participant, now, told }: Loaded): TellingAct => ({
  rows,
  documentId: document.id,
  actor: participant.id,
  now,
  told,
});

/** Tells of a revision of a row of the register. */
export const tellOfRow = (
  loaded: Loaded,
  after: RegisterEntry,
  before: RegisterEntry | null,
): Promise<void> => tellOfEntry(ofAct(loaded), loaded.document, after, before);

/** The same of a revision that the server itself wrote. */
export async function tellOfEntry(
  act: TellingAct,
  document: OutcomeDocument,
  after: RegisterEntry,
  before: RegisterEntry | null,
): Promise<void> {
  if (!TELLING_NOUNS.has(after.noun)) return;
  const around = await surroundingsOf(act.rows, document.id, after);
  const tellings = tellingsOf(after, before, around);
  if (tellings.length === 0) return;
  const delegations = await act.rows.delegations.ofDocument(document.id);
  await tell(act, tellings, ({ role, delegationId }) => {
    const constituency = delegations.find(({ id }) => id === delegationId)?.constituency ?? null;
    const viewer = { delegation: delegationId, abilities: abilities({ role, constituency }, document) };
    return asSeenBy(after, viewer, around) !== null;
  });
}
