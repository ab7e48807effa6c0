import type { TextAnswer } from '../../../../shared/api/text.ts';
import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { newKey } from '../../../api/new-key.ts';
import { type Failure, request } from '../../../api/request.ts';
import type { KeptParagraph } from '../../../editor/connection/kept-words.ts';
import { draftShelf } from './draft-shelf.ts';
import { draftFromKept } from './from-kept-words.ts';

/** Puts kept words on the shelf of drafts, on the text as it stands; answers the draft's id. */
export async function keepAsDraft(
  documentId: DocumentId,
  participantId: ParticipantId,
  kept: readonly KeptParagraph[],
): Promise<Result<string, Failure>> {
  const text = await request<TextAnswer>('GET', `/documents/${documentId}/text`);
  if (!text.ok) return text;
  const draft = draftFromKept(kept, text.value.paragraphs, new Date().toISOString(), newKey);
  draftShelf(documentId, participantId, globalThis.localStorage).keep(draft);
  return ok(draft.id);
}
