import { getSchema } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import {
  absolutePositionToRelativePosition,
  initProseMirrorDoc,
  type ProsemirrorBinding,
  prosemirrorToYXmlFragment,
  relativePositionToAbsolutePosition,
  ySyncPlugin,
  ySyncPluginKey,
} from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { textExtensions } from '../../../client/editor/schema/extensions.ts';
import { Paragraph } from '../../../client/editor/schema/paragraph.ts';
import { createHost } from '../../client/editor/host.ts';
import { NETWORK } from '../../sim/binding/network.ts';
import type { Binding } from './script.ts';

/** Only attributes that y-tiptap compares by value: with lists it would replace every paragraph at every change. */
const PlainParagraph = Paragraph.extend({
  addAttributes: () => ({ kind: { default: 'plain' }, level: { default: 0 } }),
});

export const xmlSchema = (): Schema =>
  getSchema(textExtensions.map((extension) => (extension.name === 'paragraph' ? PlainParagraph : extension)));

/** A document as y-tiptap keeps it. */
export function xmlText(document: Node): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  prosemirrorToYXmlFragment(document, doc.getXmlFragment('text'));
  return doc;
}

/** The usual binding: y-tiptap on its XML fragment. */
export const xmlFragment: Binding = (paragraphs, count) => {
  const schema = xmlSchema();
  const first = xmlText(
    schema.node(
      'doc',
      null,
      paragraphs.map((text) => schema.node('paragraph', null, [schema.text(text)])),
    ),
  );
  return Array.from({ length: count }, (_, number) => {
    const doc = new Y.Doc();
    doc.clientID = 10 + number;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(first), NETWORK);
    const fragment = doc.getXmlFragment('text');
    const { doc: start, mapping } = initProseMirrorDoc(fragment, schema);
    const host = createHost(start, [ySyncPlugin(fragment, { mapping })]);
    const binding = (): ProsemirrorBinding => ySyncPluginKey.getState(host.state).binding;
    return {
      doc,
      host,
      remember(from, to) {
        const [a, b] = [from, to].map((place) =>
          absolutePositionToRelativePosition(place, fragment, binding().mapping),
        );
        return [
          () => relativePositionToAbsolutePosition(doc, fragment, a, binding().mapping),
          () => relativePositionToAbsolutePosition(doc, fragment, b, binding().mapping),
        ];
      },
      destroy() {
        host.destroy();
        doc.destroy();
      },
    };
  });
};
