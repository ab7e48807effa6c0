import { windowIsOver } from '../../shared/domain/phase.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { DocumentEvent } from '../../shared/model/event.ts';
import type { DocumentId, IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { can } from '../../shared/policy/can.ts';
import { notPermitted } from '../../shared/policy/refusal.ts';
import type { Action } from '../../shared/policy/table.ts';
import type { Rows } from '../ports/rows.ts';
import { closeWindow } from './close-window.ts';
import type { CommandContext } from './context.ts';
import { type Done, once, type Retry } from './once.ts';

/** Who asks for an act in a document. */
export interface Request {
  readonly documentId: DocumentId;
  readonly caller: ParticipantId;
  readonly retry: Retry | null;
}

/** What a decision is made on: read in the transaction that will write it. */
export interface Loaded {
  readonly rows: Rows;
  readonly now: IsoTime;
  readonly document: OutcomeDocument;
  readonly participant: Participant;
  readonly delegation: Delegation;
  /** Whom this act told something, as it goes: `perform` announces it. */
  readonly told: Set<ParticipantId>;
}

/** What was decided and written. */
export interface Performed<Answer> {
  readonly answer: Answer;
  readonly subject: string;
  /** The row after the act; its hash goes into the audit log. */
  readonly row: unknown;
  /** Further rows that the same act wrote, each with its own entry in the audit log. */
  readonly further?: readonly { readonly act: Act; readonly subject: string; readonly row: unknown }[];
  readonly events: readonly EventBody[];
}

export type EventBody = DocumentEvent extends infer Event
  ? Event extends DocumentEvent
    ? Omit<Event, 'documentId' | 'at'>
    : never
  : never;

/**
 * The one pipeline: load → may they? → decide and write → audit entry, all in one transaction → events.
 * `decide` must write nothing before it knows that it will succeed.
 */
export async function perform<Answer>(
  context: CommandContext,
  { documentId, caller, retry }: Request,
  action: Action,
  act: Act,
  decide: (loaded: Loaded) => Promise<Result<Performed<Answer>, Problem>>,
): Promise<Result<Answer, Problem>> {
  await closeWindow(context, documentId);
  return await once(context, retry, async (rows, now) => {
    const loaded = await loadFor(rows, now, documentId, caller, action);
    if (!loaded.ok) return loaded;
    const performed = await decide(loaded.value);
    return performed.ok ? ok(doneBy(loaded.value, act, performed.value)) : performed;
  });
}

/** What an act leaves behind: its audit entries and its events, in the name of who carried it out. */
export function doneBy<Answer>(
  { document, participant, delegation, now, told }: Loaded,
  act: Act,
  { answer, subject, row, further = [], events }: Performed<Answer>,
): Done<Answer> {
  return {
    answer,
    records: [{ act, subject, row }, ...further].map((record) => ({
      ...record,
      documentId: document.id,
      participantId: participant.id,
      delegationId: delegation.id,
    })),
    events: [...events, ...noticesChanged(told)].map(
      (event) => ({ ...event, documentId: document.id, at: now }) as DocumentEvent,
    ),
  };
}

/** The event that tells people of their notices; none where nobody was told. */
const noticesChanged = (told: ReadonlySet<ParticipantId>): readonly EventBody[] =>
  told.size === 0 ? [] : [{ kind: 'notices-changed', participants: [...told] }];

/** Somebody who acted before, to finish what they began: whether they may was asked then. */
export async function loadActor(rows: Rows, now: IsoTime, by: ParticipantId): Promise<Loaded> {
  const participant = await rows.participants.find(by);
  const delegation = participant === null ? null : await rows.delegations.find(participant.delegationId);
  const document = participant === null ? null : await rows.documents.find(participant.documentId);
  if (participant === null || delegation === null || document === null)
    throw new Error(`participant ${by} acted, and is not there`);
  return { rows, now, document, participant, delegation, told: new Set() };
}

/** Loads document and caller and asks `can`. */
export async function loadFor(
  rows: Rows,
  now: IsoTime,
  documentId: DocumentId,
  caller: ParticipantId,
  action: Action,
): Promise<Result<Loaded, Problem>> {
  const document = await rows.documents.find(documentId);
  if (document === null) return fail(problem('not-found', 'there is no such document'));
  if (windowIsOver(document, now))
    return fail(problem('unavailable', 'a deadline passes at this moment: send the request again'));
  const participant = await rows.participants.find(caller);
  if (participant === null || participant.documentId !== documentId || participant.removedAt !== null)
    return fail(notPermitted(action, 'not-a-participant'));
  const delegation = await rows.delegations.find(participant.delegationId);
  if (delegation === null) throw new Error(`participant ${participant.id} has no delegation`);
  const permission = can({ role: participant.role, constituency: delegation.constituency }, action, document);
  if (!permission.allowed) return fail(notPermitted(action, permission.reason));
  return ok({ rows, now, document, participant, delegation, told: new Set() });
}
