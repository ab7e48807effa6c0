import { tiesAt } from '../../shared/domain/alignment.ts';
import { type CarryingStep, carryPositions } from '../../shared/domain/carry-positions.ts';
import { objectingIn, objectionPairs } from '../../shared/domain/contested.ts';
import { type HeldPosition, ownHeld } from '../../shared/domain/held-position.ts';
import { adjustCounts, columnsBy, countColumns } from '../../shared/domain/matrix-counts.ts';
import { buildMatrix, putPosition } from '../../shared/domain/position-matrix.ts';
import { readConsensus } from '../../shared/domain/rough-consensus.ts';
import type { Group } from '../../shared/model/group.ts';
import type { Holder } from '../../shared/model/holder.ts';
import type { DelegationId, GroupId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import { REGIONS } from '../../shared/model/participant.ts';
import { STANDINGS } from '../../shared/model/position.ts';
import { delegation, taken } from '../shared/domain/position-sketch.ts';
import { at, group } from '../shared/domain/register-sketch.ts';
import { createRandom } from '../sim/random.ts';

/** 193 delegations × 300 paragraphs: what carrying, opening and following the matrix costs. */
export const name = 'positions';

const DELEGATIONS = 193;
const PARAGRAPHS = 300;
const GROUPS = 12;
const UPDATES = 2000;

function time(runs: number, act: () => unknown): string {
  const took = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const [median, worst] = [took[took.length >> 1] ?? 0, took.at(-1) ?? 0];
  return `${median.toFixed(2).padStart(9)} ms median${worst.toFixed(2).padStart(9)} ms worst`;
}

export async function run(print: (line: string) => void): Promise<void> {
  const random = createRandom(5);
  const pick = <Item>(list: readonly Item[]): Item => list[random.below(list.length)] as Item;
  const tell = (what: string, took: string): void => print(`${what.padEnd(64)}${took}`);
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, k) => `p${k}` as ParagraphId);
  const delegations = Array.from({ length: DELEGATIONS }, (_, k) =>
    delegation(`d${k}`, 'government', REGIONS[k % REGIONS.length] ?? null),
  );
  const groups = Array.from({ length: GROUPS }, (_, g): Group => {
    const members = delegations.filter(() => random.chance(0.25)).map(({ id }) => id);
    return group(`g${g}`, ...members);
  });
  const ties = tiesAt(groups, [], at(5));
  const holders: Holder[] = [
    ...delegations.map(({ id }): Holder => ({ noun: 'delegation', id })),
    ...groups.map(({ id }): Holder => ({ noun: 'group', id })),
  ];
  const positions = holders.flatMap((holder) =>
    paragraphs.filter(() => random.chance(0.9)).map((id) => taken(holder, id, pick(STANDINGS))),
  );
  const same = (version: string): CarryingStep => ({
    version: version as VersionId,
    rows: paragraphs.map((id, k) => ({
      kind: k % 5 === 0 ? 'changed' : 'same',
      paragraphs: { from: [id], to: [id] },
    })),
  });
  const steps = [{ version: 'v1' as VersionId, rows: [] }, same('v2'), same('v3')];
  print(
    `${DELEGATIONS} delegations, ${GROUPS} groups, ${PARAGRAPHS} paragraphs, ${positions.length} positions`,
  );

  tell(
    'carry all through two versions',
    time(10, () => carryPositions(positions, steps)),
  );
  const { held } = carryPositions(positions, steps);
  const facts = { paragraphs, delegations, held, ties };
  tell(
    'open the matrix',
    time(20, () => buildMatrix(facts)),
  );
  const matrix = buildMatrix(facts);
  for (const kind of ['constituency', 'region', 'group', 'delegation'] as const)
    tell(
      `count it by ${kind}`,
      time(20, () => countColumns(matrix, columnsBy(kind, matrix))),
    );
  tell(
    'read where rough consensus could be, every paragraph',
    time(10, () => readConsensus(matrix, ['government'])),
  );
  tell(
    'pairs that object to the same paragraphs',
    time(10, () => objectionPairs(objectingIn(matrix), paragraphs)),
  );
  const views = (['region', 'group'] as const).map((kind) => countColumns(matrix, columnsBy(kind, matrix)));
  const put = (holder: Holder): void => {
    const paragraph = pick(paragraphs);
    const next: HeldPosition = ownHeld(taken(holder, paragraph, pick(STANDINGS), 'v3'));
    const changed = putPosition(matrix, holder, paragraph, next);
    for (const view of views) adjustCounts(view, changed);
  };
  tell(
    'a delegation changes one position, two views follow',
    time(UPDATES, () => put({ noun: 'delegation', id: `d${random.below(DELEGATIONS)}` as DelegationId })),
  );
  tell(
    'a group changes one position, two views follow',
    time(UPDATES, () => put({ noun: 'group', id: `g${random.below(GROUPS)}` as GroupId })),
  );
}
