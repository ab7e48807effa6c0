import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { indexLive } from '../../../shared/anchor/live-text.ts';
import { makeAnchor, type Pointed } from '../../../shared/anchor/make-anchor.ts';
import { relativeRange } from '../../../shared/anchor/relative.ts';
import type { Anchor, AnchoredText } from '../../../shared/model/anchor.ts';
import type { Carriage } from '../../../shared/model/disposition.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { TEXT_NAME } from '../../../shared/text/marker.ts';
import { moveParagraph, removeParagraph } from '../../../shared/text/structure.ts';
import {
  ADMIN,
  createHarness,
  type Harness,
  type Member,
  newDocument,
  newMember,
  send,
  setPhase,
  write,
} from '../harness.ts';
import { newComment, newProposal, record } from '../register-rows.ts';

const FIRST = 'Stressing the need for sustained cooperation among all Member States and observers,';
const SECOND = 'Decides to convene an intergovernmental meeting, and requests the Secretariat to prepare it.';
const THIRD = 'Invites all relevant stakeholders to contribute to the trust fund on a voluntary basis.';

/** Index in the flat text of the first place where words stand. */
function flat(text: Y.Text, words: string): number {
  const { starts, paragraphs } = indexLive(text);
  const number = paragraphs.findIndex((one) => one.text.includes(words));
  return (starts[number] as number) + (paragraphs[number]?.text.indexOf(words) ?? 0);
}

