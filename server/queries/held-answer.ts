import { HELD_STATES } from '../../shared/api/held-states.ts';
import type { HeldColumns, HeldPart } from '../../shared/api/position.ts';
import type { HeldPosition, TakenPosition } from '../../shared/domain/held-position.ts';
import { type Holder, holderKey } from '../../shared/model/holder.ts';
import type { IsoTime, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import { STANDINGS } from '../../shared/model/position.ts';
import type { Signature } from '../../shared/model/signature.ts';
import { atOnce, type Steps } from '../../shared/model/steps.ts';
import type { HeldChanges } from '../ports/position-books.ts';

/** Positions put in place in one step: a fraction of a millisecond. */
const AT_ONCE = 500;

/**
 * Positions as they travel: columns of small numbers, and tables in which each id stands once. `paragraphs`: those of
 * the version, in their order, if most of them will be named.
 */
export const writeHeld = (changes: HeldChanges, paragraphs: readonly ParagraphId[]): HeldPart =>
  atOnce(writeHeldSteps(changes, paragraphs));

/** Some positions, a holder or a column a step. */
export function* writeHeldSteps(
  { held, gone }: HeldChanges,
  paragraphs: readonly ParagraphId[],
): Steps<HeldPart> {
  const holders = createTable<Holder>(holderKey);
  const versions = createTable<VersionId>((id) => id);
  const places = createTable<ParagraphId>((id) => id);
  const words = createTable<string>((text) => text);
  const people = createTable<Signature>(
    ({ participantId, onBehalfOf }) => `${participantId} ${onBehalfOf ?? ''}`,
  );
  for (const id of paragraphs) places.at(id);
  const byHolder: { readonly at: number; readonly one: HeldPosition }[][] = [];
  for (const [k, one] of held.entries()) {
    if (k % AT_ONCE === 0) yield;
    const h = holders.at(one.position.holder);
    const row = byHolder[h] ?? [];
    byHolder[h] = row;
    row.push({ at: places.at(one.paragraph), one });
  }
  for (const row of byHolder) {
    row.sort((a, b) => a.at - b.at);
    yield;
  }
  const sorted = byHolder.flat();
  const merged = sorted.flatMap(({ one: { others } }, k) => others.map((position) => ({ position, k })));
  const taken = [
    ...sorted.map(({ one: { position } }) => position),
    ...merged.map(({ position }) => position),
  ];
  const since = earliest(taken);
  const start = Date.parse(since);
  const times = new Map<Signature, number>();
  const timeOf = (by: Signature): number => {
    const time = times.get(by) ?? Date.parse(by.at) - start;
    times.set(by, time);
    return time;
  };
  const makers: { readonly [Column in keyof HeldColumns]: () => number[] } = {
    counts: () => byHolder.map((row) => row.length),
    paragraph: () => sorted.map(({ at }) => at),
    state: () => sorted.map(({ one }) => stateOf(one)),
    others: () => merged.map(({ k }) => k),
    standing: () => taken.map(({ standing }) => STANDINGS.indexOf(standing)),
    version: () => taken.map(({ version }) => versions.at(version)),
    taken: () => taken.map(({ paragraph }) => places.at(paragraph)),
    confirms: () => taken.map(({ confirms }) => (confirms === null ? 0 : versions.at(confirms) + 1)),
    words: () => taken.map((position) => words.at(position.words)),
    by: () => taken.map(({ by }) => people.at(by)),
    at: () => taken.map(({ by }) => timeOf(by)),
  };
  const columns: { [Column in keyof HeldColumns]?: number[] } = {};
  for (const column of Object.keys(makers) as (keyof HeldColumns)[]) {
    columns[column] = makers[column]();
    yield;
  }
  return {
    gone: gone.flatMap(({ holder, paragraph }) => [holders.at(holder), places.at(paragraph)]),
    held: columns as HeldColumns,
    tables: {
      holders: holders.list,
      versions: versions.list,
      paragraphs: places.list,
      words: words.list,
      people: people.list.map(({ participantId, delegationId, onBehalfOf }) => ({
        participantId,
        delegationId,
        onBehalfOf,
      })),
      since,
    },
  };
}

const stateOf = ({ state, because }: HeldPosition): number =>
  HELD_STATES.indexOf(
    state === 'to-reconfirm' && because !== null ? because : state === 'own' ? 'own' : 'carried',
  );

/** Times in UTC are compared as they are written. */
const earliest = (taken: readonly TakenPosition[]): IsoTime =>
  taken.reduce<IsoTime | null>((least, { by }) => (least === null || by.at < least ? by.at : least), null) ??
  ('1970-01-01T00:00:00.000Z' as IsoTime);

/** Numbers things in the order in which they are first named. What is the same object is known without its key. */
function createTable<Item>(keyOf: (item: Item) => string): { readonly list: Item[]; at(item: Item): number } {
  const list: Item[] = [];
  const numbers = new Map<string, number>();
  const seen = new Map<Item, number>();
  const numberOf = (item: Item): number => {
    const key = keyOf(item);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, list.length);
    return list.push(item) - 1;
  };
  return {
    list,
    at(item) {
      const known = seen.get(item);
      if (known !== undefined) return known;
      const number = numberOf(item);
      seen.set(item, number);
      return number;
    },
  };
}
