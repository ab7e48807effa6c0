import { makeChanges, settleChanges } from '../../shared/amend/apply.ts';
import { ledTo } from '../../shared/domain/acceptance.ts';
import { type Disposition, dispositionId, type InputSubject } from '../../shared/model/disposition.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { Acceptance, AppliedChange } from '../../shared/model/proposal.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Rows } from '../ports/rows.ts';
import { troubleOf } from '../ports/store-failure.ts';
import type { ClientId } from '../ports/text-log.ts';
import { CALLED_OFF } from '../ports/working-texts.ts';
import type { CommandContext } from './context.ts';
import { inTurn } from './in-turn.ts';
import { once, type Retry } from './once.ts';
import { doneBy, loadActor } from './perform.ts';
import { recordRow } from './record-row.ts';

/** What an acceptance comes to: its row, and the disposition that says what became of the proposal. */
export interface Accepted {
  readonly entry: EntryOf<'acceptance'>;
  readonly disposition: EntryOf<'disposition'>;
}

/** A clientID (32 bits) that nobody ever used in this text. */
export async function newClient(
  { store, secrets }: CommandContext,
  documentId: DocumentId,
): Promise<ClientId> {
  const owners = await store.textLog.owners(documentId);
  for (;;) {
    const client = Number.parseInt(secrets.hash(secrets.newId()).slice(0, 8), 16);
    if (!owners.has(client)) return client;
  }
}

/** Finishes an acceptance that was begun, whatever step it stopped at; one that is finished answers as it is. */
export function finishAcceptance(
  context: CommandContext,
  documentId: DocumentId,
  id: string,
  retry: Retry | null,
): Promise<Result<Accepted, Problem>> {
  return inTurn(context.store, `${documentId} ${id}`, async () => {
    const begun = await context.store.rows.register.find(documentId, 'acceptance', id);
    if (begun === null) throw new Error(`there is no acceptance ${id}`);
    if (begun.row.state !== 'applying') return await answerOf(context, begun, retry);
    const row = await withOwnClient(context, begun.row);
    const edited = await editOnce(context, row);
    return edited.ok ? await record(context, row, edited.value, retry) : edited;
  });
}

/**
 * The clientID is told in the register before it is used. Should somebody claim it for themselves meanwhile, the
 * acceptance goes on under another one.
 */
async function withOwnClient(context: CommandContext, row: Acceptance): Promise<Acceptance> {
  const owner = (await context.store.textLog.owners(row.documentId)).get(row.client);
  if (owner === undefined || owner === row.by.participantId) return row;
  const changed: Acceptance = { ...row, client: await newClient(context, row.documentId) };
  await once(context, null, async (rows, now) => {
    const loaded = await loadActor(rows, now, row.by.participantId);
    const written = await recordRow(loaded, 'acceptance', row.id, changed);
    return ok(doneBy(loaded, 'proposal.accept', { ...written, answer: null }));
  });
  return changed;
}

/** Finishes what a server that stopped left behind. Call it before anybody is served. */
export async function finishAcceptances(
  context: CommandContext,
  report: (error: unknown) => void,
): Promise<void> {
  const { rows } = context.store;
  for (const { id } of await rows.documents.list())
    for (const { row } of await rows.register.ofNoun(id, 'acceptance')) {
      if (row.state !== 'applying') continue;
      try {
        const finished = await finishAcceptance(context, id, row.id, null);
        if (!finished.ok && finished.error.code !== 'needs-a-look') report(finished.error);
      } catch (error) {
        // A text that does not load, or a disk that is full, keeps the others from nothing.
        if (troubleOf(error) === null) throw error;
        report(error);
      }
    }
}

/** What the edit did; `changes` null: the text left no sure place any more, and nothing was done. */
interface Edited {
  readonly changes: readonly AppliedChange[] | null;
  readonly seq: number;
}

