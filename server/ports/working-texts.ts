import type * as Y from 'yjs';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { ClientId } from './text-log.ts';

/** What a change answers that found nothing to do after all. */
export const CALLED_OFF = Symbol('called off');

/** What commands and queries may do with the live texts. The rooms implement it. */
export interface WorkingTexts {
  /** A clone of the durable working text; changing it changes nothing. An unwritten text is an empty first paragraph. */
  clone(documentId: DocumentId): Promise<Y.Doc>;
  /**
   * Edits the working text as `author`, under a clientID of the server's bound to that person: runs `change`
   * on a clone inside one transaction, logs the update, applies it and broadcasts it, like any writer's.
   * Answers when durable.
   *
   * With `once`, a clientID that nobody ever used, the edit is made once for ever: the update claims that clientID,
   * even if it only deletes or changes nothing, and where the log knows it as the author's nothing is done again.
   * Such a `change` may call itself off by answering `CALLED_OFF`: then nothing is logged.
   */
  edit(
    documentId: DocumentId,
    author: ParticipantId,
    change: (text: Y.Text) => unknown,
    once?: ClientId,
  ): Promise<Result<{ readonly seq: number }, Problem>>;
  /** Closes connections so that they come back and are judged anew: all of a document, or one participant's. */
  reauthorise(documentId: DocumentId, participantId?: ParticipantId): void;
  /** What was judged before now and has no connection yet is out of date; who is connected stays. */
  outdate(documentId: DocumentId): void;
  /** Who is in the room: people who may write, by name, and how many read. */
  attendance(documentId: DocumentId): { readonly drafting: number; readonly reading: number };
}
