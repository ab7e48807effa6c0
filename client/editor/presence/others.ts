import type { Node } from '@tiptap/pm/model';
import { toPosition } from '../../../shared/text/mapping.ts';
import { shapeOf } from '../binding/tokens.ts';
import type { OtherPerson } from '../connection/connection.ts';
import type { Cursor } from './presence-plugin.ts';

/** The cursors of others in an editor document. Whoever has no caret in the text has none here. */
export function cursorsOf(doc: Node, others: readonly OtherPerson[]): Cursor[] {
  const shape = shapeOf(doc);
  return others.flatMap(({ caret, ...person }) =>
    caret === null
      ? []
      : [
          {
            clientId: person.clientId,
            name: person.name,
            delegation: person.delegation,
            color: person.color,
            movedAt: person.movedAt,
            anchor: toPosition(shape, caret.anchor),
            head: toPosition(shape, caret.head),
          },
        ],
  );
}