describe('carriage', () => {
  let harness: Harness;
  let document: DocumentId;
  let drafter: Member;
  let stakeholder: Member;
  beforeAll(async () => {
    harness = await createHarness();
    document = (await newDocument(harness)) as DocumentId;
    drafter = await newMember(harness, document, 'drafter');
    stakeholder = await newMember(harness, document, 'stakeholder');
    await setPhase(harness, document, 'drafting');
    for (const words of [FIRST, SECOND, THIRD]) await write(harness, document, drafter.id, words);
  });
  afterAll(() => harness.close());

  const live = async () => {
    const copy = await harness.rooms.clone(document);
    return indexLive(copy.getText(TEXT_NAME));
  };
  /** An anchor on words of the text as it stands now. */
  async function on(words: string, text: AnchoredText = 'working'): Promise<Anchor> {
    const index = await live();
    const paragraph = index.paragraphs.find((one) => one.text.includes(words));
    if (paragraph === undefined) throw new Error(words);
    const start = paragraph.text.indexOf(words);
    const pointed: Pointed = { scope: 'words', paragraph: paragraph.id, start, end: start + words.length };
    const made = makeAnchor(text, index, pointed);
    if (!made.ok || made.value.scope !== 'words') throw new Error(words);
    const relative = relativeRange(index, paragraph.id, start, start + words.length);
    return text === 'working' ? { ...made.value, relative } : made.value;
  }
  const comment = async (anchor: Anchor, changes = {}): Promise<string> =>
    (await newComment(harness, document, stakeholder, { on: { noun: 'text', anchor }, ...changes })).id;
  async function edit(change: Parameters<typeof harness.rooms.edit>[2]): Promise<void> {
    expect(await harness.rooms.edit(document, drafter.id as ParticipantId, change)).toMatchObject({
      ok: true,
    });
  }
  async function publish(name: string): Promise<Carriage> {
    const answer = await send(harness, ADMIN, 'POST', `/api/documents/${document}/versions`, {
      stage: 'zero',
      name,
    });
    expect(answer.statusCode).toBe(201);
    const entry = await harness.store.rows.register.find(document, 'carriage', answer.json().id);
    return entry?.row as Carriage;
  }
  const placeIn = ({ comments, proposals }: Carriage, id: string) =>
    [...comments, ...proposals].find((one) => one.id === id)?.place;

  it('N11: a version is published with the place of every comment and proposal', async () => {
    const meeting = await comment(await on('an intergovernmental meeting'));
    const fund = await comment(await on('the trust fund'), { visibility: 'delegation' });
    const withdrawn = await comment(await on('Secretariat'), { withdrawnAt: harness.clock.now() });
    const third = (await live()).paragraphs.find(({ text }) => text === THIRD)?.id as never;
    const proposal = await newProposal(harness, document, stakeholder, {
      changes: [
        {
          id: 'c' as never,
          act: 'delete',
          paragraph: third,
          base: { kind: 'operative', level: 0, label: '3', runs: [{ text: THIRD }] },
          wording: [],
          after: null,
        },
      ],
    });
    harness.events.length = 0;
    await edit((text) => {
      moveParagraph(text, third, indexLive(text).paragraphs[1]?.id ?? null);
      text.insert(indexLive(text).starts[2] ?? 0, 'Hereby ');
    });
    const carriage = await publish('Zero draft');
    expect(placeIn(carriage, meeting)).toMatchObject({ resolution: 'found', carry: 'unchanged' });
    expect(placeIn(carriage, fund)).toMatchObject({ resolution: 'found', paragraph: third, start: 51 });
    expect(placeIn(carriage, proposal.id)).toMatchObject({ resolution: 'found', paragraph: third });
    expect(placeIn(carriage, withdrawn)).toBeUndefined();
    expect(harness.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['version-published', 'register-changed']),
    );
    const audit = await send(harness, ADMIN, 'GET', `/api/documents/${document}/audit`);
    expect(audit.json().entries.at(-1)).toMatchObject({
      act: 'version.carry',
      subject: `carriage:${carriage.id}@1`,
    });
  });

  it('N12: a comment on a version is followed from the newest version in which it stood', async () => {
    const [zero] = (await harness.store.rows.register.ofNoun(document, 'carriage')).map(({ row }) => row);
    const version = zero?.id as never;
    const cooperation = await comment(await on('sustained cooperation', version));
    const third = (await live()).paragraphs.find(({ text }) => text === THIRD)?.id as never;
    await edit((text) => {
      text.insert(flat(text, 'cooperation'), 'international ');
      removeParagraph(text, third);
    });
    const second = await publish('Zero draft 2');
    expect(placeIn(second, cooperation)).toMatchObject({ resolution: 'changed', carry: 'changed' });
    const [, fund] = (await harness.store.rows.register.ofNoun(document, 'comment')).map(({ id }) => id);
    expect(placeIn(second, fund ?? '')).toMatchObject({ resolution: 'orphan', carry: 'removed' });

    // The word goes again: the very words stand there, told by what was quoted and not by the place between.
    await edit((text) => text.delete(flat(text, 'international '), 'international '.length));
    const last = await publish('Zero draft 3');
    expect(placeIn(last, cooperation)).toMatchObject({ resolution: 'found', carry: 'unchanged' });
  });

  it('N11: what was written while the texts were compared is carried too', async () => {
    await edit((text) => text.insert(text.length, ' More.'));
    const anchor = await on('Member States');
    const find = harness.store.rows.versions.ofDocument;
    // The comment arrives when the comparison is done and the transaction has not begun.
    let late: Promise<string> | null = null;
    const rows = harness.store.rows as { versions: { ofDocument: typeof find } };
    rows.versions.ofDocument = async (id) => {
      const versions = await find.call(rows.versions, id);
      late ??= comment(anchor);
      return versions;
    };
    const carriage = await publish('Zero draft 4');
    rows.versions.ofDocument = find;
    expect(placeIn(carriage, (await late) ?? '')).toMatchObject({ resolution: 'found' });
  });

  it('H27: what is typed, revised and withdrawn while a publication is worked out: the text that was seen is published', async () => {
    const anchor = await on('sustained cooperation');
    const kept = await newComment(harness, document, stakeholder, { on: { noun: 'text', anchor } });
    const gone = await newComment(harness, document, stakeholder, { on: { noun: 'text', anchor } });
    await edit((text) => text.insert(text.length, ' Still more.'));
    const preview = await send(harness, ADMIN, 'GET', `/api/documents/${document}/publication`);
    const { since } = harness.store.rows.register;
    const rows = harness.store.rows as { register: { since: typeof since } };
    let late: Promise<string> | null = null;
    rows.register.since = async (...asked) => {
      const found = await since.apply(rows.register, asked);
      if (late === null) {
        late = (async () => {
          await edit((text) => text.insert(text.length, ' Typed too late.'));
          await record(harness, document, 'comment', { ...gone, withdrawnAt: harness.clock.now() });
          await record(harness, document, 'comment', { ...kept, text: 'Other words.' });
          return await comment(anchor);
        })();
        await late;
      }
      return found;
    };
    const answer = await send(harness, ADMIN, 'POST', `/api/documents/${document}/versions`, {
      stage: 'zero',
      name: 'Zero draft 5',
      textHash: preview.json().textHash,
    });
    rows.register.since = since;
    expect(answer.statusCode).toBe(201);
    const { id } = answer.json();
    const version = await harness.store.rows.versions.find(document, id);
    const words = version?.paragraphs.map(({ text }) => text).join('\n') ?? '';
    expect(words).toContain('Still more.');
    expect(words).not.toContain('Typed too late.');
    const carriage = (await harness.store.rows.register.find(document, 'carriage', id))?.row as Carriage;
    expect(placeIn(carriage, kept.id)).toMatchObject({ resolution: 'found' });
    expect(placeIn(carriage, (await late) ?? '')).toMatchObject({ resolution: 'found' });
    expect(placeIn(carriage, gone.id)).toBeUndefined();
    expect(new Set(carriage.comments.map((one) => one.id)).size).toBe(carriage.comments.length);
    // Whoever looks again sees that the text has gone on.
    const again = await send(harness, ADMIN, 'POST', `/api/documents/${document}/versions`, {
      stage: 'zero',
      name: 'Zero draft 6',
      textHash: preview.json().textHash,
    });
    expect(again.json()).toMatchObject({ code: 'text-changed' });
  });

  it('N11: a file published as a version carries comments on the working text by comparison', async () => {
    const id = await comment(await on('the Secretariat'));
    const boundary = 'sample-boundary';
    const answer = await harness.app.inject({
      method: 'POST',
      url: `/api/documents/${document}/import?as=version&stage=revision&name=Rev.1`,
      headers: {
        authorization: `Bearer ${ADMIN}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${FIRST}\n\n1. ${SECOND}\r\n--${boundary}--\r\n`,
    });
    const { version } = answer.json();
    const carriage = (await harness.store.rows.register.find(document, 'carriage', version))?.row as Carriage;
    expect(placeIn(carriage, id)).toMatchObject({
      resolution: 'found',
      start: SECOND.indexOf('the Secretariat'),
    });
  });
});
