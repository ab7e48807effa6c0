import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentOf } from '../../../client/editor/binding/document.ts';
import { hasImplicit, shapeOf } from '../../../client/editor/binding/tokens.ts';
import { textSchema } from '../../../client/editor/schema/extensions.ts';
import { isBorder, toBorder, toIndex, toPosition } from '../../../shared/text/mapping.ts';

const schema = textSchema();

it('T5: every index stands at one place of the document, behind the token on its left, and back', () => {
  const piece = fc.oneof(fc.constant(null), fc.string({ minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const text = new Y.Doc().getText('text');
      for (const part of pieces) {
        if (part === null) text.insertEmbed(text.length, new Y.Map());
        else text.insert(text.length, part);
      }
      const doc = documentOf(text, schema);
      const shape = shapeOf(doc);
      expect(shape.length).toBe(text.length);
      for (let index = 0; index <= text.length; index++) {
        const position = toPosition(shape, index);
        const $position = doc.resolve(position);
        if (doc.childCount > 0) expect($position.depth).toBe(1);
        // Index 0 before a first marker has no place in text of its own: the nearest is behind that marker.
        const wanted = index === 0 && shape.markers[0] === 0 ? 1 : index;
        expect(toIndex(position, $position.index(0), hasImplicit(doc))).toBe(wanted);
        if (!isBorder(shape, index)) continue;
        const border = doc.resolve(toBorder(shape, index));
        expect(border.depth).toBe(0);
        expect(toIndex(border.pos, border.index(0), hasImplicit(doc))).toBe(index);
      }
    }),
  );
});