/** Step two: the edit, unless the log knows its clientID: then it was made before the server stopped. */
async function editOnce(context: CommandContext, row: Acceptance): Promise<Result<Edited, Problem>> {
  const { documentId, client, by } = row;
  const made = await madeBefore(context, row);
  if (made !== null) return ok({ changes: row.changes, seq: made });
  let changes: readonly AppliedChange[] | null = null;
  const edited = await context.workingTexts.edit(
    documentId,
    by.participantId,
    (text) => {
      changes = settleChanges(text, row.changes);
      if (changes === null) return CALLED_OFF;
      makeChanges(text, changes);
      return null;
    },
    client,
  );
  return edited.ok ? ok({ changes, seq: edited.value.seq }) : edited;
}

/** Updates read at a time when looking for the one that an acceptance made. */
const PAGE = 500;

/** Number of the update that claimed the acceptance's clientID; null if none did. */
async function madeBefore({ store }: CommandContext, row: Acceptance): Promise<number | null> {
  if (!(await store.textLog.owners(row.documentId)).has(row.client)) return null;
  for (let after = 0; ; after += PAGE) {
    const page = await store.updates.read(row.documentId, after, PAGE);
    const made = page.find(({ claims }) => claims.includes(row.client));
    if (made !== undefined) return made.seq;
    if (page.length < PAGE) throw new Error(`no update claims the clientID of acceptance ${row.id}`);
  }
}

/** Step three: the rows that say what was done, and the answer for a retry. */
async function record(
  context: CommandContext,
  row: Acceptance,
  { changes, seq }: Edited,
  retry: Retry | null,
): Promise<Result<Accepted, Problem>> {
  const finished = await once(context, changes === null ? null : retry, async (rows, now) => {
    const loaded = await loadActor(rows, now, row.by.participantId);
    if (changes === null) {
      const aside = await recordRow(loaded, 'acceptance', row.id, { ...row, state: 'set-aside' });
      return ok(doneBy<Accepted | null>(loaded, 'proposal.apply', { ...aside, answer: null }));
    }
    const applied: Acceptance = { ...row, state: 'applied', changes, textSeq: seq };
    const done = await recordRow(loaded, 'acceptance', row.id, applied);
    const disposition = await dispositionOf(rows, applied);
    const decided = await recordRow(loaded, 'disposition', disposition.id, disposition);
    return ok(
      doneBy<Accepted | null>(loaded, 'proposal.apply', {
        ...done,
        answer: { entry: done.entry, disposition: decided.entry },
        further: [{ act: 'disposition.decide', subject: decided.subject, row: decided.row }],
        events: decided.events,
      }),
    );
  });
  if (!finished.ok) return finished;
  return finished.value === null ? fail(movedOn) : ok(finished.value);
}

const movedOn = problem(
  'needs-a-look',
  'the paragraph was changed at the very moment of accepting: nothing was changed; look at it again',
);

async function dispositionOf(rows: Rows, row: Acceptance): Promise<Disposition> {
  const on: InputSubject = { noun: 'proposal', id: row.proposalId };
  const id = dispositionId(on);
  const before = await rows.register.find(row.documentId, 'disposition', id);
  const after = (await rows.versions.ofDocument(row.documentId)).at(-1)?.id ?? null;
  return {
    id,
    documentId: row.documentId,
    on,
    decision: row.decision,
    reason: row.reason,
    summary: before?.row.summary ?? '',
    ledTo: ledTo(row),
    duplicateOf: null,
    after,
    by: row.by,
    reaction: null,
    contests: before?.row.contests ?? [],
  };
}

/** The answer of an acceptance that was finished before. */
async function answerOf(
  context: CommandContext,
  entry: EntryOf<'acceptance'>,
  retry: Retry | null,
): Promise<Result<Accepted, Problem>> {
  if (entry.row.state === 'set-aside') return fail(movedOn);
  const id = dispositionId({ noun: 'proposal', id: entry.row.proposalId });
  return await once(context, retry, async (rows) => {
    const disposition = await rows.register.find(entry.documentId, 'disposition', id);
    if (disposition === null) throw new Error(`acceptance ${entry.id} has no disposition`);
    return ok({ answer: { entry, disposition }, records: [], events: [] });
  });
}
