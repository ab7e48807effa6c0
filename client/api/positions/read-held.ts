import { HELD_STATES } from '../../../shared/api/held-states.ts';
import type { HeldColumns, HeldPart, HeldTables, TiesAnswer } from '../../../shared/api/position.ts';
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

/** What each holder of a part holds. */
export interface HolderPart {
  readonly holder: Holder;
  readonly held: readonly HeldPosition[];
}

/** A part of an answer in full, holder after holder. */
export function readHeld(documentId: DocumentId, { tables, held }: Omit<HeldPart, 'gone'>): HolderPart[] {
  const read = rowReader(documentId, tables, held);
  const others = new Map<number, number[]>();
  for (const [k, cell] of held.others.entries())
    others.set(cell, [...(others.get(cell) ?? []), held.state.length + k]);
  let k = 0;
  return held.counts.map((count, h) => {
    const holder = at(tables.holders, h);
    const cells: HeldPosition[] = [];
    for (const end = k + count; k < end; k++) {
      const state = at(HELD_STATES, held.state[k]);
      const because = state === 'own' || state === 'carried' ? null : state;
      cells.push({
        position: read(k, holder),
        paragraph: at(tables.paragraphs, held.paragraph[k]),
        state: because !== null ? 'to-reconfirm' : state === 'own' ? 'own' : 'carried',
        because,
        others: others.get(k)?.map((row) => read(row, holder)) ?? NONE,
      });
    }
    return { holder, held: cells };
  });
}

const NONE: readonly TakenPosition[] = [];

/** Reads one row. Rows of one act share its signature. */
function rowReader(documentId: DocumentId, tables: HeldTables, held: HeldColumns) {
  const since = Date.parse(tables.since);
  // Rows of one act stand together, so the last signature is mostly the next one.
  let last: { readonly by: number; readonly ms: number; readonly signature: Signature } | null = null;
  const signatureOf = (k: number): Signature => {
    const [by, ms] = [held.by[k] ?? -1, held.at[k] ?? 0];
    if (last !== null && last.by === by && last.ms === ms) return last.signature;
    const signature = { ...at(tables.people, by), at: new Date(since + ms).toISOString() as IsoTime };
    last = { by, ms, signature };
    return signature;
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
}: Pick<HeldPart, 'tables' | 'gone'>): { holder: Holder; paragraph: ParagraphId }[] =>
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
