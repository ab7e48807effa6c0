import { recipients } from '../../shared/domain/recipients.ts';
import type { Telling } from '../../shared/domain/telling.ts';
import type { DocumentId, IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { Rows } from '../ports/rows.ts';

/** The transaction that tells: what is written here is undone with the act it tells of. */
export interface TellingAct {
  readonly rows: Rows;
  readonly documentId: DocumentId;
  /** Who did it; null: the server. */
  readonly actor: ParticipantId | null;
  readonly now: IsoTime;
  /** Takes those who are told. */
  readonly told: Set<ParticipantId>;
}

/** Writes notices. `sees` keeps out whoever may not see what it is about. */
export async function tell(
  { rows, documentId, actor, now, told }: TellingAct,
  tellings: readonly Telling[],
  sees: (participant: Participant) => boolean = () => true,
): Promise<void> {
  if (tellings.length === 0) return;
  const participants = await rows.participants.ofDocument(documentId);
  const named = tellings.some(({ to }) => to.some(({ kind }) => kind === 'group'));
  const groups = named ? (await rows.register.ofNoun(documentId, 'group')).map(({ row }) => row) : [];
  const notices = tellings.flatMap(({ to, ...telling }) =>
    recipients(to, { participants, groups, actor, now })
      .filter(sees)
      .map(({ id }) => ({ ...telling, documentId, participantId: id, causedBy: actor, at: now })),
  );
  await rows.notices.insert(notices);
  for (const { participantId } of notices) told.add(participantId);
}
