import { initProseMirrorDoc, ySyncPlugin } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { bindText } from '../../client/editor/binding/bind-text.ts';
import { bringInLine } from '../../client/editor/binding/bring-in-line.ts';
import { documentOf } from '../../client/editor/binding/document.ts';
import { readChanges } from '../../client/editor/binding/read-changes.ts';
import { textSchema } from '../../client/editor/schema/extensions.ts';
import type { ParagraphId } from '../../shared/model/ids.ts';
import { insertParagraphs } from '../../shared/text/write.ts';
import { createHost, type Host } from '../client/editor/host.ts';
import { createRandom } from '../sim/random.ts';
import { xmlSchema, xmlText } from './binding-comparison/xml.ts';

/** One key typed by somebody else, and one typed here, in a long text: our binding against reading the whole text. */
export const name = 'binding: one key in a long text';

const KEYS = 200;
const schema = textSchema();

/** A long text as it is after some days: in runs of marks, and cut up by many small edits. */
function longText(paragraphs: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = doc.getText('text');
  const words = 'the parties note with concern the rate of change and decide to meet again '.repeat(6);
  insertParagraphs(
    text,
    0,
    Array.from({ length: paragraphs }, (_, k) => ({
      id: `p${k}` as ParagraphId,
      kind: 'operative' as const,
      level: 0,
      dir: 'auto' as const,
      from: [],
      pinned: null,
      runs: [{ text: words }, { text: 'Requests', italic: true as const }, { text: words }],
    })),
  );
  typeAt(doc, text, paragraphs * 4, createRandom(1));
  return doc;
}

/** Types single characters all over a text; answers the update of each. */
function typeAt(
  doc: Y.Doc,
  text: Y.Text,
  keys: number,
  random: ReturnType<typeof createRandom>,
): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', keep);
  for (let key = 0; key < keys; key++) text.insert(2 + random.below(text.length - 4), 'x');
  doc.off('update', keep);
  return updates;
}

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

/** Microseconds a call: the median, since a busy machine disturbs some calls and not the others. */
function perCall(calls: number, run: (call: number) => void): number {
  const times = Array.from({ length: calls }, (_, call) => {
    const start = performance.now();
    run(call);
    return (performance.now() - start) * 1000;
  });
  return times.sort((a, b) => a - b)[calls >> 1] ?? 0;
}

/** What one key by somebody else costs, above what Yjs itself needs. */
function elsewhere(start: Y.Doc, keys: readonly Uint8Array[], watch: (doc: Y.Doc) => void): number {
  const apply = (doc: Y.Doc): number =>
    perCall(keys.length, (key) => Y.applyUpdate(doc, keys[key] as Uint8Array, 'remote'));
  const plain = apply(copyOf(start));
  const watched = copyOf(start);
  watch(watched);
  return Math.max(0, apply(watched) - plain);
}

const bound = (doc: Y.Doc): Host => {
  const text = doc.getText('text');
  return createHost(documentOf(text, schema), [bindText(text, { newId: () => 'n' })]);
};

/** Types here, in the middle of random paragraphs. */
function here(host: Host): number {
  const random = createRandom(3);
  return perCall(KEYS, () => {
    const { state } = host;
    const k = random.below(state.doc.childCount);
    let start = 0;
    for (let i = 0; i < k; i++) start += state.doc.child(i).nodeSize;
    host.dispatch(state.tr.insertText('y', start + 20));
  });
}

export function run(print: (line: string) => void): void {
  const cell = (value: number): string => value.toFixed(0).padStart(9);
  print('microseconds a key              300 par.   1000 par.   times ours');
  const rows: Record<string, number[]> = {};
  const add = (row: string, value: number): void => {
    rows[row] = [...(rows[row] ?? []), value];
  };
  for (const paragraphs of [300, 1000]) {
    const start = longText(paragraphs);
    const writer = copyOf(start);
    const keys = typeAt(writer, writer.getText('text'), KEYS, createRandom(2));
    const cost = (watch: (doc: Y.Doc) => void): number => elsewhere(start, keys, watch);
    cost((doc) => void bound(doc));
    add(
      'there: quick path (ours)',
      cost((doc) => void bound(doc)),
    );
    add(
      'there: one walk (ours)',
      cost((doc) => {
        const text = doc.getText('text');
        text.observeDeep((_, transaction) => void readChanges(text, transaction, []));
      }),
    );
    add(
      'there: event.delta alone',
      cost((doc) => doc.getText('text').observe((event) => void event.delta)),
    );
    add(
      'there: toDelta and compare',
      cost((doc) => {
        const text = doc.getText('text');
        const host = createHost(documentOf(text, schema), []);
        text.observe(() => {
          text.toDelta();
          const { tr } = host.state;
          bringInLine(tr, text);
          host.dispatch(tr);
        });
      }),
    );
    add('here: ours', here(bound(copyOf(start))));
    const xml = xmlText(documentOf(start.getText('text'), schema));
    const fragment = xml.getXmlFragment('text');
    const { doc, mapping } = initProseMirrorDoc(fragment, xmlSchema());
    add('here: y-tiptap', here(createHost(doc, [ySyncPlugin(fragment, { mapping })])));
  }
  for (const [row, [short = 0, long = 0]] of Object.entries(rows)) {
    const [, ours = 1] = rows[row.startsWith('here') ? 'here: ours' : 'there: quick path (ours)'] as number[];
    print(`${row.padEnd(30)}${cell(short)}   ${cell(long)}   ${(long / ours).toFixed(1).padStart(8)}`);
  }
}
