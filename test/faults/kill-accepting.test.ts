import { expect, it } from 'vitest';
import { openSqliteReader } from '../../server/store/sqlite/store.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { kills, SEED } from '../seeded.ts';
import { createRandom } from '../sim/random.ts';
import { ask, openTable, tell } from './people.ts';
import { ADMIN_TOKEN, prepareDrill } from './server.ts';
import { verdict } from './verdict.ts';

const KILLS = kills(12, 150);
const drill = prepareDrill();

/** How far an acceptance had come when the server died. */
async function stageOf(document: DocumentId, proposal: string): Promise<string> {
  const store = openSqliteReader(drill.folder);
  const all = await store.rows.register.ofNoun(document, 'acceptance');
  const row = all.find((one) => one.row.proposalId === proposal)?.row;
  const edited = row !== undefined && (await store.textLog.owners(document)).has(row.client);
  store.close();
  if (row === undefined) return 'before it began';
  return row.state === 'applied' ? 'after it was done' : edited ? 'after the edit' : 'before the edit';
}

/** A paragraph with words of its own, so that one doubled or lost word is seen. */
const words = (k: number): string =>
  `Paragraph ${k} recognizes the role of alpha${k} in the economy and of beta${k} in society.`;

/** What is proposed on each paragraph, by turns, and what the paragraph then says. */
const PROPOSALS = [
  (k: number) => words(k).replace(`alpha${k}`, `alpha${k} and gamma${k}`),
  (k: number) => words(k).replace(` and of beta${k} in society`, ''),
  (k: number) => words(k).replace('recognizes the role', `delta${k} affirms the essential role`),
];

it(
  `F16, M26: kill -9 while proposals are accepted, ${KILLS} times: nothing doubled, nothing lost, the record verifies`,
  async () => {
    const random = createRandom(SEED);
    let server = await drill.start();
    const { id, tokens } = await openTable(server, ['Delegate'], 'delegate');
    const delegate = tokens[0] as string;
    const file = new FormData();
    const paragraphs = Array.from({ length: KILLS }, (_, k) => words(k));
    file.append('file', new Blob([paragraphs.join('\n\n')]), 'text.txt');
    const imported = await fetch(`${server.origin}/api/documents/${id}/import?as=working`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
      body: file,
    });
    expect(imported.status).toBeLessThan(300);
    await ask(server, 'POST', `/${id}/phase`, { phase: 'drafting' });
    await ask(server, 'PATCH', `/${id}`, { workingText: 'participants' });
    const textOf = async (): Promise<LabelledParagraph[]> =>
      (await ask<{ paragraphs: LabelledParagraph[] }>(server, 'GET', `/${id}/text`)).paragraphs;

    const expected = (await textOf()).map(({ text }) => text);
    let interrupted = 0;
    /** Milliseconds from sending the request to killing the server, about. */
    let aim = 60;
    const stages: Record<string, number> = {};
    for (let round = 0; round < KILLS; round += 1) {
      const paragraph = (await textOf())[round] as LabelledParagraph;
      const wanted = (PROPOSALS[round % PROPOSALS.length] as (k: number) => string)(round);
      const inserted = round % 5 === 4;
      const wording = [{ kind: paragraph.kind, level: paragraph.level, runs: [{ text: wanted }] }];
      const change = inserted
        ? { act: 'insert-after', paragraph: (await textOf()).at(-1)?.id, wording }
        : { act: 'replace', paragraph: paragraph.id, wording };
      const { entry } = await ask<{ entry: { id: string } }>(
        ...([server, 'POST', `/${id}/proposals`] as const),
        { text: 'working', changes: [change] },
        delegate,
      );
      const accept = () =>
        tell(
          ...([server, 'POST', `/${id}/proposals/${entry.id}/acceptance`] as const),
          { decision: 'accepted', revision: 1 },
          `accept-${round}`,
        );
      const since = performance.now();
      const answering = accept();
      const until = since + aim * (0.7 + 0.6 * random.next());
      while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
      await server.kill();
      const first = await answering;
      const stage = await stageOf(id, entry.id);
      stages[stage] = (stages[stage] ?? 0) + 1;
      // Takes aim at the steps in between, however fast the machine is.
      if (stage === 'before it began') aim *= 1.2;
      if (stage === 'after it was done') aim *= 0.8;
      if (first === null) interrupted += 1;
      else expect(first.status, JSON.stringify(first)).toBe(201);
      server = await drill.start();
      const again = await accept();
      expect(again?.status, JSON.stringify(again)).toBe(201);
      if (first !== null) expect(again?.body).toEqual(first.body);
      if (inserted) expected.push(wanted);
      else expected[round] = wanted;
      expect(
        (await textOf()).map(({ text }) => text),
        `seed ${SEED}, kill ${round}`,
      ).toEqual(expected);
    }
    await server.kill();
    const witnesses = new Map([[id, []]]);
    expect(await verdict({ folder: drill.folder, stderr: drill.stderr(), witnesses })).toEqual([]);
    const store = openSqliteReader(drill.folder);
    const acceptances = await store.rows.register.ofNoun(id, 'acceptance');
    expect(acceptances.map(({ row, revision }) => [row.state, revision])).toEqual(
      acceptances.map(() => ['applied', 2]),
    );
    expect(acceptances).toHaveLength(KILLS);
    expect(await store.rows.register.ofNoun(id, 'disposition')).toHaveLength(KILLS);
    const claims = (await store.updates.read(id, 0, 1_000_000)).flatMap((row) => row.claims);
    for (const { row } of acceptances) expect(claims.filter((claim) => claim === row.client)).toHaveLength(1);
    store.close();
    console.log(`${KILLS} kills, ${interrupted} before the answer, seed ${SEED}, stopped:`, stages);
  },
  KILLS * 15_000,
);
