import * as Y from 'yjs';
import type { ParticipantId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { type StoreTrouble, TROUBLE_WORDS } from '../ports/store-failure.ts';
import type { ClientId } from '../ports/text-log.ts';
import { CALLED_OFF } from '../ports/working-texts.ts';
import { judgeUpdate, type Verdict } from './admission.ts';
import { admit } from './admit.ts';
import { writeFirstParagraph } from './first-paragraph.ts';
import { retryHeld } from './intake.ts';
import { isUnwritten } from './live-text.ts';
import type { InFlight, RoomState } from './room-state.ts';
import { noteSteps } from './steps.ts';
import { readUpdate } from './update-reader.ts';

/**
 * Yjs must know that it is a text before its words arrive: a type named afterwards does not know of its formats, and
 * a deletion in it may spread them.
 */
const nameText = (doc: Y.Doc): void => void doc.getText(TEXT_NAME);

/** A clone of the durable text; an unwritten one gets its first paragraph in the clone. */
export function cloneText(room: RoomState): Y.Doc {
  const clone = new Y.Doc();
  nameText(clone);
  Y.applyUpdate(clone, Y.encodeStateAsUpdate(room.text.doc));
  const text = clone.getText(TEXT_NAME);
  if (isUnwritten(room.text)) writeFirstParagraph(text, room.deps.newId);
  return clone;
}

/**
 * R15: runs `change` on a clone as `author` and sends what it wrote on its way into the log. Answers when durable.
 * Call it again only when the last call has answered: the next edit goes on from the durable text.
 * `once`: `client` is this edit's own (see WorkingTexts); what the log knows of it is not made again.
 */
export async function editText(
  room: RoomState,
  author: ParticipantId,
  client: ClientId,
  change: (text: Y.Text) => unknown,
  once = false,
): Promise<Result<{ readonly seq: number }, Problem>> {
  const owner = once ? room.text.owners.get(client) : undefined;
  if (owner === author) return ok({ seq: room.text.seq });
  if (owner !== undefined) throw new Error(`clientID ${client} of an edit belongs to somebody else`);
  const clone = new Y.Doc();
  nameText(clone);
  Y.applyUpdate(clone, Y.encodeStateAsUpdate(room.text.doc));
  clone.clientID = client;
  const text = clone.getText(TEXT_NAME);
  const before = Y.encodeStateVector(clone);
  const answer = clone.transact(() => {
    if (isUnwritten(room.text)) writeFirstParagraph(text, room.deps.newId);
    return change(text);
  });
  if (answer === CALLED_OFF) {
    clone.destroy();
    return ok({ seq: room.text.seq });
  }
  const update = Y.encodeStateAsUpdate(clone, before);
  clone.destroy();
  const read = readUpdate(update);
  if (read === null) throw new Error('Yjs wrote an update that does not read back');
  const judged = judgeUpdate(room.text, author, update, read);
  const verdict = once ? claiming(judged, client) : judged;
  if (verdict.kind === 'known') return ok({ seq: room.text.seq });
  if (verdict.kind !== 'new') throw new Error(`an edit of the server's was judged ${verdict.kind}`);
  noteSteps(room, read, verdict);
  return await new Promise((resolve) => {
    const settled: InFlight['settled'] = (seq, trouble) =>
      resolve(seq === null ? fail(notStored(trouble)) : ok({ seq }));
    admit(room, verdict, null, 0, settled, author);
    retryHeld(room);
  });
}

const notStored = (trouble: StoreTrouble | undefined): Problem =>
  trouble === undefined
    ? problem('unavailable', 'The text could not be stored just now. Nothing was changed; try again.')
    : problem(trouble, TROUBLE_WORDS[trouble]);

/** A Yjs update (encoding version 1) without structs and deletions. */
const NOTHING = new Uint8Array([0, 0]);

/** An edit made once leaves its trace in the owners of clientIDs whatever it holds: deletions alone, or nothing. */
function claiming(judged: Verdict, client: ClientId): Verdict {
  if (judged.kind === 'known')
    return { kind: 'new', update: NOTHING, claims: [client], reach: [], formatsOnly: false, deleted: [] };
  if (judged.kind !== 'new' || judged.claims.includes(client)) return judged;
  return { ...judged, claims: [...judged.claims, client] };
}
