import * as Y from 'yjs';

/** One character that stands in a text: a UTF-16 unit with the id Yjs gave it. */
interface Unit {
  readonly id: string;
  readonly unit: string;
}

/**
 * Which character is which, whatever brought it where it is: a move and the undoing of a removal delete characters
 * and insert them anew. Knows it from having watched every act, which no anchor can; that is why it may judge them.
 */
export class Provenance {
  /** Character → the one it was first. */
  readonly #roots = new Map<string, string>();

  rootOf(id: string): string {
    return this.#roots.get(id) ?? id;
  }

  /** Lets somebody act on a text and notes which characters came back under a new id. */
  watch(text: Y.Text, act: () => void): void {
    const before = itemsOf(text);
    act();
    const after = itemsOf(text);
    // Whole items that stand on both sides are the same characters: only what differs is looked at closely.
    const keys = new Set(before.map(({ key }) => key));
    const known = new Set(after.flatMap(({ key }) => (keys.has(key) ? [key] : [])));
    const was = before.filter(({ key }) => !known.has(key)).flatMap(({ units }) => units());
    const is = after.filter(({ key }) => !known.has(key)).flatMap(({ units }) => units());
    const [wasIds, isIds] = [new Set(was.map(({ id }) => id)), new Set(is.map(({ id }) => id))];
    const removed = was.filter(({ id }) => !isIds.has(id));
    const inserted = is.filter(({ id }) => !wasIds.has(id));
    this.#noteRedone(text);
    const unexplained = inserted.filter(({ id }) => !this.#roots.has(id));
    // A moved paragraph: the same characters go and come in one act.
    const gone = removed.map(({ unit }) => unit).join('');
    const come = unexplained.map(({ unit }) => unit).join('');
    if (come === '') return;
    const at = gone.indexOf(come);
    if (at < 0 || gone.indexOf(come, at + 1) >= 0) return;
    unexplained.forEach(({ id }, k) => {
      this.#roots.set(id, this.rootOf((removed[at + k] as Unit).id));
    });
  }

  /** What an undo brought back says itself what it was. Only the peer that undid knows. */
  #noteRedone(text: Y.Text): void {
    for (let item = text._start; item !== null; item = item.right) {
      if (item.redone === null || !item.countable) continue;
      for (let k = 0; k < item.length; k++) {
        const back = idOf(item.redone.client, item.redone.clock + k);
        if (!this.#roots.has(back))
          this.#roots.set(back, this.rootOf(idOf(item.id.client, item.id.clock + k)));
      }
    }
  }
}

const idOf = (client: number, clock: number): string => `${client}:${clock}`;

/** Stretches of characters as Yjs keeps them, with a key that is equal only for equal characters. */
function itemsOf(text: Y.Text): { readonly key: string; readonly units: () => Unit[] }[] {
  const items: { readonly key: string; readonly units: () => Unit[] }[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const { str } = item.content;
    const units = (): Unit[] =>
      [...Array(str.length).keys()].map((k) => ({ id: idOf(client, clock + k), unit: str[k] as string }));
    items.push({ key: `${client}:${clock}:${str.length}`, units });
  }
  return items;
}

/** Characters by paragraph: as many entries as the text has paragraphs. */
export function charactersOf(text: Y.Text): Unit[][] {
  const paragraphs: Unit[][] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (!(item.content instanceof Y.ContentString)) {
      paragraphs.push([]);
      continue;
    }
    if (paragraphs.length === 0) paragraphs.push([]);
    const { str } = item.content;
    for (let k = 0; k < str.length; k++)
      paragraphs.at(-1)?.push({ id: idOf(item.id.client, item.id.clock + k), unit: str[k] as string });
  }
  return paragraphs;
}
