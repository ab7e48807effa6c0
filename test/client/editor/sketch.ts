import { type Command, TextSelection } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { bindText } from '../../../client/editor/binding/bind-text.ts';
import { documentOf } from '../../../client/editor/binding/document.ts';
import { textSchema } from '../../../client/editor/schema/extensions.ts';
import { headOf } from '../../../client/editor/schema/paragraph.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { ParagraphKind } from '../../../shared/model/paragraph.ts';
import { levelFor } from '../../../shared/text/marker.ts';
import { insertParagraphs } from '../../../shared/text/write.ts';
import { createHost, type Host } from './host.ts';

/*
 * Texts as lines, to be read in a test at a glance: `A operative: two |words` is paragraph A with the caret;
 * `B item 2: [some] words` has a selection. A line that came from others ends with `< A B`.
 */

const schema = textSchema();

export interface Sketched {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly host: Host;
  /** Runs a command; answers what the command answers. */
  run(command: Command): boolean;
  /** The text as lines, with the selection. */
  lines(): string[];
}

/** An editor bound to a text sketched in lines. New paragraphs get the ids n1, n2 … */
export function sketch(lines: readonly string[], from?: Y.Doc): Sketched {
  const doc = new Y.Doc();
  // As on a server or a reload: the content is there before the text is asked for by name.
  if (from !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  const text = doc.getText('text');
  if (from === undefined) insertParagraphs(text, 0, lines.map(readLine));
  let ids = 0;
  const prefix = from === undefined ? 'n' : 'm';
  const plugin = bindText(text, { newId: () => `${prefix}${++ids}`, captureTimeout: 0 });
  const host = createHost(documentOf(text, schema), [plugin]);
  selectAsSketched(host, lines);
  return {
    doc,
    text,
    host,
    run: (command) => command(host.state, host.dispatch),
    lines: () => writeLines(host),
  };
}

/** Brings two texts to the same state, as a reconnect does. */
export function sync(a: Y.Doc, b: Y.Doc): void {
  const [forB, forA] = [
    Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)),
    Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)),
  ];
  Y.applyUpdate(b, forB, 'remote');
  Y.applyUpdate(a, forA, 'remote');
}

function readLine(line: string) {
  const [, id = '', name = '', level = '1', words = ''] =
    /^(\S+) (\w+)(?: (\d))?:(?: (.*))?$/.exec(line) ?? [];
  if (id === '') throw new Error(`not a line: ${line}`);
  const kind = name as ParagraphKind;
  const text = words.replace(/[|[\]]/g, '');
  return {
    id: id as ParagraphId,
    kind,
    level: levelFor(kind, Number(level)),
    dir: 'auto' as const,
    from: [],
    pinned: null,
    runs: text === '' ? [] : [{ text }],
  };
}

function selectAsSketched(host: Host, lines: readonly string[]): void {
  let start = 0;
  const places = new Map<string, number>();
  for (const line of lines) {
    const words = /: (.*)$/.exec(line)?.[1] ?? '';
    let offset = 0;
    for (const character of words) {
      if ('|[]'.includes(character)) places.set(character, start + 1 + offset);
      else offset += character.length;
    }
    start += offset + 2;
  }
  const anchor = places.get('[') ?? places.get('|');
  if (anchor === undefined) return;
  const head = places.get(']') ?? anchor;
  host.dispatch(host.state.tr.setSelection(TextSelection.create(host.state.doc, anchor, head)));
}

function writeLines({ state }: Host): string[] {
  const { from, to, empty } = state.selection;
  const lines: string[] = [];
  state.doc.forEach((node, start) => {
    const { id, kind, level, from: lineage } = headOf(node);
    let words = '';
    for (let offset = 0; offset <= node.content.size; offset++) {
      const place = start + 1 + offset;
      if (empty && place === from) words += '|';
      if (!empty && place === from) words += '[';
      if (!empty && place === to) words += ']';
      words += node.textContent.slice(offset, offset + 1);
    }
    const name = level > 0 ? `${kind} ${level}` : kind;
    const came = lineage.length > 0 ? ` < ${lineage.join(' ')}` : '';
    lines.push(`${id} ${name}:${words === '' ? '' : ` ${words}`}${came}`);
  });
  return lines;
}
