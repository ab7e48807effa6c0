import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { positionsReadingAnswer } from '../../../shared/api/position-reading.ts';
import { effectivePosition } from '../../../shared/domain/effective-position.ts';
import { indexHeld } from '../../../shared/domain/held-position.ts';
import { insertBefore, removeParagraph, splitParagraph } from '../../../shared/text/structure.ts';
import { createPositionStage, type Envoy, type PositionStage, type Read } from '../position-stage.ts';
import { outcome } from '../register-stage.ts';

const KEPT = 'Stressing the need for sustained cooperation among all Member States and observers,';
const EDITED = 'Decides to convene an intergovernmental meeting, and requests the Secretariat to prepare it.';
const SPLIT =
  'Invites all stakeholders to contribute to the fund. Requests a report on its use every two years.';
const REMOVED = 'Encourages voluntary pledges in cash and in kind, to be announced at the opening session.';

let stage: PositionStage;
let p: Record<'kept' | 'edited' | 'split' | 'removed', string>;
let [a, b, c]: Envoy[] = [];
let group = '';
let versions: string[] = [];
beforeAll(async () => {
  stage = await createPositionStage([KEPT, EDITED, SPLIT, REMOVED]);
  versions = [await stage.publish()];
  const [kept = '', edited = '', split = '', removed = ''] = await stage.paragraphs();
  p = { kept, edited, split, removed };
  a = await stage.envoy('Delegation A', 'government', 'african');
  b = await stage.envoy('Delegation B', 'government', 'weog');
  c = await stage.envoy('Delegation C', 'government', 'weog');
  group = await stage.group('Sample group', [a, b]);
});
afterAll(() => stage.close());

