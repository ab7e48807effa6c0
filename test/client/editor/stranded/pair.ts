import { type Command, TextSelection } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { bindText } from '../../../../client/editor/binding/bind-text.ts';
import { documentOf } from '../../../../client/editor/binding/document.ts';
import { labelsPlugin } from '../../../../client/editor/labels/labels-plugin.ts';
import { textSchema } from '../../../../client/editor/schema/extensions.ts';
import type { StrandedWords } from '../../../../client/editor/stranded/stranded-plugin.ts';
import { strandedIn, strandedPlugin } from '../../../../client/editor/stranded/stranded-plugin.ts';
import { at } from '../editor-doc.ts';
import { createHost, type Host } from '../host.ts';
import { type Sketched, sketch } from '../sketch.ts';

/** One person who is told of stranded words, and another who knows the same text. */
export interface Away {
  readonly mine: Sketched['doc'];
  readonly host: Host;
  readonly other: Sketched;
  /** Types into paragraph `number` (from 0) before its character `offset`; negative offsets count from behind its end. */
  type(number: number, offset: number, words: string): void;
  told(): readonly StrandedWords[];
  run(command: Command): boolean;
  /** Without lineage: `A plain: words`. */
  lines(): string[];
}

export function away(lines: readonly string[]): Away {
  // The text is somebody else's: only what is typed here is one's own.
  const seed = sketch(lines);
  seed.host.destroy();
  const doc = new Y.Doc();
  // Fixed, since Yjs orders what stands at one place by them.
  doc.clientID = 2;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(seed.doc));
  const text = doc.getText('text');
  let ids = 0;
  const binding = bindText(text, { newId: () => `n${++ids}`, captureTimeout: 500 });
  const plugins = [binding, labelsPlugin(null), strandedPlugin(text)];
  const host = createHost(documentOf(text, textSchema()), plugins);
  const other = sketch(lines, doc);
  other.doc.clientID = 3;
  return {
    mine: doc,
    host,
    other,
    type(number, offset, words) {
      const size = host.state.doc.child(number).content.size;
      const place = at(host.state.doc, number, offset < 0 ? size + 1 + offset : offset);
      const { tr } = host.state;
      host.dispatch(tr.setSelection(TextSelection.create(tr.doc, place)).insertText(words));
    },
    told: () => strandedIn(host.state)?.words.get() ?? [],
    run: (command) => command(host.state, host.dispatch),
    lines: () =>
      host.state.doc.children.map(({ attrs, textContent }) => `${attrs.id} ${attrs.kind}: ${textContent}`),
  };
}
