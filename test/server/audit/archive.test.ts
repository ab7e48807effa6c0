import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyArchive } from '../../../server/audit/verify-archive.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { SealedArchive } from '../../../shared/model/archive.ts';
import { ADMIN, everyRole, newDocument, send } from '../harness.ts';
import { newComment } from '../register-rows.ts';
import { type ArchiveStage, createArchiveStage, findings, MAIL } from './archive-stage.ts';

let stage: ArchiveStage;
let harness: ArchiveStage['harness'];
let id: ArchiveStage['id'];
let tokens: ArchiveStage['tokens'];
let archiveFor: ArchiveStage['archiveFor'];
let bytes: ArchiveStage['bytes'];
let read: ArchiveStage['read'];
beforeAll(async () => {
  stage = await createArchiveStage();
  ({ harness, id, tokens, archiveFor, bytes, read } = stage);
}, 30_000);
afterAll(() => stage.harness.close());

describe('an archive', () => {
  it('V140: holds, and says whom it was made for and what is not in it', () => {
    const { archive } = read();
    expect(findings(bytes)).toEqual([]);
    expect(bytes.toString('utf8')).toBe(canonicalJson(read()));
    expect(archive).toMatchObject({ seenBy: null, format: 'sounding-board-archive', formatVersion: 1 });
    expect(archive.withheld).toEqual({
      counts: { private: 1, 'working-text': 2 },
      rows: [
        { subject: expect.stringMatching(/^status:/), reason: 'working-text' },
        { subject: 'comment:private@1', reason: 'private' },
        { subject: 'comment:internal@1', reason: 'working-text' },
      ],
    });
    expect(archive.shownInPart.rows.map(({ subject, reason }) => [subject, reason])).toEqual([
      ['statement:naming@1', 'names-withheld'],
    ]);
    expect(archive.register.entries.filter(({ id: row }) => row === 'comment-1')).toHaveLength(2);
    expect(archive.versions).toHaveLength(2);
    const { seq, hash } = archive.audit.entries.at(-1) ?? {};
    expect(archive.audit.head).toEqual({ seq, hash });
  });

  it('V141: has no token and no address of mail', () => {
    const said = bytes.toString('utf8');
    expect(tokens.length).toBeGreaterThan(4);
    for (const token of tokens) {
      expect(said).not.toContain(token);
      expect(said).not.toContain(harness.context.secrets.hash(token));
    }
    expect(said).not.toContain(MAIL);
  });

  it('V141: a delegation finds its own in its archive', async () => {
    const answer = await send(harness, ADMIN, 'POST', `/api/documents/${id}/invitations`, {
      name: 'Another delegate',
      role: 'delegate',
      delegation: { name: 'Delegation of delegate', constituency: 'government' },
    });
    const own = JSON.parse((await archiveFor(answer.json().token)).toString('utf8')) as SealedArchive;
    expect(own.archive.withheld.counts).toEqual({ 'working-text': 1 });
    expect(own.archive.seenBy).not.toBeNull();
  });

  it('V144: an end cut off whole is found out by a head that was kept elsewhere', () => {
    const { archive } = read();
    const { seq, hash } = archive.audit.head;
    const kept = [{ documentId: null, seq, hash }];
    expect(verifyArchive(bytes, kept)?.findings).toEqual([]);
    expect(verifyArchive(bytes, [{ documentId: null, seq, hash: '0'.repeat(64) }])?.findings).toHaveLength(1);
    expect(verifyArchive(bytes, [{ documentId: 'another', seq, hash }])?.findings).toHaveLength(1);
  });

  it('V145: what is no archive is not judged', () => {
    expect(findings(Buffer.from('{"a":1}'))).toBeNull();
    expect(findings(Buffer.from('[]'))).toBeNull();
  });
});

describe('who gets an archive', () => {
  it('V141: whoever may read versions, register and audit log', async () => {
    const closed = await newDocument(harness);
    const answer = await send(harness, null, 'GET', `/api/documents/${closed}/export/archive.json`);
    expect(answer.statusCode).toBe(401);
    await newComment(harness, closed, (await everyRole(harness, closed)).drafter);
    const compressed = await send(
      harness,
      ADMIN,
      'GET',
      `/api/documents/${closed}/export/archive.json`,
      undefined,
      {
        'accept-encoding': 'gzip',
      },
    );
    expect(compressed.headers['content-encoding']).toBe('gzip');
    expect(compressed.headers['content-disposition']).toBe('attachment; filename="sample-text-archive.json"');
  });
});
