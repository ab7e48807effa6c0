/**
 * Pasted markup as plain data, so that cleaning it is pure: the browser makes the tree with DOMParser
 * (`markup-from-dom.ts`), tests with a parser of the same rules. Comments and processing instructions are left out.
 */
export interface MarkupElement {
  /** Lower case, with a prefix where there is one (`o:p`, `st1:place`). */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}
export type MarkupNode = string | MarkupElement;

export interface Markup {
  readonly nodes: readonly MarkupNode[];
  /** Texts of its style sheets. */
  readonly sheets: readonly string[];
}

/** All characters below a node. */
export const textOf = (node: MarkupNode): string =>
  typeof node === 'string' ? node : node.children.map(textOf).join('');

/** Declarations of a `style` attribute or rule body, names and values in lower case without quotes. */
export function declarations(style: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of (style ?? '').split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    const value = part
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim()
      .toLowerCase();
    found.set(name, value);
  }
  return found;
}

/** Elements that begin and end a block of their own (HTML, section 15.3 "Flow content" and tables). */
const BLOCK_TAGS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary
  table tbody td tfoot th thead tr ul`.split(/\s+/),
);
export const isBlock = (element: MarkupElement): boolean => BLOCK_TAGS.has(element.tag);

/** Elements whose content is no text of the page. */
const FOREIGN_TAGS = new Set(
  `applet area audio base button canvas col colgroup datalist embed frame frameset head iframe img input link
  map math meta noscript object optgroup option param picture progress script select source style svg template
  textarea title track video xml w:sdtpr w:worddocument`.split(/\s+/),
);
export const isForeign = (element: MarkupElement): boolean => FOREIGN_TAGS.has(element.tag);

/** Attributes by which our own copied paragraphs are known again, and their printed labels left out. */
export const OWN = {
  document: 'data-document',
  id: 'data-id',
  kind: 'data-kind',
  level: 'data-level',
  pinned: 'data-pinned',
  /** `start`, `end` or `both`: the ends at which only a part was copied. */
  open: 'data-open',
  label: 'data-printed-label',
} as const;
