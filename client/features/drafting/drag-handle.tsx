import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { isFromText } from '../../editor/binding/binding-state.ts';
import { dropGap, gapTop } from '../../editor/scroll/drop-gap.ts';
import { edgeScroll } from '../../editor/scroll/edge-scroll.ts';
import { HandleIcon } from './icons.ts';

interface DragHandleProps {
  readonly editor: Editor;
  /** The element the editor stands in; the handle is placed in it. */
  readonly host: RefObject<HTMLElement | null>;
  /** Moves a paragraph before the one that stands at `gap`; `gap` counts from 0 to the number of paragraphs. */
  readonly onMove: (index: number, gap: number) => void;
}

/** A paragraph in the hand. */
interface Drag {
  readonly id: string;
  pointerY: number;
  /** A handle that is only pressed, close to an edge, scrolls nothing. */
  moved: boolean;
  frame: number;
  /** When the last frame was, on the page's clock; null before the first. */
  last: number | null;
  /** Pixels still to be scrolled: a page scrolls by whole ones. */
  owed: number;
}

/**
 * A handle beside the paragraph under the pointer, to drag it elsewhere. For the pointer alone: the keyboard moves
 * with Alt and the arrow keys, and the menu offers the same.
 */
export function DragHandle({ editor, host, onMove }: DragHandleProps) {
  const [at, setAt] = useState<{ readonly index: number; readonly top: number } | null>(null);
  const [gap, setGap] = useState<number | null>(null);
  const dragging = useRef<Drag | null>(null);

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let pointerY: number | null = null;
    let frame = 0;
    const place = (y: number): void => {
      const paragraph = paragraphAt(editor.view.dom, y);
      setAt((before) => {
        if (paragraph === null) return null;
        return before?.index === paragraph.index && before.top === paragraph.top ? before : paragraph;
      });
    };
    const point = (event: PointerEvent): void => {
      if (dragging.current !== null || event.pointerType === 'touch') return;
      pointerY = event.clientY;
      place(pointerY);
    };
    const leave = (): void => {
      pointerY = null;
      if (dragging.current === null) setAt(null);
    };
    // Places change with words: one's own put the handle away until the pointer moves again, others' move it along.
    const changed = ({ transaction }: { transaction: Transaction }): void => {
      if (!isFromText(transaction)) leave();
      else if (pointerY !== null && dragging.current === null && frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          if (pointerY !== null && dragging.current === null) place(pointerY);
        });
    };
    element.addEventListener('pointermove', point);
    element.addEventListener('pointerleave', leave);
    editor.on('update', changed);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('pointermove', point);
      element.removeEventListener('pointerleave', leave);
      editor.off('update', changed);
    };
  }, [editor, host]);

  const stop = (): void => {
    if (dragging.current !== null) cancelAnimationFrame(dragging.current.frame);
    dragging.current = null;
    setGap(null);
    setAt(null);
  };
  const follow = (now: number | null): void => {
    const drag = dragging.current;
    if (drag === null) return;
    const elapsed = drag.last === null || now === null ? 0 : now - drag.last;
    drag.owed = drag.moved ? drag.owed + edgeScroll(drag.pointerY, innerHeight, elapsed) : 0;
    drag.last = now;
    const step = Math.trunc(drag.owed);
    if (step !== 0) window.scrollBy({ top: step, behavior: 'instant' });
    drag.owed -= step;
    setGap(dropGap(rects(editor.view.dom), drag.pointerY));
    drag.frame = requestAnimationFrame(follow);
  };
  const start = (event: ReactPointerEvent<HTMLElement>): void => {
    if (at === null || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const id = editor.state.doc.maybeChild(at.index)?.attrs.id as string | undefined;
    if (id === undefined) return;
    // By its id: others may add paragraphs above while it is dragged.
    dragging.current = { id, pointerY: event.clientY, moved: false, frame: 0, last: null, owed: 0 };
    follow(null);
  };
  const drop = (): void => {
    const drag = dragging.current;
    const index = editor.state.doc.children.findIndex((node) => node.attrs.id === drag?.id);
    if (drag !== null && index >= 0) {
      onMove(index, dropGap(rects(editor.view.dom), drag.pointerY));
      // So that Ctrl-Z takes it back at once.
      editor.view.focus();
    }
    stop();
  };

  useEffect(() => {
    if (gap === null) return;
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      if (dragging.current !== null) cancelAnimationFrame(dragging.current.frame);
      dragging.current = null;
      setGap(null);
      setAt(null);
    };
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [gap]);

  if (at === null) return null;
  return (
    <>
      <div
        className="drag-handle no-print"
        aria-hidden
        data-dragging={gap !== null}
        style={{ insetBlockStart: at.top }}
        onPointerDown={start}
        onPointerMove={(event) => {
          const drag = dragging.current;
          if (drag === null) return;
          drag.moved ||= event.clientY !== drag.pointerY;
          drag.pointerY = event.clientY;
        }}
        onPointerUp={drop}
        onPointerCancel={stop}
      >
        <HandleIcon className="icon" />
      </div>
      {gap === null ? null : (
        <div
          className="drop-line"
          aria-hidden
          style={{ insetBlockStart: gapTop(rects(editor.view.dom), gap) - topOf(host.current) }}
        />
      )}
    </>
  );
}

const rects = (text: HTMLElement): DOMRect[] =>
  [...text.children].map((child) => child.getBoundingClientRect());
const topOf = (element: HTMLElement | null): number => element?.getBoundingClientRect().top ?? 0;

function paragraphAt(text: HTMLElement, y: number): { index: number; top: number } | null {
  const paragraphs = [...text.children] as HTMLElement[];
  const index = paragraphs.findIndex((paragraph) => {
    const { top, bottom } = paragraph.getBoundingClientRect();
    return top <= y && y <= bottom;
  });
  const found = paragraphs[index];
  return found === undefined ? null : { index, top: found.offsetTop + text.offsetTop };
}
