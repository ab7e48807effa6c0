import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordHash } from '../../../server/audit/hash.ts';
import { sealOf } from '../../../server/audit/seal-archive.ts';
import { verifyArchive } from '../../../server/audit/verify-archive.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { ARCHIVE_PARTS, type ArchivePart, type SealedArchive } from '../../../shared/model/archive.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  newDocument,
  send,
  setPhase,
  write,
} from '../harness.ts';
import { newComment } from '../register-rows.ts';
import { chain, fillRegister, sampleRows } from '../whole-register.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

let harness: Harness;
let id: string;
let bytes: Buffer;
let tokens: string[];
const MAIL = 'somebody@example.org';
/** All places instead of a choice of them. */
const LONG = process.env.LONG === '1';

beforeAll(async () => {
  harness = await createHarness();
  id = await newDocument(harness, { register: 'public', workingText: 'team' });
  const people = await everyRole(harness, id);
  tokens = Object.values(people).map(({ token }) => token);
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
  bytes = await archiveFor(null);
}, 30_000);
afterAll(() => harness.close());

async function archiveFor(token: string | null): Promise<Buffer> {
  const answer = await send(harness, token, 'GET', `/api/documents/${id}/export/archive.json`);
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}

const read = (): SealedArchive => JSON.parse(bytes.toString('utf8')) as SealedArchive;
const findings = (file: Uint8Array): string[] | null =>
  verifyArchive(file)?.findings.map(({ row, problem }) => `${row} ${problem}`) ?? null;

/** The file of an archive whose maker sealed it again after altering it. */
function resealed({ archive }: SealedArchive): Buffer {
  const parts = Object.fromEntries(ARCHIVE_PARTS.map((part) => [part, recordHash(archive[part])]));
  const seal = sealOf(parts as Record<ArchivePart, string>);
  return Buffer.from(canonicalJson({ archive, seal }));
}

