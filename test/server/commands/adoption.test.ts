import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import { PHASES } from '../../../shared/model/document.ts';
import { write } from '../harness.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

let stage: RegisterStage;
let version: string;
beforeEach(async () => {
  stage = await createRegisterStage({ phase: 'negotiation' });
  version = (await stage.as('facilitator', 'GET', '/versions')).json().versions.at(-1).id;
});
afterEach(async () => {
  expect((await verify(stage.harness.store)).flatMap(({ findings }) => findings)).toEqual([]);
  await stage.close();
});

const wanted = (more: object = {}) => ({
  version,
  manner: 'consensus',
  date: '2026-10-01',
  symbol: 'A/RES/81/2',
  ...more,
});
const adopt = (more: object = {}) => stage.as('facilitator', 'POST', '/adoption', wanted(more));
const mend = (body: object) => stage.as('facilitator', 'PATCH', '/adoption', body);
const close = () => stage.as('facilitator', 'POST', '/record/closing');
const document = async () => (await stage.as('facilitator', 'GET', '')).json().document;

describe('adoption', () => {
  it('V125: row, final text and phase are written at once, and what is unusual is told', async () => {
    const answer = await adopt();
    expect(answer.statusCode).toBe(201);
    const { entry, warnings } = answer.json();
    expect(entry).toMatchObject({ noun: 'adoption', id: stage.id, row: { version, symbol: 'A/RES/81/2' } });
    expect(entry.row.date).toBe('2026-10-01T00:00:00.000Z');
    expect(warnings).toEqual(['not-final']);
    expect(await document()).toMatchObject({
      phase: 'adoption',
      closesAt: null,
      adoption: { version, at: entry.at, recordClosedAt: null },
    });
    expect((await stage.as(null, 'GET', '/adoption')).json().adoption).toEqual(entry.row);
    expect(stage.harness.events.at(-1)?.kind).toBe('notices-changed');
    expect(outcome(await adopt())).toEqual([409, 'already-decided']);
  });

  it('V70, V71: only facilitators, only the latest version, only numbers that fit', async () => {
    for (const who of ['drafter', 'delegate', 'stakeholder', 'observer'] as const)
      expect(outcome(await stage.as(who, 'POST', '/adoption', wanted()))).toEqual([403, 'not-permitted']);
    expect((await adopt({ version: 'another' })).json().fields[0].field).toBe('version');
    expect((await adopt({ votes: { inFavour: 1, against: 0, abstaining: 0 } })).json().fields[0].field).toBe(
      'votes',
    );
    expect((await adopt({ manner: 'recorded-vote' })).json().fields[0].field).toBe('votes');
    expect((await adopt({ date: '2027-10-01' })).json().fields[0].field).toBe('date');
    expect((await adopt({ date: 'yesterday' })).statusCode).toBe(400);
    const votes = { inFavour: 154, against: 3, abstaining: 12 };
    const answer = await adopt({ manner: 'recorded-vote', votes, date: '2026-10-01T23:30:00-05:00' });
    expect(answer.json().entry.row).toMatchObject({ votes, date: '2026-10-01T00:00:00.000Z' });
  });

  it('V125: a version named final may be published between silence and adoption', async () => {
    const deadline = new Date(Date.parse(stage.harness.clock.now()) + 4 * 86_400_000).toISOString();
    await stage.as('facilitator', 'POST', '/silences', { version, deadline });
    stage.harness.clock.turn(5 * 86_400_000);
    expect((await document()).phase).toBe('adoption');
    const published = await stage.as('facilitator', 'POST', '/versions', {
      stage: 'final',
      name: 'Final text',
    });
    expect(published.statusCode).toBe(201);
    expect((await adopt()).json().fields[0].field).toBe('version');
    expect((await adopt({ version: published.json().id })).json().warnings).toEqual([]);
  });

  it('V126: after adoption nothing moves the phase, the text, its versions or what worked on them', async () => {
    await adopt();
    for (const phase of PHASES)
      expect(outcome(await stage.as('facilitator', 'POST', '/phase', { phase })), phase).toEqual([
        409,
        'phase-conflict',
      ]);
    const change = { act: 'delete', paragraph: stage.paragraph, base: null, wording: [], after: null };
    const anchor = { scope: 'paragraph', text: 'latest', paragraph: stage.paragraph };
    const refused = [
      ['facilitator', '/versions', { stage: 'final', name: 'Final' }],
      ['facilitator', '/silences', { version, deadline: '2027-01-01T00:00:00Z' }],
      ['facilitator', '/statuses', { paragraphs: [stage.paragraph], status: 'agreed' }],
      ['delegate', '/comments', { on: { noun: 'text', anchor }, text: 'Late.' }],
      ['delegate', '/proposals', { text: 'working', changes: [change], rationale: '' }],
    ] as const;
    for (const [who, path, body] of refused) {
      const answer = await stage.as(who, 'POST', path, body);
      expect(outcome(answer), path).toEqual([403, 'not-permitted']);
      expect(answer.json().detail).toContain('(adopted)');
    }
    const file = new FormData();
    file.set('file', new Blob(['Another text.']), 'text.txt');
    const imported = await stage.harness.app.inject({
      method: 'POST',
      url: `/api/documents/${stage.id}/import?as=working`,
      headers: { authorization: `Bearer ${stage.people.facilitator.token}` },
      payload: file as never,
    });
    expect([imported.statusCode, imported.json().detail]).toEqual([
      403,
      expect.stringContaining('(adopted)'),
    ]);
    const { abilities } = (await stage.as('drafter', 'GET', '')).json();
    expect(abilities['text.write']).toEqual({ allowed: false, reason: 'adopted' });
    expect((await stage.as('facilitator', 'GET', '/versions')).json().versions).toHaveLength(1);
  });

  it('V73: what is recorded of it may be mended until the record is closed, with its history', async () => {
    expect(outcome(await mend({ symbol: 'A/RES/81/3' }))).toEqual([404, 'not-found']);
    await adopt({ symbol: '' });
    expect(outcome(await mend({ symbol: '' }))).toEqual([409, 'already-exists']);
    expect((await mend({})).statusCode).toBe(400);
    expect((await mend({ symbol: 'resolution 3' })).json()).toMatchObject({
      entry: { revision: 2, row: { symbol: 'resolution 3', version } },
      warnings: ['unusual-symbol'],
    });
    const votes = { inFavour: 150, against: 40, abstaining: 20 };
    expect((await mend({ manner: 'recorded-vote', votes })).json().warnings).toContain(
      'more-votes-than-members',
    );
    expect((await mend({ manner: 'consensus' })).json().entry.row.votes).toBeNull();
    const history = await stage.as(null, 'GET', `/register/adoption/${stage.id}/history`);
    expect(history.json().entries).toHaveLength(4);
    const { at } = (await document()).adoption;
    expect(at).toBe(history.json().entries[0].at);
  });

  it('V127: a closed record closes the document for good', async () => {
    expect(outcome(await close())).toEqual([409, 'phase-conflict']);
    await adopt();
    expect(outcome(await stage.as('drafter', 'POST', '/record/closing'))).toEqual([403, 'not-permitted']);
    const { row } = (await close()).json().entry;
    expect(await document()).toMatchObject({
      phase: 'closed',
      adoption: { version, recordClosedAt: row.recordClosedAt },
    });
    expect(outcome(await close())).toEqual([403, 'not-permitted']);
    expect((await mend({ symbol: 'A/RES/81/3' })).json().detail).toContain('(record-closed)');
    expect(outcome(await stage.as('facilitator', 'POST', '/phase', { phase: 'negotiation' }))).toEqual([
      409,
      'phase-conflict',
    ]);
  });

  it('V125: while a proposal is being written into the text, that text is neither adopted nor silent', async () => {
    const { store, clock } = stage.harness;
    await write(stage.harness, stage.id, stage.people.drafter.id, 'Another paragraph.');
    const { participant, delegation } = (await stage.as('facilitator', 'GET', '')).json().me;
    const by = {
      participantId: participant.id,
      delegationId: delegation.id,
      onBehalfOf: null,
      at: clock.now(),
    };
    const row = {
      id: 'a',
      documentId: stage.id,
      proposalId: 'p',
      decision: 'accepted',
      reason: '',
      summary: '',
    };
    const applying = { ...row, changes: [], client: 7, state: 'applying', doneAt: null, by };
    const pending = (state: string) =>
      store.transact(async (rows) => {
        const entry = await rows.register.append(
          stage.id as never,
          'acceptance',
          'a',
          { ...applying, state } as never,
          clock.now(),
        );
        const { secrets } = stage.harness.context;
        const { canonicalJson } = await import('../../../shared/domain/canonical-json.ts');
        await rows.audit.append({
          documentId: stage.id as never,
          at: clock.now(),
          act: 'proposal.accept',
          participantId: participant.id,
          delegationId: delegation.id,
          subject: `acceptance:a@${entry.revision}`,
          recordHash: secrets.hash(canonicalJson(entry)),
        });
      });
    await pending('applying');
    expect(outcome(await adopt())).toEqual([409, 'being-decided']);
    const deadline = '2027-01-01T00:00:00Z';
    expect(outcome(await stage.as('facilitator', 'POST', '/silences', { version, deadline }))).toEqual([
      409,
      'being-decided',
    ]);
    await pending('set-aside');
    expect((await adopt()).statusCode).toBe(201);
  });
});
