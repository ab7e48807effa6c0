import { CHANGE_STYLES, type ChangeStyle } from './change-style.ts';
import type { ComparedText } from './compared-side.ts';

export const VIEWS = ['inline', 'side', 'summary'] as const;
export type CompareView = (typeof VIEWS)[number];

/** Everything that is seen, so that the address of the page shows it again. */
export interface CompareAddress {
  readonly from: ComparedText;
  readonly to: ComparedText;
  readonly view: CompareView;
  readonly style: ChangeStyle;
  readonly onlyChanges: boolean;
}

const oneOf = <T extends string>(values: readonly T[], value: string | null, otherwise: T): T =>
  values.find((known) => known === value) ?? otherwise;

/** Reads the query of an address; what is absent or unknown is as in `otherwise`. */
export function readCompareAddress(query: string, otherwise: CompareAddress): CompareAddress {
  const read = new URLSearchParams(query);
  return {
    from: (read.get('from') ?? otherwise.from) as ComparedText,
    to: (read.get('to') ?? otherwise.to) as ComparedText,
    view: oneOf(VIEWS, read.get('view'), otherwise.view),
    style: oneOf(CHANGE_STYLES, read.get('style'), otherwise.style),
    onlyChanges: read.get('show') === null ? otherwise.onlyChanges : read.get('show') === 'changes',
  };
}

/** The query that shows it: always with both texts, so that the link stays right when newer versions come. */
export const compareQuery = ({ from, to, view, style, onlyChanges }: CompareAddress): string =>
  new URLSearchParams({ from, to, view, style, show: onlyChanges ? 'changes' : 'all' }).toString();
