import * as Y from 'yjs';
import type { RelativeSelection } from './carets.ts';

/** Changes closer than this are undone together, in milliseconds (the usual value of Yjs and of Word processors). */
export const CAPTURE_TIMEOUT = 500;

const SELECTION = 'selection';

/** What the history needs to know of a change before it is written. */
export interface Capture {
  /** Structure or formatting: undone alone, never together with typing. */
  readonly apart: boolean;
  /** The input method's composition the change belongs to: undone as one, however long it takes. */
  readonly composition: unknown;
  /** Where the user stood before. Asked only when it is needed: it takes a walk over the text. */
  selection(): RelativeSelection;
}

export interface TextHistory {
  readonly manager: Y.UndoManager;
  /** Writes a change so that it is undone with the right neighbours. */
  capture(capture: Capture, write: () => void): void;
  /** Carries out an undo or redo; answers whether there was one. */
  step(direction: 'undo' | 'redo', selection: RelativeSelection): boolean;
}

/** Whether the manager will add the next change to its last step, by its own rule. */
const joinsLast = ({ lastChange, captureTimeout, undoStack }: Y.UndoManager): boolean =>
  lastChange > 0 && undoStack.length > 0 && Date.now() - lastChange < captureTimeout;

/**
 * Undo and redo of the origin's own changes (rule B8). `restore` is called after an undo or redo with the selection
 * as it was before the change.
 */
export function createHistory(
  text: Y.Text,
  origin: object,
  captureTimeout: number,
  restore: (selection: RelativeSelection) => void,
): TextHistory {
  const manager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout });
  let selection: RelativeSelection | null = null;
  let composition: unknown;
  manager.on('stack-item-added', ({ stackItem }) => {
    if (selection !== null) stackItem.meta.set(SELECTION, selection);
  });
  manager.on('stack-item-popped', ({ stackItem }) => {
    const kept = stackItem.meta.get(SELECTION) as RelativeSelection | undefined;
    if (kept !== undefined) restore(kept);
  });
  return {
    manager,
    capture(change, write) {
      const sameComposition = change.composition !== undefined && change.composition === composition;
      if (change.apart || change.composition !== composition) manager.stopCapturing();
      composition = change.composition;
      manager.captureTimeout = sameComposition ? Number.POSITIVE_INFINITY : captureTimeout;
      selection = joinsLast(manager) ? null : change.selection();
      write();
      manager.captureTimeout = captureTimeout;
      if (change.apart) manager.stopCapturing();
    },
    step(direction, current) {
      selection = current;
      return (direction === 'undo' ? manager.undo() : manager.redo()) !== null;
    },
  };
}
