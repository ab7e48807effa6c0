import {
  HELD_STATES,
  type HeldColumns,
  type HeldTables,
  type PositionsAnswer,
  type TiesAnswer,
} from '../../../shared/api/position.ts';
import type { Tie, Ties } from '../../../shared/domain/alignment.ts';
import type { HeldPosition, TakenPosition } from '../../../shared/domain/held-position.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type { DelegationId, DocumentId, IsoTime, ParagraphId } from '../../../shared/model/ids.ts';
import { positionId, STANDINGS } from '../../../shared/model/position.ts';
import type { Signature } from '../../../shared/model/signature.ts';

/** An index that points nowhere is a bug of the server: better a stop than a position put in another's name. */
function at<Item>(list: readonly Item[], index: number | undefined): Item {
  const found = index === undefined ? undefined : list[index];
  if (found === undefined) throw new Error(`positions: ${index} points nowhere`);
  return found;
}

/** The rows of an answer in full, holder after holder. */
export function readHeld(
  documentId: DocumentId,
  { tables, held }: Pick<PositionsAnswer, 'tables' | 'held'>,
): HeldPosition[] {
  const holders = held.counts.flatMap((count, h) => Array<Holder>(count).fill(at(tables.holders, h)));
  const read = rowReader(documentId, tables, held);
  const others = new Map<number, TakenPosition[]>();
  for (const [k, cell] of held.others.entries()) {
    const list = others.get(cell) ?? [];
    others.set(cell, list);
    list.push(read(holders.length + k, at(holders, cell)));
  }
  return holders.map((holder, k): HeldPosition => {
    const state = at(HELD_STATES, held.state[k]);
    const because = state === 'own' || state === 'carried' ? null : state;
    return {
      position: read(k, holder),
      paragraph: at(tables.paragraphs, held.paragraph[k]),
      state: because === null ? (state === 'own' ? 'own' : 'carried') : 'to-reconfirm',
      because,
      others: others.get(k) ?? NONE,
    };
  });
}

const NONE: readonly TakenPosition[] = [];

/** Reads one row. Rows of one act share its signature. */
function rowReader(documentId: DocumentId, tables: HeldTables, held: HeldColumns) {
  const since = Date.parse(tables.since);
  const signatures = new Map<number, Map<number, Signature>>();
  const signatureOf = (k: number): Signature => {
    const [by, ms] = [held.by[k] ?? -1, held.at[k] ?? 0];
    const known = signatures.get(by)?.get(ms);
    if (known !== undefined) return known;
    const made = { ...at(tables.people, by), at: new Date(since + ms).toISOString() as IsoTime };
    const ofPerson = signatures.get(by) ?? new Map<number, Signature>();
    signatures.set(by, ofPerson.set(ms, made));
    return made;
  };
  return (k: number, holder: Holder): TakenPosition => {
    const version = at(tables.versions, held.version[k]);
    const paragraph = at(tables.paragraphs, held.taken[k]);
    const confirms = held.confirms[k] ?? 0;
    return {
      id: positionId(version, paragraph, holder),
      documentId,
      holder,
      version,
      paragraph,
      standing: at(STANDINGS, held.standing[k]),
      words: at(tables.words, held.words[k]),
      confirms: confirms === 0 ? null : at(tables.versions, confirms - 1),
      by: signatureOf(k),
    };
  };
}

/** What is held nowhere any more. */
export const readGone = ({
  tables,
  gone,
}: Pick<PositionsAnswer, 'tables' | 'gone'>): { holder: Holder; paragraph: ParagraphId }[] =>
  Array.from({ length: gone.length / 2 }, (_, k) => ({
    holder: at(tables.holders, gone[2 * k]),
    paragraph: at(tables.paragraphs, gone[2 * k + 1]),
  }));

export function readTies({ list }: TiesAnswer): Ties {
  const ties = new Map<DelegationId, Tie[]>();
  for (const { group, through, delegations, except } of list) {
    const tie: Tie = { group, through, except: new Set(except) };
    for (const delegation of delegations) {
      const known = ties.get(delegation);
      if (known === undefined) ties.set(delegation, [tie]);
      else known.push(tie);
    }
  }
  return ties;
}
