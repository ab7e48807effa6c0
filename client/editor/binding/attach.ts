import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { noteFormats } from '../../../shared/text/content.ts';
import { placesOf } from '../../../shared/text/places.ts';
import { applyChanges } from './apply-changes.ts';
import { bindingOf, markFromText } from './binding-state.ts';
import { bringInLine, fits } from './bring-in-line.ts';
import {
  fromRelativeSelection,
  keepSelection,
  placesOfSelection,
  type RelativeSelection,
  select,
  selectPlaces,
  toRelativeSelection,
} from './carets.ts';
import type { TextHistory } from './history.ts';
import { matchHeads } from './match.ts';
import type { Pending } from './pending.ts';
import { readChanges } from './read-changes.ts';
import { applyTyping } from './typed-elsewhere.ts';
import { writeEdits } from './write-edits.ts';
import { editsOf, marksBefore } from './write-pending.ts';

/** What the binding needs of an editor: a ProseMirror view has it, and so has a test without a page. */
export interface TextHost {
  readonly state: EditorState;
  dispatch(tr: Transaction): void;
}

export interface AttachedText {
  /** Writes what the user did since the last call. */
  write(): void;
  /** Selects what was selected before a change that was just undone. */
  restore(selection: RelativeSelection): void;
  detach(): void;
}

/** Keeps a host and a text equal until detached. Nothing is written to the text while it reports a change (rule B11). */
export function attachText(
  host: TextHost,
  text: Y.Text,
  origin: object,
  history: TextHistory,
  written: WeakSet<Pending>,
): AttachedText {
  // Whether some marker has a repeated or missing id: then ids do not name paragraphs, and the quick path must wait.
  let derived = true;

  const show = (build: (tr: Transaction) => void): void => {
    const { state } = host;
    const { tr } = state;
    build(tr);
    if (!fits(tr.doc, text)) bringInLine(tr, text);
    if (!tr.docChanged) return;
    // An editor that starts empty has everything selected: left so, the first key would replace what arrives.
    if (state.doc.childCount === 0) tr.setSelection(Selection.atStart(tr.doc));
    if (state.storedMarks !== null) tr.setStoredMarks(state.storedMarks);
    host.dispatch(markFromText(tr));
  };

  const settle = (): void => {
    const places = placesOf(text).filter(({ marker }) => marker !== null);
    derived = places.some(({ head, marker }) => marker?.get('id') !== head.id);
    show((tr) =>
      matchHeads(
        tr,
        places.map(({ head }) => head),
      ),
    );
  };

  const write = (): void => {
    const pending = bindingOf(host.state)?.pending;
    if (pending == null || written.has(pending)) return;
    written.add(pending);
    const edits = editsOf(pending, host.state.doc);
    if (edits.length === 0) return;
    const structural = edits.some(
      (edit) => edit.kind === 'head' || (edit.kind === 'splice' && edit.structural),
    );
    const capture = {
      apart: structural || edits.some(({ kind }) => kind === 'format'),
      composition: pending.composition,
      selection: () => toRelativeSelection(text, pending.before, pending.selection),
    };
    history.capture(capture, () =>
      text.doc?.transact(() => writeEdits(text, edits, marksBefore(pending.before)), origin),
    );
    if (structural || !fits(host.state.doc, text)) settle();
  };

  const read = (_events: readonly unknown[], transaction: Y.Transaction): void => {
    if (transaction.origin === origin) return;
    show((tr) => {
      const { selection } = tr;
      if (!derived && applyTyping(tr, text, transaction)) {
        keepSelection(tr, selection);
        return;
      }
      const changes = readChanges(text, transaction, placesOfSelection(tr.doc, selection));
      derived = changes.structure?.derived ?? derived;
      applyChanges(tr, text, changes);
      if (tr.docChanged) selectPlaces(tr, changes.places);
    });
  };

  noteFormats(text);
  write();
  show((tr) => bringInLine(tr, text));
  settle();
  text.observeDeep(read);
  return {
    write,
    restore(selection) {
      const ends = fromRelativeSelection(text, host.state.doc, selection);
      if (ends === null) return;
      const { tr } = host.state;
      select(tr, ends.anchor, ends.head);
      host.dispatch(tr.scrollIntoView());
    },
    detach: () => text.unobserveDeep(read),
  };
}
