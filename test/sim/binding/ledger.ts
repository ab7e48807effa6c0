import * as Y from 'yjs';

/** What happened to one character, whoever did it. Every typed character of a simulation is a different one. */
export interface Fate {
  /** Transactions that removed it and did not put it back. */
  removed: number;
  /** Transactions that inserted it again: moves, undoings of a removal. */
  repeated: number;
}

/** Keeps account of every character from the Yjs transactions of all peers. */
export class Ledger {
  readonly fates = new Map<string, Fate>();
  /** Characters that the newest local transactions of a peer removed and inserted, until read. */
  #removed = new Map<Y.Doc, string[]>();
  #inserted = new Map<Y.Doc, string[]>();

  watch(doc: Y.Doc, isOwn: (origin: unknown) => boolean): void {
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (!isOwn(transaction.origin)) return;
      const { removed, inserted } = charactersOf(transaction);
      this.#removed.set(doc, [...(this.#removed.get(doc) ?? []), ...removed]);
      this.#inserted.set(doc, [...(this.#inserted.get(doc) ?? []), ...inserted]);
      for (const character of inserted) {
        const fate = this.fates.get(character);
        if (fate === undefined) this.fates.set(character, { removed: 0, repeated: 0 });
        else fate.repeated += 1;
      }
      for (const character of removed) {
        const fate = this.fates.get(character);
        if (fate !== undefined && !inserted.includes(character)) fate.removed += 1;
      }
    });
  }

  /** What a peer's own transactions removed and inserted since the last call. */
  take(doc: Y.Doc): { readonly removed: readonly string[]; readonly inserted: readonly string[] } {
    const taken = { removed: this.#removed.get(doc) ?? [], inserted: this.#inserted.get(doc) ?? [] };
    this.#removed.delete(doc);
    this.#inserted.delete(doc);
    return taken;
  }

  /** Characters of the first text. */
  begin(characters: string): void {
    for (const character of characters) this.fates.set(character, { removed: 0, repeated: 0 });
  }

  /** How often a character may stand in the text when all is delivered: [least, most]. */
  bounds({ removed, repeated }: Fate): readonly [number, number] {
    return [removed === 0 ? 1 : 0, removed > 0 && repeated === 0 ? 0 : 1 + repeated];
  }
}

function charactersOf(transaction: Y.Transaction): { removed: string[]; inserted: string[] } {
  const removed: string[] = [];
  const inserted: string[] = [];
  const { doc, beforeState, afterState, deleteSet } = transaction;
  const text = doc.getText('text');
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    const { clock, client } = item.id;
    const added = clock >= (beforeState.get(client) ?? 0) && clock < (afterState.get(client) ?? 0);
    if (added && !item.deleted) inserted.push(...item.content.str);
    if (!added && item.deleted && Y.isDeleted(deleteSet, item.id)) removed.push(...item.content.str);
  }
  return { removed: removed.filter(isTyped), inserted: inserted.filter(isTyped) };
}

/** Not what stands for newlines and unknown embeds. */
const isTyped = (character: string): boolean => !' \n\uFFFC'.includes(character);
