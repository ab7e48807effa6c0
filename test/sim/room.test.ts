import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createAuthorship } from '../../server/room/authorship.ts';
import { SEED, seeds } from '../seeded.ts';
import { DOC } from '../server/room/cast.ts';
import { type Outcome, runRoom } from './room/run.ts';

const STEPS = 1_000;
const SEEDS = seeds(40, 2_000);
const TIME = SEEDS * 5_000;

const print = (doc: Y.Doc): string => JSON.stringify(doc.getText('text').toDelta());

/** Rule R4: every device shows what the server shows, and nothing waits anywhere. */
async function checkConvergence({ stage, devices }: Outcome): Promise<string> {
  const server = await stage.rooms.clone(DOC);
  for (const { name, doc } of devices) {
    expect(print(doc), name).toBe(print(server));
    expect([doc.store.pendingStructs, doc.store.pendingDs], name).toEqual([null, null]);
  }
  return print(server);
}

/** Rules R3, R5: the log alone gives the same text, entry by entry, without a gap. */
function checkReplay({ log }: Outcome, shown: string): void {
  const replay = new Y.Doc();
  for (const { update } of log.rows) {
    Y.applyUpdate(replay, update);
    expect([replay.store.pendingStructs, replay.store.pendingDs]).toEqual([null, null]);
  }
  expect(print(replay)).toBe(shown);
}

/** Rule R21, and that no character is lost or doubled, against the ledger. */
async function checkAttribution({
  log,
  ledger,
  stage,
}: Outcome): Promise<{ words: number; deleted: number }> {
  const { paragraphs, deletions } = await createAuthorship(log).authorship(DOC);
  const live = new Map<string, string>();
  for (const { runs } of paragraphs)
    for (const { text, by } of runs)
      for (const character of text) {
        expect(live.has(character), `${character} stands twice`).toBe(false);
        live.set(character, by);
      }
  const gone = new Map<string, { readonly by: string; readonly of: string }>();
  for (const { text, by, of } of deletions)
    for (const character of text) {
      expect(gone.has(character) || live.has(character), `${character} was deleted twice`).toBe(false);
      gone.set(character, { by, of });
    }
  for (const [character, inserter] of ledger.insertedBy) {
    const who = inserter.toLowerCase();
    const deleters = [...(ledger.deletedBy.get(character) ?? [])].map((name) => name.toLowerCase());
    const deletion = gone.get(character);
    if (live.has(character)) {
      expect(live.get(character)).toBe(who);
      expect(deleters).toEqual([]);
    } else if (deletion !== undefined) {
      expect(deletion.of).toBe(who);
      expect(deleters).toContain(deletion.by);
    }
    // Only who typed something and took it back before anybody could see it leaves no trace.
    else expect(deleters, `${character} is lost`).toEqual([who]);
  }
  expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe([...live.keys()].join(''));
  return { words: live.size, deleted: gone.size };
}

describe(`rooms of six writers and a reader, ${STEPS} steps`, () => {
  it(
    `R3–R12, R21: ${SEEDS} seeds from ${SEED}`,
    async () => {
      const sum = { drops: 0, restarts: 0, failures: 0, words: 0, deleted: 0, updates: 0 };
      for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
        try {
          const outcome = await runRoom(seed, STEPS);
          const shown = await checkConvergence(outcome);
          checkReplay(outcome, shown);
          const { words, deleted } = await checkAttribution(outcome);
          for (const key of ['drops', 'restarts', 'failures'] as const) sum[key] += outcome.counts[key];
          sum.words += words;
          sum.deleted += deleted;
          sum.updates += outcome.log.rows.length;
          const unexpected = outcome.stage.reports.filter(
            ({ what }) => what !== 'updates could not be stored',
          );
          expect(unexpected).toEqual([]);
        } catch (error) {
          throw new Error(`seed ${seed} (SEED=${seed} npx vitest run --project sim test/sim/room)`, {
            cause: error,
          });
        }
      }
      console.log(`room simulation: ${SEEDS} seeds, ${JSON.stringify(sum)}`);
    },
    TIME,
  );
});
