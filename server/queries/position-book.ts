import { type CarryingStep, carryPositionsSteps } from '../../shared/domain/carry-positions.ts';
import {
  type HeldPosition,
  type HeldPositions,
  isTaken,
  ownHeld,
} from '../../shared/domain/held-position.ts';
import { type Holder, holderKey } from '../../shared/model/holder.ts';
import type { ParagraphId, VersionId } from '../../shared/model/ids.ts';
import type { Position } from '../../shared/model/position.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import type { Steps } from '../../shared/model/steps.ts';
import type { HeldChanges, HeldOnVersion } from '../ports/position-books.ts';
import { createSlimming } from './slim-position.ts';

/** Versions on which what is held is kept ready: the latest, and two that somebody looks back at. */
const MOST_STATES = 3;

/**
 * The positions of one document, as they were said and as they hold. What holds on a version is worked out once and
 * then follows, row by row.
 */
export interface PositionBook {
  /** The highest seq that was put in. */
  readonly head: number;
  /** Newest revisions by id. */
  readonly rows: ReadonlyMap<string, Position>;
  /** Puts newer revisions in, by seq. */
  put(entries: readonly EntryOf<'position'>[]): void;
  /** Whether anything was ever said on a version. */
  wasSaidOn(version: VersionId): boolean;
  isReady(version: VersionId): boolean;
  /**
   * Works out what holds on the last of `steps`, which begin with the first version on which anything was said. Nothing is
   * put in before it is done.
   */
  carry(steps: readonly CarryingStep[]): Steps<void>;
  /** What holds on a version that is ready. `head` is how far the register was read. */
  on(version: VersionId, head: number): HeldOnVersion;
}

type Rows<Row> = Map<string, Map<ParagraphId, Row>>;

/** What was said on one version. */
interface Said {
  /** Newest revisions by holder and paragraph. */
  readonly rows: Rows<Position>;
  /** Every revision that was read, by seq. */
  readonly log: { readonly seq: number; readonly position: Position }[];
}

interface State {
  readonly before: ReadonlySet<VersionId>;
  readonly carried: HeldPositions;
  readonly held: Rows<HeldPosition>;
  /** The highest seq of what was carried in: behind it nothing but this version's own rows changes. */
  readonly carriedUpTo: number;
}

export function createPositionBook(): PositionBook {
  let head = 0;
  const rows = new Map<string, Position>();
  const saidOn = new Map<VersionId, Said>();
  const states = new Map<VersionId, State>();
  const slim = createSlimming();

  const take = (seq: number, position: Position): void => {
    const said: Said = saidOn.get(position.version) ?? { rows: new Map(), log: [] };
    saidOn.set(position.version, said);
    rows.set(position.id, position);
    rowOf(said.rows, position.holder).set(position.paragraph, position);
    said.log.push({ seq, position });
    for (const [version, { held, before }] of states) {
      if (version === position.version) hold(held, position);
      // Nobody can speak on an earlier version any more; if somebody had, it would be carried on.
      else if (before.has(position.version)) states.delete(version);
    }
  };

  return {
    get head() {
      return head;
    },
    rows,
    put(entries) {
      for (const { seq, row } of entries) {
        if (seq <= head) continue;
        head = seq;
        take(seq, slim(row));
      }
    },
    wasSaidOn: (version) => saidOn.has(version),
    isReady: (version) => states.has(version),
    *carry(steps) {
      const last = steps.at(-1);
      if (last === undefined || states.has(last.version)) return;
      const before = steps.slice(0, -1).flatMap(({ version }) => saidOn.get(version) ?? []);
      const earlier = before.flatMap((said) => [...said.rows.values()].flatMap((row) => [...row.values()]));
      const { held: carried } = yield* carryPositionsSteps(earlier, steps);
      const held: Rows<HeldPosition> = new Map();
      for (const [key, row] of carried) {
        held.set(key, new Map(row));
        yield;
      }
      for (const row of saidOn.get(last.version)?.rows.values() ?? []) {
        for (const position of row.values()) hold(held, position);
        yield;
      }
      states.set(last.version, {
        before: new Set(steps.slice(0, -1).map(({ version }) => version)),
        carried,
        held,
        carriedUpTo: Math.max(0, ...before.map(({ log }) => log.at(-1)?.seq ?? 0)),
      });
      for (const oldest of states.keys()) {
        if (states.size <= MOST_STATES) break;
        states.delete(oldest);
      }
    },
    on(version, upTo) {
      const state = states.get(version);
      if (state === undefined) throw new Error(`nothing was carried to ${version} yet`);
      states.delete(version);
      states.set(version, state);
      const { carried, held, carriedUpTo } = state;
      return {
        head: upTo,
        carried,
        held,
        changes: saidOn.get(version)?.log.length ?? 0,
        changedBehind: (after) =>
          after === 0 || after > upTo || after < carriedUpTo
            ? null
            : changesIn(held, saidOn.get(version)?.log ?? [], after),
      };
    },
  };
}

function rowOf<Row>(rows: Rows<Row>, holder: Holder): Map<ParagraphId, Row> {
  const key = holderKey(holder);
  const known = rows.get(key);
  if (known !== undefined) return known;
  const made = new Map<ParagraphId, Row>();
  rows.set(key, made);
  return made;
}

/** Lays what was said on a version over what was carried there. */
function hold(held: Rows<HeldPosition>, position: Position): void {
  const row = rowOf(held, position.holder);
  if (isTaken(position)) row.set(position.paragraph, ownHeld(position));
  else row.delete(position.paragraph);
}

function changesIn(held: HeldPositions, log: Said['log'], after: number): HeldChanges {
  const told = new Set<string>();
  const changes: { held: HeldPosition[]; gone: { holder: Holder; paragraph: ParagraphId }[] } = {
    held: [],
    gone: [],
  };
  for (let k = log.length - 1; k >= 0; k--) {
    const { seq, position } = log[k] ?? { seq: 0, position: null };
    if (seq <= after || position === null) break;
    if (told.has(position.id)) continue;
    told.add(position.id);
    const { holder, paragraph } = position;
    const now = held.get(holderKey(holder))?.get(paragraph);
    if (now === undefined) changes.gone.push({ holder, paragraph });
    else changes.held.push(now);
  }
  // Read from the end, told in the order in which it happened.
  return { held: changes.held.reverse(), gone: changes.gone.reverse() };
}
