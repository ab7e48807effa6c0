import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Connection } from '../../../../client/editor/connection/connection.ts';
import type { SaveState } from '../../../../client/editor/connection/save-state.ts';
import { saved, until, untilLines, write } from './house.ts';
import { visits } from './visits.ts';

const { house, enter } = visits();

/** What Yjs's undo makes, rarely, in texts with types inside of types: a right neighbour left of the left one. */
function misplace(connection: Connection, words: string): void {
  const { doc, text } = connection.live.get() ?? expect.fail('no text');
  const first = text._start ?? expect.fail('an empty text');
  let last = first;
  while (last.right !== null) last = last.right;
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
  const content = new Y.ContentString(words);
  doc.transact((transaction) => {
    new Y.Item(id, last, last.lastId, null, first.id, text, null, content).integrate(transaction, 0);
  }, 'editor');
}

describe('what the server cannot place', () => {
  it('R47, R81: is written anew and sent again: no word is lost, before, in it or after', async () => {
    const [kenya, chile] = [enter('Kenya', undefined, { random: () => 0 }), enter('Chile')];
    await Promise.all([saved(kenya), saved(chile)]);
    write(kenya, 'We recall');
    await saved(kenya);
    const seen = new Set<string>();
    kenya.state.subscribe(() => {
      const state: SaveState = kenya.state.get();
      seen.add(state.kind === 'refused' ? `${state.kind} ${state.reason} ${state.final}` : state.kind);
    });
    misplace(kenya, ' the outcome');
    write(kenya, ' of Tunis');
    await until(kenya.state, ({ kind }) => kind === 'refused');
    write(kenya, ', and decide');
    await until(kenya.state, ({ kind }) => kind === 'saved');
    const whole = ['We recall the outcome of Tunis, and decide'];
    await Promise.all([untilLines(chile, whole), untilLines(kenya, whole)]);
    expect(await house().lines()).toEqual(whole);
    expect(kenya.kept.get()).toEqual([]);
    expect([...seen].filter((state) => state.endsWith('true'))).toEqual([]);
  });
});
