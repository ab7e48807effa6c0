import { useEffect, useState } from 'react';

/**
 * A place above a text, made by hand since the text was there before: before the text for whoever hears it, in the room
 * above it for the eye. Itself it has no height. Null until it stands.
 */
export function usePlaceAbove(host: HTMLElement, className: string): HTMLElement | null {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const made = document.createElement('div');
    made.className = className;
    host.before(made);
    setPlace(made);
    return () => made.remove();
  }, [host, className]);
  return place;
}
