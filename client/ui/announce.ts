/**
 * Short messages at the foot of the page and in a live region. They never hold what a person must act on:
 * that belongs on the page itself.
 */
export interface Toast {
  readonly id: number;
  readonly text: string;
}

/** How long one stays, in ms. Long enough to be read twice; pointing at it or focusing it keeps it. */
export const TOAST_MS = 7000;

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

const change = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};

/** Says something, to eyes and to screen readers. */
export const announce = (text: string): void => change([...toasts, { id: nextId++, text }].slice(-3));

export const dismiss = (id: number): void => change(toasts.filter((toast) => toast.id !== id));

export const toastStore = {
  get: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
