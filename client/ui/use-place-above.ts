import './text-marks.css';
import { useEffect, useState } from 'react';

/** Places in the lines above a text: of everybody, and at the end of whoever reads. */
type LineSide = 'start' | 'end';

interface Lines {
  readonly element: HTMLElement;
  readonly sides: Readonly<Record<LineSide, HTMLElement>>;
  /** How many have a place here. */
  users: number;
}

const linesAbove = new WeakMap<HTMLElement, Lines>();

/**
 * A place above a text, made by hand since the text was there before: before the text for whoever hears it, in the room
 * above it for the eye. Itself it has no height. Null until it stands.
 */
export function usePlaceAbove(host: HTMLElement, side: LineSide): HTMLElement | null {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const lines = linesAbove.get(host) ?? makeLines(host);
    lines.users += 1;
    setPlace(lines.sides[side]);
    return () => {
      lines.users -= 1;
      if (lines.users > 0) return;
      linesAbove.delete(host);
      lines.element.remove();
    };
  }, [host, side]);
  return place;
}

function makeLines(host: HTMLElement): Lines {
  const element = document.createElement('div');
  element.className = 'text-lines';
  const room = document.createElement('div');
  room.className = 'text-lines-room';
  const sides = { start: document.createElement('div'), end: document.createElement('div') };
  room.append(sides.start, sides.end);
  element.append(room);
  host.before(element);
  const lines = { element, sides, users: 0 };
  linesAbove.set(host, lines);
  return lines;
}
