import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { segmentsOf } from './segments.ts';

/** Something that stands on the text, where it stands now. Offsets are UTF-16 units of the paragraph's words. */
export interface ShownAnchor {
  readonly id: string;
  readonly scope: 'words' | 'paragraph' | 'absent';
  readonly paragraph: ParagraphId;
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'proposal';
  /** Whether the words are no longer quite those that were quoted. */
  readonly changed: boolean;
}

/** What a decoration knows: which anchors it draws. */
export interface AnchorSpec {
  readonly anchors: readonly string[];
}

/**
 * Marks for anchors, from positions of exactly this document; one that no longer fits is left out until it is found
 * again. Nobody is told by colour alone: how many lie there is an attribute, and style sheets underline by kind.
 */
export function drawAnchors(doc: Node, shown: readonly ShownAnchor[]): Decoration[] {
  const byParagraph = new Map<string, ShownAnchor[]>();
  for (const anchor of shown) {
    const list = byParagraph.get(anchor.paragraph);
    if (list === undefined) byParagraph.set(anchor.paragraph, [anchor]);
    else list.push(anchor);
  }
  const drawn: Decoration[] = [];
  doc.forEach((node, offset) => {
    const anchors = byParagraph.get(node.attrs.id as string);
    if (anchors !== undefined) drawn.push(...drawParagraph(node, offset, anchors));
  });
  return drawn;
}

function drawParagraph(node: Node, offset: number, anchors: readonly ShownAnchor[]): Decoration[] {
  const words = anchors
    .filter(({ scope, end }) => scope === 'words' && end <= node.content.size)
    .map((anchor) => ({ ...anchor, from: offset + 1 + anchor.start, to: offset + 1 + anchor.end }));
  const drawn = segmentsOf(words).map(({ from, to, on }) =>
    Decoration.inline(from, to, attributesOf(on), { anchors: on.map(({ id }) => id) } satisfies AnchorSpec),
  );
  const whole = anchors.filter(({ scope }) => scope !== 'words');
  if (whole.length > 0) {
    const count = (wanted: ShownAnchor['scope']) =>
      whole.filter(({ scope }) => scope === wanted).length || undefined;
    const attributes: Record<string, string> = { class: 'anchored-paragraph' };
    const [on, behind] = [count('paragraph'), count('absent')];
    if (on !== undefined) attributes['data-anchored'] = String(on);
    if (behind !== undefined) attributes['data-anchored-behind'] = String(behind);
    drawn.push(
      Decoration.node(offset, offset + node.nodeSize, attributes, {
        anchors: whole.map(({ id }) => id),
      } satisfies AnchorSpec),
    );
  }
  return drawn;
}

function attributesOf(on: readonly ShownAnchor[]): Record<string, string> {
  const kinds = [...new Set(on.map(({ kind }) => kind))].sort();
  return {
    class: ['anchored', ...kinds.map((kind) => `anchored-${kind}`)].join(' '),
    'data-anchored': String(on.length),
    ...(on.some(({ changed }) => changed) ? { 'data-changed': '' } : {}),
  };
}
