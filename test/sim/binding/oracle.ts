import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';

/*
 * A naive second reading of a text, by `toDelta` and without any code of the binding: what it finds is compared
 * with what the editor shows.
 */

const KINDS = ['title', 'heading', 'preambular', 'operative', 'plain', 'item'];
const MOST: Record<string, number> = { heading: 3, item: 4 };

interface Shown {
  id: string;
  head: string;
  /** One entry a UTF-16 unit: the unit with its marks. */
  units: string[];
}

const headOf = (get: (key: string) => unknown): string => {
  const kind = KINDS.includes(get('kind') as string) ? (get('kind') as string) : 'plain';
  const most = MOST[kind] ?? 0;
  const raw = get('level');
  const level =
    most === 0 ? 0 : typeof raw === 'number' && Number.isInteger(raw) ? Math.min(most, Math.max(1, raw)) : 1;
  const dir = ['ltr', 'rtl'].includes(get('dir') as string) ? get('dir') : 'auto';
  const from = get('from');
  const pinned = get('label');
  return JSON.stringify([
    kind,
    level,
    dir,
    Array.isArray(from) ? from.filter((id) => typeof id === 'string') : [],
    typeof pinned === 'string' && pinned !== '' ? pinned : null,
  ]);
};

const unitsOf = (text: string, marks: string): string[] =>
  text.split('').map((unit) => `${unit === '\n' || unit === '\r' ? ' ' : unit}${marks}`);

const marksOf = (attributes: Record<string, unknown> | undefined): string =>
  [
    attributes?.bold ? 'b' : '',
    attributes?.italic ? 'i' : '',
    attributes?.underline ? 'u' : '',
    typeof attributes?.link === 'string' && /^(https?:\/\/|mailto:)/.test(attributes.link)
      ? attributes.link
      : '',
  ].join('');

export function shownByText(text: Y.Text): Shown[] {
  const shown: Shown[] = [];
  for (const { insert, attributes } of text.toDelta() as {
    insert: unknown;
    attributes?: Record<string, unknown>;
  }[]) {
    if (insert instanceof Y.Map) {
      const id = insert.get('id');
      shown.push({
        id: typeof id === 'string' && id !== 'implicit' ? id : '',
        head: headOf((key) => insert.get(key)),
        units: [],
      });
      continue;
    }
    if (shown.length === 0) shown.push({ id: 'implicit', head: headOf(() => undefined), units: [] });
    shown.at(-1)?.units.push(...unitsOf(typeof insert === 'string' ? insert : '\uFFFC', marksOf(attributes)));
  }
  const seen = new Set<string>();
  for (const paragraph of shown) {
    // The first bearer of an id keeps it; whoever else bears it must only be shown under one of its own.
    if (paragraph.id === '' || seen.has(paragraph.id)) paragraph.id = '?';
    seen.add(paragraph.id);
  }
  return shown;
}

export function shownByEditor(doc: Node): Shown[] {
  const shown: Shown[] = [];
  doc.forEach((paragraph) => {
    const units: string[] = [];
    paragraph.forEach((node) => {
      const attributes: Record<string, unknown> = {};
      for (const mark of node.marks) attributes[mark.type.name] = mark.attrs.href ?? true;
      units.push(...unitsOf(node.text ?? '', marksOf(attributes)));
    });
    shown.push({
      id: paragraph.attrs.id,
      head: headOf((key) => paragraph.attrs[key === 'label' ? 'pinned' : key]),
      units,
    });
  });
  return shown;
}

/** The first difference between what the text says and what the editor shows, in words; null if there is none. */
export function difference(text: Y.Text, doc: Node): string | null {
  const [wanted, shown] = [shownByText(text), shownByEditor(doc)];
  if (wanted.length !== shown.length) return `${wanted.length} paragraphs in the text, ${shown.length} shown`;
  if (new Set(shown.map(({ id }) => id)).size !== shown.length) return 'an id is shown twice';
  for (const [k, paragraph] of wanted.entries()) {
    const other = shown[k] as Shown;
    if (paragraph.id !== '?' && paragraph.id !== other.id)
      return `paragraph ${k}: ${paragraph.id}, shown ${other.id}`;
    if (paragraph.head !== other.head) return `paragraph ${k}: ${paragraph.head}, shown ${other.head}`;
    if (paragraph.units.join('|') !== other.units.join('|'))
      return `paragraph ${k}: ${paragraph.units.join('|')}, shown ${other.units.join('|')}`;
  }
  return null;
}
