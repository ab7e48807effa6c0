/** Which inputs are selected, which one the keyboard is at, and where a range began. All by id, so that they outlive a change of filters. */
export interface RowSelection {
  readonly active: string | null;
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
}

export const NOTHING_SELECTED: RowSelection = { active: null, anchor: null, selected: new Set() };

export interface SelectionKey {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod: boolean;
}

/** How many lines Page Up and Page Down go. */
const PAGE = 10;

const between = (ids: readonly string[], a: number, b: number): string[] =>
  ids.slice(Math.min(a, b), Math.max(a, b) + 1);

/**
 * What a key does, or null where it does nothing here. `ids`: the inputs shown, in order. Space and a click with the
 * shift key select the range from where the last selection was made.
 */
export function afterKey(
  selection: RowSelection,
  { key, shiftKey, mod }: SelectionKey,
  ids: readonly string[],
): RowSelection | null {
  if (ids.length === 0) return null;
  const at = ids.indexOf(selection.active ?? '');
  const to = target(key, at, ids.length);
  if (to !== null) return shiftKey ? extendTo(selection, ids, to) : { ...selection, active: ids[to] ?? null };
  if (key === ' ') return at < 0 ? null : shiftKey ? rangeTo(selection, ids, at) : toggle(selection, ids[at]);
  if (key.toLowerCase() === 'a' && mod) return { ...selection, selected: new Set(ids) };
  if (key === 'Escape' && selection.selected.size > 0)
    return { ...selection, anchor: null, selected: new Set() };
  return null;
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'PageDown':
      return Math.min(count - 1, at + PAGE);
    case 'PageUp':
      return Math.max(0, at - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** One in or out; the next range begins here. */
export function toggle(selection: RowSelection, id: string | undefined): RowSelection {
  if (id === undefined) return selection;
  const selected = new Set(selection.selected);
  if (!selected.delete(id)) selected.add(id);
  return { active: id, anchor: id, selected };
}

/** All from the anchor to a line; what was selected elsewhere stays. */
export function rangeTo(selection: RowSelection, ids: readonly string[], to: number): RowSelection {
  const from = ids.indexOf(selection.anchor ?? selection.active ?? '');
  const range = between(ids, from < 0 ? to : from, to);
  return {
    active: ids[to] ?? null,
    anchor: ids[from < 0 ? to : from] ?? null,
    selected: new Set([...selection.selected, ...range]),
  };
}

/** Shift with an arrow: the range follows the keyboard, and shrinks when it turns back. */
function extendTo(selection: RowSelection, ids: readonly string[], to: number): RowSelection {
  const at = ids.indexOf(selection.active ?? '');
  const found = ids.indexOf(selection.anchor ?? '');
  const from = found >= 0 ? found : at >= 0 ? at : to;
  const selected = new Set(selection.selected);
  if (found >= 0 && at >= 0) for (const id of between(ids, from, at)) selected.delete(id);
  for (const id of between(ids, from, to)) selected.add(id);
  return { active: ids[to] ?? null, anchor: ids[from] ?? null, selected };
}

/** Where the keyboard stands after the list changed: where it was, else the line that took its place. */
export function stillActive(
  active: string | null,
  before: readonly string[],
  now: readonly string[],
): string | null {
  if (active === null || now.includes(active)) return active;
  const at = before.indexOf(active);
  const later = before.slice(at + 1).find((id) => now.includes(id));
  return later ?? now.at(-1) ?? null;
}