const take = async (
  who: Envoy | undefined,
  said: Record<string, string | null>,
  onBehalfOf: string | null = null,
) => {
  const positions = Object.entries(said).map(([paragraph, standing]) => ({ paragraph, standing }));
  const answer = await stage.as(who ?? null, 'POST', '/positions', {
    version: versions.at(-1),
    positions,
    onBehalfOf,
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
};
const stateOf = ({ cells }: Read, who: string, paragraph: string) => {
  const found = cells.find(
    ({ position, ...cell }) => position.holder.id === who && cell.paragraph === paragraph,
  );
  return found === undefined
    ? null
    : [found.position.standing, found.state, found.because, found.position.version];
};
const stands = ({ cells, speaking }: Read, who: Envoy | undefined, paragraph: string) => {
  const { through, standing } = effectivePosition(
    who?.delegation as never,
    paragraph as never,
    indexHeld(cells),
    speaking,
  );
  return [through, standing];
};
const edit = async (change: (text: never) => unknown) => {
  const result = await stage.harness.rooms.edit(stage.id as never, stage.drafter as never, (text) => {
    change(text as never);
  });
  if (!result.ok) throw new Error(result.error.detail);
};

describe('positions over two versions and groups', () => {
  it('V10, V12: on the next version what kept its words is carried, what changed is to be reconfirmed', async () => {
    await take(a, {
      [p.kept]: 'support',
      [p.edited]: 'oppose',
      [p.split]: 'concern',
      [p.removed]: 'support',
    });
    const [zero = ''] = versions;
    const more = 'splitparagraph1';
    await edit((text) => {
      removeParagraph(text, p.removed as never);
      splitParagraph(text, p.split as never, SPLIT.indexOf('Requests'), more as never);
      removeParagraph(text, p.edited as never);
      insertBefore(text, p.split as never, [
        {
          id: p.edited as never,
          kind: 'operative',
          level: 0,
          dir: 'auto',
          from: [],
          pinned: null,
          runs: [{ text: EDITED.replace('prepare', 'host') }],
        },
      ]);
    });
    versions.push(await stage.publish());
    const latest = await stage.read();
    expect(latest.version).toBe(versions[1]);
    const [who] = [a?.delegation ?? ''];
    expect(stateOf(latest, who, p.kept)).toEqual(['support', 'carried', null, zero]);
    expect(stateOf(latest, who, p.edited)).toEqual(['oppose', 'to-reconfirm', 'words-changed', zero]);
    expect(stateOf(latest, who, p.split)).toEqual(['concern', 'to-reconfirm', 'split', zero]);
    expect(stateOf(latest, who, more)).toEqual(['concern', 'to-reconfirm', 'split', zero]);
    expect(stateOf(latest, who, p.removed)).toBeNull();
    const earlier = await stage.read(`?version=${zero}`);
    expect(stateOf(earlier, who, p.removed)).toEqual(['support', 'own', null, zero]);
    // A head from before the version was published says nothing of what was carried there.
    expect((await stage.read(`?after=${latest.head - 1}`)).whole).toBe(false);
    expect((await stage.read('?after=1')).whole).toBe(true);
  });

  it('V13: saying it again of the new words confirms it; carried words can be taken back', async () => {
    const { entries } = await take(a, { [p.edited]: 'oppose', [p.split]: null });
    expect(entries[0].row).toMatchObject({ confirms: versions[0], standing: 'oppose' });
    const now = await stage.read();
    expect(stateOf(now, a?.delegation ?? '', p.edited)).toEqual(['oppose', 'own', null, versions[1]]);
    expect(stateOf(now, a?.delegation ?? '', p.split)).toBeNull();
  });

  it('V5, V6: what a group says counts once for each of its members that has no word of its own', async () => {
    await take(b, { [p.kept]: 'can-live-with' }, group);
    const now = await stage.read();
    expect(stands(now, a, p.kept)).toEqual(['itself', 'support']);
    expect(stands(now, b, p.kept)).toEqual(['group', 'can-live-with']);
    expect(stands(now, c, p.kept)).toEqual(['nobody', null]);
    const reading = positionsReadingAnswer.parse((await stage.as(null, 'GET', '/positions/reading')).json());
    const kept = reading.paragraphs.find(({ paragraph }) => paragraph === p.kept);
    expect(kept).toMatchObject({
      answer: 'no-objections-heard',
      numbers: { asked: 3, heard: 2, support: 1, canLiveWith: 1, notHeard: 1 },
    });
    const edited = reading.paragraphs.find(({ paragraph }) => paragraph === p.edited);
    expect(edited).toMatchObject({
      answer: 'objections-remain',
      objections: [{ holder: { id: a?.delegation }, state: 'own' }],
    });
    expect(reading.contested[0]).toBe(p.edited);
    expect(reading.silent.throughGroups).toEqual([b?.delegation]);
    expect(reading.silent.delegations).toContain(c?.delegation);
  });

  it('V104: a delegation aligns, whole or except on paragraphs, and matrices are told of it', async () => {
    const { head } = await stage.read();
    const align = (who: Envoy | undefined, body: object) =>
      stage.as(who ?? null, 'PUT', `/alignments/${group}`, body);
    const aligned = await align(c, { aligns: true });
    expect(aligned.statusCode, aligned.body).toBe(200);
    expect(aligned.json().entry).toMatchObject({
      noun: 'alignment',
      id: `${c?.delegation}.${group}`,
      revision: 1,
    });
    const now = await stage.read(`?after=${head}`);
    expect(now.speaking.get(c?.delegation as never)).toEqual([
      { group, through: 'alignment', except: new Set() },
    ]);
    expect(stands(await stage.read(), c, p.kept)).toEqual(['group', 'can-live-with']);
    await align(c, { aligns: true, except: [p.kept] });
    expect(stands(await stage.read(), c, p.kept)).toEqual(['nobody', null]);
    await align(b, { aligns: false });
    expect(stands(await stage.read(), b, p.kept)).toEqual(['nobody', null]);
    expect(outcome(await align(b, { aligns: false }))).toEqual([409, 'already-exists']);
    expect(outcome(await align(b, { aligns: true, except: ['none'] }))).toEqual([400, 'invalid-fields']);
    expect(outcome(await stage.as(b ?? null, 'PUT', '/alignments/none', { aligns: true }))).toEqual([
      400,
      'invalid-fields',
    ]);
  });

  it('V105: an exception holds for what is split off later; an earlier version stays as it was', async () => {
    const before = await stage.read();
    await edit((text) =>
      splitParagraph(text, p.kept as never, KEPT.indexOf('among'), 'splitparagraph2' as never),
    );
    stage.harness.clock.turn(60_000);
    versions.push(await stage.publish());
    const excepted = (await stage.read()).speaking.get(c?.delegation as never)?.[0]?.except;
    expect(excepted).toEqual(new Set([p.kept, 'splitparagraph2']));
    stage.harness.clock.turn(60_000);
    await stage.as(c ?? null, 'PUT', `/alignments/${group}`, { aligns: false });
    expect((await stage.read()).speaking.get(c?.delegation as never)).toBeUndefined();
    const earlier = await stage.read(`?version=${versions[1]}`);
    expect(earlier.speaking).toEqual(before.speaking);
  });
});
