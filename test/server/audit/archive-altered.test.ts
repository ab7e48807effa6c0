import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { SealedArchive } from '../../../shared/model/archive.ts';
import { LONG } from '../../seeded.ts';
import { altered, chosen, type Json, namesAt, resealed } from './altered-archive.ts';
import { type ArchiveStage, createArchiveStage, findings } from './archive-stage.ts';

let stage: ArchiveStage;
let id: ArchiveStage['id'];
let bytes: ArchiveStage['bytes'];
let read: ArchiveStage['read'];
beforeAll(async () => {
  stage = await createArchiveStage();
  ({ id, bytes, read } = stage);
}, 30_000);
afterAll(() => stage.harness.close());

describe('an archive', () => {
  it('V142: names any byte that was flipped', () => {
    const SEED = 20_261_122;
    let seed = SEED;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    const runs = LONG ? 5_000 : 200;
    for (let run = 0; run < runs; run += 1) {
      const copy = Buffer.from(bytes);
      const at = random(copy.length);
      copy[at] = (copy[at] as number) ^ (1 << random(8));
      const found = findings(copy);
      expect(found?.length, `byte ${at} in run ${run} of seed ${SEED}`).toBeGreaterThan(0);
    }
  }, 240_000);

  it('V142: names a byte left out, put in or cut off', () => {
    for (let at = 0; at < bytes.length; at += LONG ? 101 : 4_001) {
      const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      const within = Buffer.concat([bytes.subarray(0, at), Buffer.from(' '), bytes.subarray(at)]);
      for (const copy of [without, within, bytes.subarray(0, at)])
        expect(findings(copy)?.length, `byte ${at}`).toBeGreaterThan(0);
    }
    expect(findings(Buffer.concat([bytes, Buffer.from('\n')]))).toEqual([
      `byte ${bytes.length} was altered, or one shortly before it: something stands behind the end`,
    ]);
  }, 240_000);

  it('V143: names every field that was altered, sealed again or not', () => {
    const file = read();
    const unsealed: string[] = [];
    const named = (found: readonly string[] | null, path: readonly (string | number)[]): boolean =>
      namesAt(file, path).some((name) => found?.some((line) => line.includes(name)));
    for (const path of chosen(file)) {
      const copy = altered(file, path);
      const naive = findings(Buffer.from(canonicalJson(copy)));
      expect(naive?.length, path.join('.')).toBeGreaterThan(0);
      if (path[0] === 'seal') continue;
      expect(named(naive, path), `${path.join('.')}: ${naive}`).toBe(true);
      const sealed = findings(resealed(copy));
      if (sealed?.length === 0) unsealed.push(path.join('.').replace(/\d+/g, 'n'));
      else expect(named(sealed, path), `${path.join('.')}, sealed again: ${sealed}`).toBe(true);
    }
    // What no audit entry records: the archive's own digest alone guards it.
    expect([...new Set(unsealed)].sort()).toEqual(['archive.madeAt', 'archive.seenBy']);
  }, 240_000);

  it('V143: names a row that was removed, added or moved, sealed again or not', () => {
    const lists = [
      ['register', 'entries'],
      ['audit', 'entries'],
      ['versions'],
      ['participants'],
      ['withheld', 'rows'],
      ['shownInPart', 'rows'],
    ] as const;
    const listOf = (file: SealedArchive, path: readonly string[]): Json[] => {
      let value = file.archive as unknown as Json;
      for (const key of path) value = (value as Record<string, Json>)[key] as Json;
      return value as Json[];
    };
    const placesIn = (length: number): number[] =>
      [...Array(length).keys()].filter((k) => LONG || [0, length >> 1, length - 1].includes(k));
    for (const path of lists)
      for (const at of placesIn(listOf(read(), path).length)) {
        const [removed, added, moved] = [read(), read(), read()];
        listOf(removed, path).splice(at, 1);
        const list = listOf(added, path);
        list.splice(at, 0, structuredClone(list[at] as Json));
        const order = listOf(moved, path);
        order.splice(at, 0, ...order.splice(at + 1, 1));
        for (const copy of [
          removed,
          added,
          ...(canonicalJson(moved) === canonicalJson(read()) ? [] : [moved]),
        ]) {
          expect(findings(Buffer.from(canonicalJson(copy)))?.length, `${path} ${at}`).toBeGreaterThan(0);
          if (copy === moved && ['participants', 'withheld', 'shownInPart'].includes(path[0])) continue;
          expect(findings(resealed(copy))?.length, `${path} ${at}, sealed again`).toBeGreaterThan(0);
        }
      }
  }, 240_000);

  it('V144: what nobody recorded is named: a forged row, an adoption of a version that is not there', () => {
    const forged = read();
    const [first] = forged.archive.register.entries;
    (forged.archive.register.entries as unknown[]).push({ ...first, id: 'forged', seq: 999 });
    expect(findings(resealed(forged))?.join('\n')).toMatch(
      /carriage forged@1 of document \S+ is not recorded/,
    );
    const without = read();
    const gone = (without.archive.versions as unknown[]).pop() as { id: string };
    expect(findings(resealed(without))?.join('\n')).toMatch(
      new RegExp(`adoption ${id} of document ${id} speaks of version ${gone.id}, which is not there`),
    );
  });
});
