import { IDBFactory } from 'fake-indexeddb';
import type { Beat } from '../../../client/editor/connection/beat.ts';
import type { Connection } from '../../../client/editor/connection/connection.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { createMarker } from '../../../shared/text/marker.ts';
import { linesOf, open, openHouse, until } from '../../client/editor/connection/house.ts';
import type { Random } from '../random.ts';
import { directLines } from './direct-socket.ts';

const PEOPLE = ['Kenya', 'Chile', 'Norway'] as const;

/** What a run ended with. */
export interface Outcome {
  /** Words that were written, each unique. */
  readonly written: readonly string[];
  /** The durable text, joined. */
  readonly text: string;
  /** Text shown to each person at the end, joined. */
  readonly shown: readonly string[];
  /** Unacknowledged changes and kept words that a fresh start on each device finds. */
  readonly left: number;
  /** How often words were taken out of the text and put back. */
  readonly putBack: number;
}

/** A few turns of the event loop, so that work is caught at every stage of its way. */
const turns = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Shows what came in a few turns later, as frames of a page do, with everything that came meanwhile. */
function lateBeat(random: Random): Beat {
  const waiting = new Set<() => void>();
  return {
    soon: (act) => {
      const idle = waiting.size === 0;
      waiting.add(act);
      if (idle)
        void turns(random.below(6)).then(() => {
          const due = [...waiting];
          waiting.clear();
          for (const one of due) one();
        });
    },
    stop: () => waiting.clear(),
  };
}

/**
 * Three people write, lose the line, close and open the page, while the text is frozen and opened again. In the
 * end the line is back, the text open, and everything kept is put back: no word may be missing or doubled.
 */
export async function run(random: Random, steps: number): Promise<Outcome> {
  const house = await openHouse();
  const lines = directLines(house);
  const devices = new Map<string, IDBFactory>(PEOPLE.map((name) => [name, new IDBFactory()]));
  const enter = (name: string): Connection =>
    open(house, name, devices.get(name), { webSocket: lines.socketOf(name), beat: lateBeat(random) });
  const connections = new Map<string, Connection>(PEOPLE.map((name) => [name, enter(name)]));
  const written: string[] = [];
  let putBack = 0;
  let paragraphs = 0;

  const writeSomewhere = (connection: Connection): void => {
    const live = connection.live.get();
    if (live === null || !connection.editable.get()) return;
    // Only where a word has ended, so that words stay whole.
    const ends = [...live.text.toString()].flatMap((character, i) => (character === '.' ? [i] : []));
    const markers = live.text
      .toDelta()
      .filter((part: { insert: unknown }) => typeof part.insert !== 'string');
    const places = [live.text.length, ...(markers.length === 1 ? ends.map((end) => end + 2) : [])];
    const at = random.pick(places);
    live.doc.transact(() => {
      if (random.chance(0.1)) {
        paragraphs += 1;
        const id = `${connection.permissions.get()?.participant?.id}-${paragraphs}` as ParagraphId;
        const head = { id, kind: 'plain', level: 0, dir: 'auto', from: [], pinned: null } as const;
        live.text.insertEmbed(at, createMarker(head));
      } else {
        const word = `w${written.length}.`;
        written.push(word);
        live.text.insert(at, word);
      }
    }, 'editor');
  };
  const reopen = async (name: string): Promise<void> => {
    await connections.get(name)?.close();
    connections.set(name, enter(name));
  };
  const restoreKept = async (connection: Connection): Promise<void> => {
    for (const { id } of connection.kept.get()) {
      const result = await connection.putBack(id);
      if (result.ok) putBack += 1;
    }
  };

  for (let step = 0; step < steps; step += 1) {
    const name = random.pick(PEOPLE);
    const connection = connections.get(name) as Connection;
    const act = random.below(20);
    if (act < 11) writeSomewhere(connection);
    else if (act < 13) {
      lines.cut.add(name);
      lines.drop(name);
    } else if (act < 15) {
      lines.cut.delete(name);
      connection.reconnect();
    } else if (act < 16) await reopen(name);
    else if (act < 18) house.setPhase(random.chance(0.4) ? 'consultation' : 'negotiation');
    else await restoreKept(connection);
    await turns(random.below(12));
  }

  house.setPhase('negotiation');
  lines.cut.clear();
  for (;;) {
    await Promise.all(
      [...connections.values()].map(async (connection) => {
        connection.reconnect();
        await until(connection.state, (state) => state.kind === 'saved');
        await restoreKept(connection);
        await until(connection.state, (state) => state.kind === 'saved');
      }),
    );
    if ([...connections.values()].every((connection) => connection.kept.get().length === 0)) break;
  }
  const text = (await house.lines()).join('');
  for (const connection of connections.values())
    for (let tries = 0; tries < 1_000 && linesOf(connection).join('') !== text; tries += 1) await turns(1);
  const shown = [...connections.values()].map((connection) => linesOf(connection).join(''));

  let left = 0;
  for (const name of PEOPLE) {
    await connections.get(name)?.close();
    lines.cut.add(name);
    const again = enter(name);
    await until(again.live, (live) => live !== null);
    left += again.unsentWords().length + again.kept.get().length;
    await again.close();
  }
  await house.close();
  return { written, text, shown, left, putBack };
}
