import { HELD_STATES, type HeldColumns, type HeldTables } from '../../shared/api/position.ts';
import type { HeldPosition, TakenPosition } from '../../shared/domain/held-position.ts';
import { type Holder, holderKey } from '../../shared/model/holder.ts';
import type { IsoTime, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import { STANDINGS } from '../../shared/model/position.ts';
import type { HeldChanges } from '../ports/position-books.ts';

/** Positions as they travel: columns of small numbers, and tables in which each id stands once. */
export interface HeldAnswer {
  readonly tables: HeldTables;
  readonly held: HeldColumns;
  readonly gone: readonly number[];
}

/** `paragraphs`: those of the version, in their order, if most of them will be named. */
export function writeHeld({ held, gone }: HeldChanges, paragraphs: readonly ParagraphId[]): HeldAnswer {
  const holders = createTable<Holder>(holderKey);
  const versions = createTable<VersionId>((id) => id);
  const places = createTable<ParagraphId>((id) => id);
  const words = createTable<string>((text) => text);
  const people = createTable<HeldTables['people'][number]>(
    ({ participantId, onBehalfOf }) => `${participantId} ${onBehalfOf ?? ''}`,
  );
  for (const id of paragraphs) places.at(id);
  const byHolder: HeldPosition[][] = [];
  for (const one of held) {
    const h = holders.at(one.position.holder);
    const row = byHolder[h];
    if (row === undefined) byHolder[h] = [one];
    else row.push(one);
  }
  for (const row of byHolder) row.sort((a, b) => places.at(a.paragraph) - places.at(b.paragraph));
  const cells = byHolder.flat();
  const merged = cells.flatMap(({ others }, k) => others.map((position) => ({ position, k })));
  const taken = [...cells, ...merged].map(({ position }) => position);
  const since = earliest(taken);
  const columns: HeldColumns = {
    counts: byHolder.map((row) => row.length),
    paragraph: cells.map(({ paragraph }) => places.at(paragraph)),
    state: cells.map(stateOf),
    others: merged.map(({ k }) => k),
    standing: taken.map(({ standing }) => STANDINGS.indexOf(standing)),
    version: taken.map(({ version }) => versions.at(version)),
    taken: taken.map(({ paragraph }) => places.at(paragraph)),
    confirms: taken.map(({ confirms }) => (confirms === null ? 0 : versions.at(confirms) + 1)),
    words: taken.map((position) => words.at(position.words)),
    by: taken.map(({ by }) =>
      people.at({
        participantId: by.participantId,
        delegationId: by.delegationId,
        onBehalfOf: by.onBehalfOf,
      }),
    ),
    at: taken.map(({ by }) => Date.parse(by.at) - Date.parse(since)),
  };
  return {
    gone: gone.flatMap(({ holder, paragraph }) => [holders.at(holder), places.at(paragraph)]),
    held: columns,
    tables: {
      holders: holders.list,
      versions: versions.list,
      paragraphs: places.list,
      words: words.list,
      people: people.list,
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

/** Numbers things in the order in which they are first named. */
function createTable<Item>(keyOf: (item: Item) => string): { readonly list: Item[]; at(item: Item): number } {
  const list: Item[] = [];
  const numbers = new Map<string, number>();
  return {
    list,
    at(item) {
      const key = keyOf(item);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, list.length);
      return list.push(item) - 1;
    },
  };
}
