import type { Directory, HistoryAnswer, RegisterAnswer } from '../../shared/api/register.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RegisterEntry, RegisterNoun } from '../../shared/model/register.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { mapInSteps } from '../../shared/model/steps.ts';
import { asSeenBy, type Viewer } from '../../shared/policy/visible.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { Rows } from '../ports/rows.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { notFound, permit } from './permit.ts';
import type { RegisterCopy } from './register-copies.ts';
import { seenEntries } from './seen-entries.ts';

/** A visitor as visibility judges them. */
export const viewerOf = ({ delegation, abilities }: Visitor): Viewer => ({
  delegation: delegation?.id ?? null,
  abilities,
});

/** What a visitor's copy of the register lacks behind `after`, with everybody whom rows may name. */
export async function registerSince(
  { store, registers }: QueryContext,
  visitor: Visitor,
  after: number,
): Promise<Result<RegisterAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { id } = visitor.document;
  const people = await directoryOf(store.rows, id);
  const register = await registers.of(id);
  const answer = { ...(await seenEntries(register, viewerOf(visitor), after)), directory: people };
  return ok(after === 0 ? sharedAnswer(register, answer) : answer);
}

/** Whole registers answered last, a few for each document. */
const answered = new WeakMap<RegisterCopy, RegisterAnswer[]>();

/** Rows that are written in one go. */
const FEW = 300;

/** Visitors whose answers are kept apart: what most see, and some delegations with notes of their own. */
const MOST_ANSWERS = 8;

/**
 * The same object for everybody who is answered the same whole register: a hundred who open a document at once share
 * the megabytes that are written and compressed for them.
 */
function sharedAnswer(register: RegisterCopy, answer: RegisterAnswer): RegisterAnswer {
  const kept = (answered.get(register) ?? []).filter(({ head }) => head === answer.head);
  const people = JSON.stringify(answer.directory);
  const same = kept.find(
    ({ entries, directory }) =>
      entries.length === answer.entries.length &&
      entries.every((entry, k) => isSame(entry, answer.entries[k])) &&
      JSON.stringify(directory) === people,
  );
  if (same !== undefined) return same;
  answered.set(register, [answer, ...kept].slice(0, MOST_ANSWERS));
  return answer;
}

/** What a viewer may see in part is made anew at each look, and mostly the same. */
const isSame = (one: RegisterEntry, other: RegisterEntry | undefined): boolean =>
  one === other ||
  (other !== undefined &&
    one.id === other.id &&
    one.seq === other.seq &&
    entryJson(one) === entryJson(other));

/** Entries in JSON, made once: rows are never changed, and most visitors see most rows alike. */
const written = new WeakMap<RegisterEntry, string>();

function entryJson(entry: RegisterEntry): string {
  const known = written.get(entry);
  if (known !== undefined) return known;
  const json = JSON.stringify(entry);
  written.set(entry, json);
  return json;
}

/** The JSON of such an answer. A whole register of 6 MB is put together from its rows instead of being written anew. */
export async function registerJson({ head, entries, directory }: RegisterAnswer): Promise<string> {
  const rows = entries.length > FEW ? await inSteps(mapInSteps(entries, entryJson)) : entries.map(entryJson);
  return `{"head":${head},"entries":[${rows.join(',')}],"directory":${JSON.stringify(directory)}}`;
}

/** Every revision of a row that a visitor may see, oldest first. A note is private as long as its revision says so. */
export async function registerHistory(
  { store, registers }: QueryContext,
  visitor: Visitor,
  noun: RegisterNoun,
  rowId: string,
): Promise<Result<HistoryAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { id } = visitor.document;
  const register = await registers.of(id);
  const revisions = (await store.rows.register.history(id, noun, rowId)) as readonly RegisterEntry[];
  const viewer = viewerOf(visitor);
  const entries = revisions.flatMap((entry) => asSeenBy(entry, viewer, register) ?? []);
  return entries.length === 0 ? notFound(noun) : ok({ entries });
}

/** Everybody who ever took part in a document. */
export async function directoryOf(rows: Rows, documentId: DocumentId): Promise<Directory> {
  const participants = await rows.participants.ofDocument(documentId);
  const delegations = await rows.delegations.ofDocument(documentId);
  return {
    participants: participants.map(({ id, name, role, delegationId }) => ({ id, name, role, delegationId })),
    delegations: delegations.map(({ id, name, constituency, region }) => ({
      id,
      name,
      constituency,
      region,
    })),
  };
}
