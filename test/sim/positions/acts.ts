import { STANDINGS } from '../../../shared/model/position.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import {
  insertBefore,
  joinParagraph,
  removeParagraph,
  splitParagraph,
} from '../../../shared/text/structure.ts';
import type { Envoy, PositionStage } from '../../server/position-stage.ts';
import type { Random } from '../random.ts';

/** What a simulated negotiation consists of. */
export interface Negotiation {
  readonly stage: PositionStage;
  readonly envoys: readonly Envoy[];
  readonly groups: string[];
  /** Versions, oldest first. */
  readonly versions: string[];
  /** Rises with every id of a paragraph that is made. */
  made: number;
}

const WORDS =
  'we note recall decide invite that all parties each of them should again meet soon in order to agree'.split(
    ' ',
  );

export const sentence = (random: Random): string =>
  `${Array.from({ length: 6 + random.below(10) }, () => random.pick(WORDS)).join(' ')}.`;

/** Takes a position or several, for a delegation or its group, on a paragraph that may not be there any more. */
export async function takeSome(
  { stage, envoys, groups, versions }: Negotiation,
  random: Random,
): Promise<void> {
  const version = versions.at(-1);
  const paragraphs = (await stage.as(null, 'GET', `/versions/${version}`)).json().paragraphs as {
    id: string;
  }[];
  const positions = Array.from({ length: 1 + random.below(4) }, () => ({
    paragraph: random.pick(paragraphs).id,
    standing: random.chance(0.15) ? null : random.pick(STANDINGS),
    words: random.chance(0.3) ? random.pick(WORDS) : '',
  }));
  const onBehalfOf = random.chance(0.3) && groups.length > 0 ? random.pick(groups) : null;
  await stage.as(random.pick(envoys), 'POST', '/positions', { version, positions, onBehalfOf });
}

/** Aligns with a group, except on paragraphs of the latest version, or leaves. */
export async function alignSome(
  { stage, envoys, groups, versions }: Negotiation,
  random: Random,
): Promise<void> {
  const paragraphs = (await stage.as(null, 'GET', `/versions/${versions.at(-1)}`)).json().paragraphs as {
    id: string;
  }[];
  const aligns = random.chance(0.7);
  const except = aligns ? paragraphs.filter(() => random.chance(0.2)).map(({ id }) => id) : [];
  await stage.as(random.pick(envoys), 'PUT', `/alignments/${random.pick(groups)}`, { aligns, except });
}

/** Says anew who is in a group: some of them from later on, or until a time. */
export async function regroup(
  { stage, envoys, groups }: Negotiation,
  facilitator: Envoy,
  random: Random,
): Promise<void> {
  const now = Date.parse(stage.harness.clock.now());
  const later = () => new Date(now + (1 + random.below(5)) * 60_000).toISOString();
  const group = random.pick(groups);
  const members = envoys
    .filter(() => random.chance(0.5))
    .map(({ delegation }) => ({
      delegationId: delegation,
      ...(random.chance(0.3) ? { from: later() } : {}),
      ...(random.chance(0.2) ? { until: new Date(now + 6 * 60_000).toISOString() } : {}),
    }));
  await stage.as(facilitator, 'PUT', `/groups/${group}`, { name: `Group ${group}`, members });
}

/** Changes the working text in several places and publishes it. */
export async function publishSome(negotiation: Negotiation, random: Random): Promise<void> {
  const { stage } = negotiation;
  const fresh = () => {
    negotiation.made += 1;
    return `made-${negotiation.made}` as never;
  };
  const done = await stage.harness.rooms.edit(stage.id as never, stage.drafter as never, (text) => {
    for (let k = 1 + random.below(4); k > 0; k -= 1) {
      const paragraphs = readParagraphs(text);
      const { id, runs } = random.pick(paragraphs);
      const length = runs.reduce((sum, run) => sum + run.text.length, 0);
      const turn = random.below(5);
      if (turn === 0) splitParagraph(text, id, random.below(length + 1), fresh());
      else if (turn === 1 && paragraphs.length > 3) joinParagraph(text, id);
      else if (turn === 2 && paragraphs.length > 3) removeParagraph(text, id);
      else {
        const runsNow = [{ text: sentence(random) }];
        const head = { kind: 'operative', level: 0, dir: 'auto', from: [], pinned: null } as const;
        insertBefore(text, id, [{ ...head, id: turn === 3 ? fresh() : id, runs: runsNow }]);
        // Other words under the same id: what an edit amounts to.
        if (turn === 4) removeSecond(text, id);
      }
    }
  });
  if (!done.ok) throw new Error(done.error.detail);
  try {
    negotiation.versions.push(await stage.publish());
  } catch (error) {
    // A text that came back to what it was is not published twice.
    if (!String(error).includes('nothing-to-publish')) throw error;
  }
}

function removeSecond(text: Parameters<typeof readParagraphs>[0], id: string): void {
  const all = readParagraphs(text);
  const first = all.findIndex((paragraph) => paragraph.id === id);
  const second = all[first + 1];
  if (second?.from.includes(id as never)) removeParagraph(text, second.id);
}