/** Every path to a value that holds no other. */
function* leaves(
  value: Json,
  path: readonly (string | number)[] = [],
): Generator<readonly (string | number)[]> {
  if (typeof value !== 'object' || value === null) return yield path;
  for (const [key, inner] of Object.entries(value))
    yield* leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Another value of the same kind. */
const other = (value: Json): Json =>
  typeof value === 'string'
    ? /^[0-9a-f]{64}$/.test(value)
      ? value.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
      : /^\d{4}-\d\d-\d\dT/.test(value)
        ? value.replace(/^..../, '1999')
        : `${value}x`
    : typeof value === 'number'
      ? value + 1
      : typeof value === 'boolean'
        ? !value
        : 'x';

function altered(file: SealedArchive, path: readonly (string | number)[]): SealedArchive {
  const copy = structuredClone(file) as unknown as Json;
  let holder = copy as Record<string | number, Json>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, Json>;
  const last = path.at(-1) as string | number;
  holder[last] = other(holder[last] as Json);
  return copy as unknown as SealedArchive;
}

/** What a finding must say to name what stands at a path: one of these. */
function namesAt(file: SealedArchive, path: readonly (string | number)[]): string[] {
  const [, part, second, third] = path;
  if (part === 'shownInPart' || part === 'withheld') {
    const subject = file.archive[part].rows[Number(third)]?.subject ?? part;
    return [part, subject.replace(':', ' ')];
  }
  const delegation = part === 'delegations' ? file.archive.delegations[Number(second)] : undefined;
  return delegation === undefined
    ? [nameAt(file, path)]
    : [
        `delegation ${delegation.id}`,
        ...file.archive.participants
          .filter(({ delegationId }) => delegationId === delegation.id)
          .map(({ id: participant }) => `participant ${participant}`),
      ];
}

/** Every kind of field once and something of every row; all of it where there is time. */
function chosen(file: SealedArchive): (readonly (string | number)[])[] {
  const seen = new Set<string>();
  return [...leaves(file as unknown as Json)].filter((path) => {
    const last = path.findLastIndex((key) => typeof key === 'number');
    const row = path.slice(0, last + 1).join('.');
    const field = path.join('.').replace(/\d+/g, 'n');
    const wanted = LONG || !seen.has(row) || !seen.has(field);
    seen.add(row).add(field);
    return wanted;
  });
}

function nameAt({ archive }: SealedArchive, path: readonly (string | number)[]): string {
  const [, part, second, third] = path;
  switch (part) {
    case 'audit':
      return second === 'head' ? 'audit' : `audit entry ${archive.audit.entries[Number(third)]?.seq}`;
    case 'register': {
      const entry = archive.register.entries[Number(third)];
      return entry === undefined ? 'register' : `${entry.noun} ${entry.id}@${entry.revision}`;
    }
    case 'versions':
      return `version ${archive.versions[Number(second)]?.id}`;
    case 'participants':
      return `participant ${archive.participants[Number(second)]?.id}`;
    default:
      return String(part);
  }
}

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

  it('V142: names any byte that was flipped', () => {
    const SEED = 20_261_122;
    let seed = SEED;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    const runs = LONG ? 5_000 : 200;
    for (let run = 0; run < runs; run += 1) {
      const copy = Buffer.from(bytes);
      const at = random(copy.length);
      copy[at] = (copy[at] as number) ^ (1 << random(8));
      const found = findings(copy);
      expect(found?.length, `byte ${at} in run ${run} of seed ${SEED}`).toBeGreaterThan(0);
    }
  }, 240_000);

  it('V142: names a byte left out, put in or cut off', () => {
    for (let at = 0; at < bytes.length; at += LONG ? 101 : 4_001) {
      const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      const within = Buffer.concat([bytes.subarray(0, at), Buffer.from(' '), bytes.subarray(at)]);
      for (const copy of [without, within, bytes.subarray(0, at)])
        expect(findings(copy)?.length, `byte ${at}`).toBeGreaterThan(0);
    }
    expect(findings(Buffer.concat([bytes, Buffer.from('\n')]))).toEqual([
      `byte ${bytes.length} was altered, or one shortly before it: something stands behind the end`,
    ]);
  }, 240_000);

  it('V143: names every field that was altered, sealed again or not', () => {
    const file = read();
    const unsealed: string[] = [];
    const named = (found: readonly string[] | null, path: readonly (string | number)[]): boolean =>
      namesAt(file, path).some((name) => found?.some((line) => line.includes(name)));
    for (const path of chosen(file)) {
      const copy = altered(file, path);
      const naive = findings(Buffer.from(canonicalJson(copy)));
      expect(naive?.length, path.join('.')).toBeGreaterThan(0);
      if (path[0] === 'seal') continue;
      expect(named(naive, path), `${path.join('.')}: ${naive}`).toBe(true);
      const sealed = findings(resealed(copy));
      if (sealed?.length === 0) unsealed.push(path.join('.').replace(/\d+/g, 'n'));
      else expect(named(sealed, path), `${path.join('.')}, sealed again: ${sealed}`).toBe(true);
    }
    // What no audit entry records: the archive's own digest alone guards it.
    expect([...new Set(unsealed)].sort()).toEqual(['archive.madeAt', 'archive.seenBy']);
  }, 240_000);

  it('V143: names a row that was removed, added or moved, sealed again or not', () => {
    const lists = [
      ['register', 'entries'],
      ['audit', 'entries'],
      ['versions'],
      ['participants'],
      ['withheld', 'rows'],
      ['shownInPart', 'rows'],
    ] as const;
    const listOf = (file: SealedArchive, path: readonly string[]): Json[] => {
      let value = file.archive as unknown as Json;
      for (const key of path) value = (value as Record<string, Json>)[key] as Json;
      return value as Json[];
    };
    const placesIn = (length: number): number[] =>
      [...Array(length).keys()].filter((k) => LONG || [0, length >> 1, length - 1].includes(k));
    for (const path of lists)
      for (const at of placesIn(listOf(read(), path).length)) {
        const [removed, added, moved] = [read(), read(), read()];
        listOf(removed, path).splice(at, 1);
        const list = listOf(added, path);
        list.splice(at, 0, structuredClone(list[at] as Json));
        const order = listOf(moved, path);
        order.splice(at, 0, ...order.splice(at + 1, 1));
        for (const copy of [
          removed,
          added,
          ...(canonicalJson(moved) === canonicalJson(read()) ? [] : [moved]),
        ]) {
          expect(findings(Buffer.from(canonicalJson(copy)))?.length, `${path} ${at}`).toBeGreaterThan(0);
          if (copy === moved && ['participants', 'withheld', 'shownInPart'].includes(path[0])) continue;
          expect(findings(resealed(copy))?.length, `${path} ${at}, sealed again`).toBeGreaterThan(0);
        }
      }
  }, 240_000);

  it('V144: what nobody recorded is named: a forged row, an adoption of a version that is not there', () => {
    const forged = read();
    const [first] = forged.archive.register.entries;
    (forged.archive.register.entries as unknown[]).push({ ...first, id: 'forged', seq: 999 });
    expect(findings(resealed(forged))?.join('\n')).toMatch(
      /carriage forged@1 of document \S+ is not recorded/,
    );
    const without = read();
    const gone = (without.archive.versions as unknown[]).pop() as { id: string };
    expect(findings(resealed(without))?.join('\n')).toMatch(
      new RegExp(`adoption ${id} of document ${id} speaks of version ${gone.id}, which is not there`),
    );
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
