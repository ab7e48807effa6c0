import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

/**
 * Elements open at once. The parser looks through the open elements for each tag, so nesting without bound takes
 * quadratic time. Pages made by word processors stay below 100.
 */
const MOST_OPEN = 500;
/** Elements in one page. Unclosed formatting is opened again in every block, so a small page can hold millions. */
const MOST_ELEMENTS = 200_000;

class TooMuch extends Error {}

/** The tree of a page, or null where it is nested too deep or holds too many elements. */
export function htmlTree(source: string): DefaultTreeAdapterTypes.Document | null {
  let open = 0;
  let elements = 0;
  try {
    return parse<DefaultTreeAdapterMap>(source, {
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement(...element) {
          elements += 1;
          if (elements > MOST_ELEMENTS) throw new TooMuch();
          return defaultTreeAdapter.createElement(...element);
        },
        onItemPush() {
          open += 1;
          if (open > MOST_OPEN) throw new TooMuch();
        },
        onItemPop() {
          open -= 1;
        },
      },
    });
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}
