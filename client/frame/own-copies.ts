import type { DocumentAnswer } from '../../shared/api/document.ts';
import { request } from '../api/request.ts';
import { clearDeviceCopy, type DeviceCopy, deviceCopies } from '../editor/connection/device-copies.ts';

/** What this device keeps for whoever is signed in now. Copies of other people who use this device are left out. */
export async function ownCopies(): Promise<readonly DeviceCopy[]> {
  const copies = await deviceCopies();
  const documents = [...new Set(copies.map(({ documentId }) => documentId))];
  const mine = await Promise.all(
    documents.map(async (id) => {
      const answer = await request<DocumentAnswer>('GET', `/documents/${id}`);
      return answer.ok ? answer.value.me?.participant.id : undefined;
    }),
  );
  return copies.filter(
    ({ documentId, participantId }) => mine[documents.indexOf(documentId)] === participantId,
  );
}

/** Drafts bear the participant in their names; most name the document too, but some of an earlier release did not. */
function clearDrafts({ participantId }: DeviceCopy): void {
  const names = Array.from({ length: localStorage.length }, (_, k) => localStorage.key(k) ?? '');
  for (const name of names) if (name.includes(participantId)) localStorage.removeItem(name);
}

/** Deletes copies and drafts for good; a text that is still open is deleted as soon as it closes. */
export function clearCopies(copies: readonly DeviceCopy[]): Promise<unknown> {
  for (const copy of copies) clearDrafts(copy);
  return Promise.all(copies.map((copy) => clearDeviceCopy(copy)));
}
