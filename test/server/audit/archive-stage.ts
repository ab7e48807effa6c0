import { expect } from 'vitest';
import { verifyArchive } from '../../../server/audit/verify-archive.ts';
import type { SealedArchive } from '../../../shared/model/archive.ts';
import { ADMIN, createHarness, everyRole, newDocument, send, setPhase, write } from '../harness.ts';
import { chain, fillRegister, sampleRows } from '../whole-register.ts';

export const MAIL = 'somebody@example.org';

/** A document with every kind of row, two versions and a delegate who gets mail; and its archive for the public. */
export async function createArchiveStage() {
  const harness = await createHarness();
  const id = await newDocument(harness, { register: 'public', workingText: 'team' });
  const people = await everyRole(harness, id);
  const tokens = Object.values(people).map(({ token }) => token);
  await send(harness, people.delegate.token, 'PATCH', `/api/documents/${id}/mail`, {
    address: MAIL,
    frequency: 'daily',
  });
  await write(harness, id, people.drafter.id, 'We decide — “today” — كلمة.');
  await setPhase(harness, id, 'drafting');
  for (const name of ['Rev.1', 'Rev.2']) {
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'revision', name });
    await write(harness, id, people.drafter.id, `More, after ${name}.`);
  }
  const cast = await fillRegister(harness, id, people.delegate.id);
  const { comment, statement, acceptance } = sampleRows(cast);
  // A second revision; what only some may see; what is shown in part.
  await chain(harness, id, [
    { noun: 'comment', row: { ...comment, text: 'Less.' } as never },
    { noun: 'comment', row: { ...comment, id: 'private', visibility: 'delegation' } as never },
    {
      noun: 'comment',
      row: {
        ...comment,
        id: 'internal',
        on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
      } as never,
    },
    { noun: 'statement', row: { ...statement, id: 'naming', proposals: ['unseen'] } as never },
    { noun: 'acceptance', row: { ...acceptance, id: 'acceptance-2' } as never },
  ]);
  const archiveFor = async (token: string | null): Promise<Buffer> => {
    const answer = await send(harness, token, 'GET', `/api/documents/${id}/export/archive.json`);
    expect(answer.statusCode).toBe(200);
    return answer.rawPayload;
  };
  const bytes = await archiveFor(null);
  return {
    harness,
    id,
    tokens,
    archiveFor,
    bytes,
    /** A copy of its own each time. */
    read: () => JSON.parse(bytes.toString('utf8')) as SealedArchive,
  };
}
export type ArchiveStage = Awaited<ReturnType<typeof createArchiveStage>>;

/** What is wrong with an archive, a line each; null where it is none. */
export const findings = (file: Uint8Array): string[] | null =>
  verifyArchive(file)?.findings.map(({ row, problem }) => `${row} ${problem}`) ?? null;
