/** Which blocks became which, while it is being found out. Both lists rise. */
export interface Links {
  readonly ofOld: readonly number[][];
  readonly ofNew: readonly number[][];
  /** Pairs that recorded ids vouch for, as `old:new`. */
  readonly recorded: Set<string>;
}

export const noLinks = (oldBlocks: number, newBlocks: number): Links => ({
  ofOld: Array.from({ length: oldBlocks }, () => []),
  ofNew: Array.from({ length: newBlocks }, () => []),
  recorded: new Set(),
});

const insert = (list: number[], value: number): void => {
  list.push(value);
  list.sort((a, b) => a - b);
};

export function link(links: Links, old: number, fresh: number): void {
  const partners = links.ofOld[old] as number[];
  if (partners.includes(fresh)) return;
  insert(partners, fresh);
  insert(links.ofNew[fresh] as number[], old);
}

export const isFreeOld = (links: Links, old: number): boolean => (links.ofOld[old] as number[]).length === 0;
export const isFreeNew = (links: Links, fresh: number): boolean =>
  (links.ofNew[fresh] as number[]).length === 0;

export const areLinked = (links: Links, old: number, fresh: number): boolean =>
  links.ofOld[old]?.includes(fresh) ?? false;

/**
 * A row is one to one, one to many or many to one, never many to many: that would claim links nobody found.
 * True when linking the pair keeps it so.
 */
export function mayLink(links: Links, old: number, fresh: number): boolean {
  const news = links.ofOld[old] as number[];
  const olds = links.ofNew[fresh] as number[];
  if (news.length > 0 && olds.length > 0) return false;
  if (news.length > 0) return news.every((partner) => (links.ofNew[partner] as number[]).length === 1);
  return olds.every((partner) => (links.ofOld[partner] as number[]).length === 1);
}
