import * as Y from 'yjs';
import { bindText } from '../../../client/editor/binding/bind-text.ts';
import { fromRelative, toRelative } from '../../../client/editor/binding/carets.ts';
import { documentOf } from '../../../client/editor/binding/document.ts';
import { textSchema } from '../../../client/editor/schema/extensions.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { insertParagraphs } from '../../../shared/text/write.ts';
import { createHost } from '../../client/editor/host.ts';
import { NETWORK } from '../../sim/binding/network.ts';
import type { Binding } from './script.ts';

/** Our binding: the flat text. */
export const flatText: Binding = (paragraphs, count) => {
  const schema = textSchema();
  const first = new Y.Doc();
  first.clientID = 1;
  insertParagraphs(
    first.getText('text'),
    0,
    paragraphs.map((text, k) => ({
      id: `p${k}` as ParagraphId,
      kind: 'plain',
      level: 0,
      dir: 'auto',
      from: [],
      pinned: null,
      runs: [{ text }],
    })),
  );
  let ids = 0;
  return Array.from({ length: count }, (_, number) => {
    const doc = new Y.Doc();
    doc.clientID = 10 + number;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first), NETWORK);
    const text = doc.getText('text');
    const host = createHost(documentOf(text, schema), [bindText(text, { newId: () => `n${ids++}` })]);
    return {
      doc,
      host,
      remember(from, to) {
        const start = toRelative(text, host.state.doc, from, 'right');
        const end = toRelative(text, host.state.doc, to, 'left');
        return [
          () => fromRelative(text, host.state.doc, start),
          () => fromRelative(text, host.state.doc, end),
        ];
      },
      destroy() {
        host.destroy();
        doc.destroy();
      },
    };
  });
};
