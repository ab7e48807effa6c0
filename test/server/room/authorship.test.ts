import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createAuthorship } from '../../../server/room/authorship.ts';
import { SPELL } from '../../../server/room/authorship-trace.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import type { IsoTime, ParagraphId, ParticipantId } from '../../../shared/model/ids.ts';
import { createMarker } from '../../../shared/text/marker.ts';
import { DOC } from './cast.ts';
import { createStage, type Stage } from './stage.ts';
import { createDoc, type TestClient } from './test-client.ts';

const printRuns = async (stage: Stage): Promise<string[]> => {
  const { paragraphs } = await createAuthorship(stage.log).authorship(DOC);
  return paragraphs.map((paragraph) => paragraph.runs.map((run) => `${run.by}: ${run.text}`).join(' | '));
};
const printDeletions = async (stage: Stage): Promise<string[]> => {
  const { deletions } = await createAuthorship(stage.log).authorship(DOC);
  return deletions.map(({ by, of, text }) => `${by} deleted ${of}’s “${text}”`);
};
const type = async (stage: Stage, client: TestClient, at: number, words: string): Promise<void> => {
  for (const [k, letter] of [...words].entries()) {
    client.text.insert(at + k, letter);
    await stage.quiet();
  }
};

describe('who wrote this', () => {
  it('R21: tells runs apart by who inserted them, keystrokes of one spell together', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    await type(stage, anna, 1, 'We decide.');
    await type(stage, ben, 3, ' jointly');
    expect(await printRuns(stage)).toEqual(['anna: We | ben:  jointly | anna:  decide.']);
  });

  it('R21: a later spell of the same person is a run of its own, with its time', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    await type(stage, anna, 1, 'Now.');
    await stage.timers.advance(SPELL + 60_000);
    await type(stage, anna, 5, ' Later.');
    const [paragraph] = (await createAuthorship(stage.log).authorship(DOC)).paragraphs;
    expect(paragraph?.runs).toEqual([
      { text: 'Now.', by: 'anna', at: '2026-01-01T00:00:00.000Z' },
      { text: ' Later.', by: 'anna', at: '2026-01-01T00:06:00.000Z' },
    ]);
  });

  it('R21: deletions name who deleted, whose words, and the paragraph', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    await type(stage, anna, 1, 'shall should');
    for (let k = 0; k < 6; k += 1) {
      ben.text.delete(6, 1);
      await stage.quiet();
    }
    expect(await printDeletions(stage)).toEqual(['ben deleted anna’s “ shoul”']);
    const authorship = await createAuthorship(stage.log).authorship(DOC);
    expect(authorship.deletions[0]?.paragraph).toBe(authorship.paragraphs[0]?.id);
    expect(await printRuns(stage)).toEqual(['anna: shalld']);
  });

  it('R21: what two people delete at once belongs to the first in the log, once', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    await type(stage, anna, 1, 'abc');
    ben.text.delete(1, 2);
    anna.text.delete(2, 2);
    await stage.quiet();
    expect(await printDeletions(stage)).toEqual(['ben deleted anna’s “ab”', 'anna deleted anna’s “c”']);
  });

  it('R21: a deleted paragraph’s words are told under the paragraph before it', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    anna.text.insert(1, 'One.');
    anna.text.insertEmbed(
      5,
      createMarker({
        id: 'second' as ParagraphId,
        kind: 'operative',
        level: 0,
        dir: 'auto',
        from: [],
        pinned: null,
      }),
    );
    anna.text.insert(6, 'Two.');
    await stage.quiet();
    expect(await printRuns(stage)).toEqual(['anna: One.', 'anna: Two.']);
    ben.text.delete(5, 5);
    await stage.quiet();
    expect(await printRuns(stage)).toEqual(['anna: One.']);
    expect(await printDeletions(stage)).toEqual(['ben deleted anna’s “Two.”']);
  });

  it('moved words are inserted here by whoever moved them', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    await type(stage, anna, 1, 'first second');
    ben.doc.transact(() => {
      ben.text.delete(1, 6);
      ben.text.insert(7, ' first');
    });
    await stage.quiet();
    expect(await printRuns(stage)).toEqual(['anna: second | ben:  first']);
  });

  it('bold changes nobody’s words', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    await type(stage, anna, 1, 'resolute');
    ben.text.format(2, 3, { bold: true });
    ben.text.format(1, 8, { bold: null });
    await stage.quiet();
    expect(await printRuns(stage)).toEqual(['anna: resolute']);
    expect(await printDeletions(stage)).toEqual([]);
  });

  it('characters before a first marker form the implicit paragraph; unknown embeds show as one character', async () => {
    const { textLog } = createMemoryStore();
    const doc = createDoc();
    doc.getText('text').insert(0, 'a\nb');
    doc.getText('text').insertEmbed(3, { image: 'none' });
    const at = '2026-01-01T00:00:00.000Z' as IsoTime;
    const update = Y.encodeStateAsUpdate(doc);
    await textLog.append([
      { documentId: DOC, participantId: 'anna' as ParticipantId, at, update, claims: [doc.clientID] },
    ]);
    const { paragraphs } = await createAuthorship(textLog).authorship(DOC);
    expect(paragraphs).toMatchObject([{ id: 'implicit', runs: [{ text: 'a b\uFFFC', by: 'anna', at }] }]);
  });

  it('asked again, it reads only what was written since', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    await type(stage, anna, 1, 'One');
    const reads: number[] = [];
    const { authorship: read } = createAuthorship({
      read: (documentId, after, limit) => {
        reads.push(after);
        return stage.log.read(documentId, after, limit);
      },
    });
    await read(DOC);
    await type(stage, anna, 4, ' two');
    const [one, two] = await Promise.all([read(DOC), read(DOC)]);
    expect(reads).toEqual([0, 4, 8]);
    expect(one).toEqual(two);
    expect(one.paragraphs[0]?.runs.map((run) => run.text)).toEqual(['One two']);
  });
});
