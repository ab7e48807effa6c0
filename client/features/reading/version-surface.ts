import { indexText } from '../../../shared/anchor/indexed-text.ts';
import { makeAnchor } from '../../../shared/anchor/make-anchor.ts';
import { resolveAnchor } from '../../../shared/anchor/resolve.ts';
import type { Place } from '../../../shared/model/anchor.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Version } from '../../../shared/model/version.ts';
import { placeOfOffset, plainOffset } from '../../ui/plain-offsets.ts';
import type { ParagraphCounts, TextMark, TextSurface } from '../../ui/text-surface.ts';
import { elementIdOf } from './addresses.ts';

/** A published text as the conversation beside it sees it. */
export function versionSurface(
  version: Version,
  host: HTMLElement,
  onMarks: (marks: readonly TextMark[]) => void,
  onCounts: (counts: ReadonlyMap<ParagraphId, ParagraphCounts>) => void,
): TextSurface {
  const text = indexText(version.paragraphs);
  const elementOf = (paragraph: ParagraphId): HTMLElement | null =>
    document.getElementById(elementIdOf(paragraph));
  const prefix = elementIdOf('');
  return {
    documentId: version.documentId,
    text: version.id,
    host,
    followsCaret: false,
    // A version never changes.
    subscribe: () => () => undefined,
    paragraphs: () => version.paragraphs,
    pointAt: (node, offset) => {
      const element = (node instanceof Element ? node : node.parentElement)?.closest('[data-kind]');
      if (element == null || !host.contains(element)) return null;
      const paragraph = element.id.slice(prefix.length) as ParagraphId;
      return { paragraph, offset: plainOffset(element, node, offset) };
    },
    topOf: (paragraph, offset) => {
      const element = elementOf(paragraph);
      if (element === null) return null;
      const place = offset === 0 ? null : placeOfOffset(element, offset);
      if (place === null) return element.getBoundingClientRect().top;
      const range = document.createRange();
      range.setStart(place.node, place.at);
      range.setEnd(place.node, Math.min(place.at + 1, place.node.length));
      return range.getBoundingClientRect().top;
    },
    anchorOn: (pointed) => {
      const made = makeAnchor(version.id, text, pointed);
      return made.ok ? made.value : null;
    },
    resolve: (anchors) =>
      new Map(anchors.map(({ id, anchor }): [string, Place] => [id, resolveAnchor(anchor, text, null)])),
    mark: onMarks,
    count: onCounts,
    caret: () => null,
    focus: () => undefined,
  };
}
