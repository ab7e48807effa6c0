import { takePositions } from '../../../server/commands/positions.ts';
import { openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { MEMBER_STATES } from '../../../shared/data/member-states.ts';
import { USUAL_GROUPS } from '../../../shared/data/usual-groups.ts';
import type {
  DocumentId,
  GroupId,
  ParagraphId,
  ParticipantId,
  VersionId,
} from '../../../shared/model/ids.ts';
import type { Paragraph } from '../../../shared/model/paragraph.ts';
import { STANDINGS, type Standing } from '../../../shared/model/position.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import { replaceAll } from '../../../shared/text/write.ts';
import { ADMIN, createHarness, newMember, send, setPhase } from '../../server/harness.ts';
import { createRandom } from '../../sim/random.ts';

/** A document in which every Member State has said something of every paragraph. */
export interface FilledPositions {
  readonly documentId: DocumentId;
  readonly version: VersionId;
  readonly paragraphs: readonly ParagraphId[];
  /** Token of each delegation's one participant, with its delegation. */
  readonly states: readonly { readonly name: string; readonly delegation: string; readonly token: string }[];
  /** The largest group, and the paragraph on which none of its members has a word of its own. */
  readonly group: {
    readonly id: GroupId;
    readonly name: string;
    readonly members: number;
    readonly speaker: string;
    readonly paragraph: ParagraphId;
  };
  readonly positions: number;
  /** How long one act on all paragraphs took, in ms, an act a delegation. */
  readonly acts: readonly number[];
}

const PARAGRAPHS = 300;
const GROUPS = ['g77-and-china', 'african-group', 'eu', 'aosis', 'arab-group', 'asean'];
const REASONS = [
  'The wording goes beyond the mandate given by the resolution.',
  'We would prefer language that was agreed before.',
  'Acceptable if the reference to national circumstances is kept.',
  'To be read together with the paragraph above.',
];

const must = <Value>(result: Result<Value, Problem>): Value => {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
};

const paragraphOf = (k: number, version: number): Paragraph => ({
  id: `paragraph-${String(k + 1).padStart(12, '0')}` as ParagraphId,
  kind: k % 20 === 0 ? 'heading' : 'operative',
  level: k % 20 === 0 ? 1 : 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: [
    {
      text:
        k % 20 === 0
          ? `Section ${k / 20 + 1}`
          : `We recognize that cooperation among all parties remains necessary, as paragraph ${k + 1} says${k % 5 === version ? ' once more' : ''}, and that it has to be measured.`,
    },
  ],
});

/**
 * Makes it in a data folder, through the commands that serve everybody: 193 delegations, six groups, 300 paragraphs.
 * Two thirds of the positions are taken on a first version and carried to the second, where the rest is taken.
 */
export async function fillPositions(folder: string): Promise<FilledPositions> {
  const harness = await createHarness({ store: openSqliteStore(folder, new Date().toISOString()) });
  const { context, rooms } = harness;
  const made = await send(harness, ADMIN, 'POST', '/api/documents', {
    title: 'Measured positions',
    workingText: 'participants',
    register: 'public',
  });
  const documentId = made.json().id as DocumentId;
  const path = `/api/documents/${documentId}`;
  const drafter = (await newMember(harness, documentId, 'drafter')).id as ParticipantId;
  const texts = [0, 1].map((version) =>
    Array.from({ length: PARAGRAPHS }, (_, k) => paragraphOf(k, version)),
  );
  const publish = async (k: number): Promise<VersionId> => {
    must(await rooms.edit(documentId, drafter, (text) => replaceAll(text, texts[k] ?? [])));
    const wanted = { stage: k === 0 ? 'zero' : 'revision', name: k === 0 ? 'Zero draft' : 'Rev.1' };
    return (await send(harness, ADMIN, 'POST', `${path}/versions`, wanted)).json().id;
  };
  const seats = new Map<
    string,
    { name: string; delegation: string; token: string; participant: ParticipantId }
  >();
  for (const { code, names, region } of MEMBER_STATES) {
    const body = {
      name: `Delegate of ${names.en}`,
      role: 'delegate',
      delegation: { name: names.en, constituency: 'government', ...(region === null ? {} : { region }) },
    };
    const { participant, token } = (await send(harness, ADMIN, 'POST', `${path}/invitations`, body)).json();
    seats.set(code, {
      name: names.en,
      delegation: participant.delegationId,
      token,
      participant: participant.id,
    });
  }
  const groups = [];
  for (const wanted of GROUPS) {
    const usual = USUAL_GROUPS.find(({ id }) => id === wanted);
    if (usual === undefined) throw new Error(`no group ${wanted}`);
    const present = usual.members.flatMap(({ code, until }) =>
      until === null ? (seats.get(code) ?? []) : [],
    );
    const members = present.map(({ delegation }) => ({ delegationId: delegation }));
    const answer = await send(harness, ADMIN, 'POST', `${path}/groups`, { name: usual.name, members });
    groups.push({ id: answer.json().entry.id as GroupId, name: usual.name, present });
  }
  await setPhase(harness, documentId, 'negotiation');

  const random = createRandom(11);
  const acts: number[] = [];
  let positions = 0;
  const take = async (
    caller: ParticipantId,
    version: VersionId,
    on: readonly ParagraphId[],
    standing: (k: number) => Standing | null,
    onBehalfOf: GroupId | null = null,
  ): Promise<void> => {
    harness.clock.turn(60_000);
    const wanted = on.map((paragraph, k) => ({
      paragraph,
      standing: standing(k),
      words: random.chance(0.05) ? (REASONS[random.below(REASONS.length)] ?? '') : '',
    }));
    const begun = performance.now();
    const request = { documentId, caller, retry: null };
    must(await takePositions(context, request, { version, positions: wanted, onBehalfOf }));
    acts.push(performance.now() - begun);
    positions += on.length;
  };
  const some = (): Standing => STANDINGS[Math.max(0, random.below(7) - 3)] ?? 'support';
  const ids = texts[0]?.map(({ id }) => id) ?? [];
  const [early, late] = [ids.slice(0, 200), ids.slice(200)];
  const zero = await publish(0);
  for (const { participant } of seats.values()) await take(participant, zero, early, some);
  const version = await publish(1);
  for (const { participant } of seats.values()) await take(participant, version, late, some);
  const [largest] = groups;
  const paragraph = ids[1];
  const speaker = largest?.present[0];
  if (largest === undefined || paragraph === undefined || speaker === undefined) throw new Error('no group');
  for (const { participant } of largest.present) await take(participant, version, [paragraph], () => null);
  await take(speaker.participant, version, [paragraph], () => 'support', largest.id);
  await harness.close();
  return {
    documentId,
    version,
    paragraphs: ids,
    states: [...seats.values()].map(({ name, delegation, token }) => ({ name, delegation, token })),
    group: {
      id: largest.id,
      name: largest.name,
      members: largest.present.length,
      speaker: speaker.token,
      paragraph,
    },
    positions: positions - 2 * largest.present.length,
    acts: acts.slice(0, 2 * seats.size),
  };
}
