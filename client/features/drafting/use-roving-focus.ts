import { type KeyboardEvent, type RefObject, useEffect } from 'react';

const CONTROLS = 'button, a[href], input';

/**
 * One stop for Tab in a row of controls; arrow keys, Home and End go along it (ARIA toolbar pattern). The controls
 * stay plain elements: only their `tabindex` is set here, after every render.
 */
export function useRovingFocus(row: RefObject<HTMLElement | null>): (event: KeyboardEvent) => void {
  useEffect(() => {
    const element = row.current;
    if (element === null) return;
    settle(
      element,
      controlsOf(element).find((control) => control.tabIndex === 0),
    );
    const follow = (event: FocusEvent): void => settle(element, event.target as HTMLElement);
    element.addEventListener('focusin', follow);
    return () => element.removeEventListener('focusin', follow);
  });
  return (event) => {
    const element = row.current;
    if (element === null) return;
    const controls = controlsOf(element);
    const at = controls.indexOf(document.activeElement as HTMLElement);
    const next = controls[nextIndex(event.key, at, controls.length, getComputedStyle(element).direction)];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
}

/** Where a key leads in a row of controls; −1 where it leads nowhere. Round at both ends. */
export function nextIndex(key: string, at: number, count: number, direction: string): number {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === backward) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}

const controlsOf = (element: HTMLElement): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>(CONTROLS),
];

function settle(element: HTMLElement, current: HTMLElement | undefined): void {
  const controls = controlsOf(element);
  const chosen = current !== undefined && controls.includes(current) ? current : controls[0];
  for (const control of controls) control.tabIndex = control === chosen ? 0 : -1;
}
