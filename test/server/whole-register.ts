import { recordHash } from '../../server/audit/hash.ts';
import { registerSubject } from '../../shared/domain/register.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { DelegationId, DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { RegisterNoun, RegisterRowOf } from '../../shared/model/register.ts';
import type { Signature } from '../../shared/model/signature.ts';
import type { Harness } from './harness.ts';
import type { Cast } from './sample-cast.ts';
import { sampleInputs } from './sample-inputs.ts';
import { sampleRecord } from './sample-record.ts';

/** Everything of one sample row of every noun, on a document with a version. */
export const sampleRows = (cast: Cast): { readonly [Noun in RegisterNoun]: RegisterRowOf[Noun] } => ({
  ...sampleInputs(cast),
  ...sampleRecord(cast),
});

/** An act that the audit log could name for each noun: which one does not matter to a hash. */
const ACT_OF: Partial<Record<RegisterNoun, Act>> = { position: 'position.take', comment: 'comment.write' };

/** Writes revisions of rows with their entries in the audit log, as a command does, without asking who may. */
export const chain = (
  { store, clock }: Pick<Harness, 'store' | 'clock'>,
  documentId: string,
  written: readonly {
    readonly noun: RegisterNoun;
    readonly row: { readonly id: string; readonly by: Signature };
  }[],
): Promise<void> =>
  store.transact(async (rows) => {
    for (const { noun, row } of written) {
      const at = clock.now();
      const entry = await rows.register.append(documentId as DocumentId, noun, row.id, row as never, at);
      await rows.audit.append({
        documentId: documentId as DocumentId,
        at,
        act: ACT_OF[noun] ?? 'declaration.file',
        participantId: row.by.participantId,
        delegationId: row.by.delegationId,
        subject: registerSubject(entry as never),
        recordHash: recordHash(entry),
      });
    }
  });

/** A row of every noun with its audit entry, and the document as an adopted one. */
export async function fillRegister(harness: Harness, documentId: string, participant: string): Promise<Cast> {
  const { rows } = harness.store;
  const version = await rows.versions.latest(documentId as DocumentId);
  const person = await rows.participants.find(participant as ParticipantId);
  const paragraph = version?.paragraphs.find(({ kind }) => kind === 'operative');
  if (version === null || person === null || paragraph === undefined) throw new Error('nothing to fill');
  const cast: Cast = {
    documentId: documentId as DocumentId,
    by: {
      participantId: person.id,
      delegationId: person.delegationId as DelegationId,
      onBehalfOf: null,
      at: harness.clock.now(),
    },
    version: version.id,
    paragraph: paragraph.id,
  };
  const all = Object.entries(sampleRows(cast)).map(([noun, row]) => ({ noun: noun as RegisterNoun, row }));
  await chain(harness, documentId, all);
  await harness.store.transact(async (writing) => {
    const before = await writing.documents.find(cast.documentId);
    if (before === null) throw new Error('no document');
    const at = harness.clock.now();
    const document = { ...before, adoption: { version: version.id, at, recordClosedAt: null } };
    await writing.documents.update(document);
    await writing.audit.append({
      documentId: cast.documentId,
      at,
      act: 'adoption.record',
      participantId: cast.by.participantId,
      delegationId: cast.by.delegationId,
      subject: `document:${documentId}`,
      recordHash: recordHash(document),
    });
  });
  return cast;
}
