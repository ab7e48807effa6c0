import type { Node } from '@tiptap/pm/model';
import { toPosition } from '../../../shared/text/mapping.ts';
import { shapeOf } from '../binding/tokens.ts';
import type { OtherPerson } from '../connection/connection.ts';
import type { Cursor, Stage } from './presence-plugin.ts';

/** Until when after its last movement a caret shows its flag, and until when it is not dimmed, in ms. */
const FLAG = 4_500;
const BRIGHT = 17_000;

const stageOf = (still: number): Stage => (still < FLAG ? 'moving' : still < BRIGHT ? 'still' : 'idle');

/**
 * The cursors of others in an editor document. Whoever has no caret in the text has none here. `now`: milliseconds by
 * this device's clock.
 */
export function cursorsOf(doc: Node, others: readonly OtherPerson[], now: number): Cursor[] {
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
            stage: stageOf(now - person.movedAt),
            anchor: toPosition(shape, caret.anchor),
            head: toPosition(shape, caret.head),
          },
        ],
  );
}
