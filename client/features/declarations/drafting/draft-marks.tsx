import { memo, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { PlacedParagraph } from '../../../../shared/api/declaration.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { paragraphElementId, type TextSurface } from '../../../ui/text-surface.ts';
import { watchLayout } from '../../../ui/watch-layout.ts';
import { MarkButton } from '../beside/mark-button.tsx';

interface DraftMarksProps {
  readonly surface: TextSurface;
  readonly paragraphs: readonly PlacedParagraph[];
  readonly onOpen: (paragraph: ParagraphId) => void;
}

/**
 * The marks of a text that is being written, below their paragraphs as in a version. They stand over the editor and
 * not in it: nothing of them can be typed into, selected or copied with the words, and nothing moves when they come.
 */
export function DraftMarks({ surface, paragraphs, onOpen }: DraftMarksProps) {
  const layer = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other marks stand elsewhere
  useLayoutEffect(() => {
    const place = (): void => {
      if (layer.current !== null) placeRows(surface.host, layer.current);
    };
    place();
    return watchLayout(surface, place);
  }, [surface, paragraphs]);
  return createPortal(
    <div ref={layer} className="no-print" contentEditable={false}>
      {paragraphs.map((placed) => (
        <Row key={placed.paragraph} placed={placed} onOpen={onOpen} />
      ))}
    </div>,
    surface.host,
  );
}

interface RowProps {
  readonly placed: PlacedParagraph;
  readonly onOpen: (paragraph: ParagraphId) => void;
}

const Row = memo(function Row({ placed, onOpen }: RowProps) {
  const { paragraph } = placed;
  return (
    <div className="text-mark-row" data-of={paragraph}>
      <MarkButton placed={placed} onOpen={() => onOpen(paragraph)} />
    </div>
  );
});

/**
 * Puts each row at the foot of its paragraph, as wide and in the direction of its words; hidden where it has gone. The
 * styles are set here and not drawn by React, so that a row stands right in the frame in which its paragraph grew.
 */
function placeRows(host: HTMLElement, layer: HTMLElement): void {
  const origin = host.getBoundingClientRect();
  const rows = [...layer.children] as HTMLElement[];
  const places = rows.map((row) => {
    const element = document.getElementById(paragraphElementId(row.dataset.of ?? ''));
    if (element === null) return null;
    const { left, bottom, width } = element.getBoundingClientRect();
    return { left, bottom, width, dir: getComputedStyle(element).direction };
  });
  // Written after all was read, and only where it differs: all else would be worked out anew with every key.
  rows.forEach((row, k) => {
    const place = places[k] ?? null;
    if (row.hidden !== (place === null)) row.hidden = place === null;
    if (place === null) return;
    if (row.dir !== place.dir) row.dir = place.dir;
    const { style } = row;
    for (const [side, value] of [
      ['top', place.bottom - origin.top],
      ['left', place.left - origin.left],
      ['width', place.width],
    ] as const)
      if (style[side] !== `${value}px`) style[side] = `${value}px`;
  });
}
