import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readsPacked, unpackState } from '../../../../client/editor/connection/packed-state.ts';
import { type Counters, createCounters } from '../../../../server/ports/counters.ts';
import type { Deflate } from '../../../../server/room/packed-state.ts';
import { counting, linesOf, open, openHouse, saved, until, untilLines, write } from './house.ts';

const LONG = 'Recalling all relevant resolutions of the Assembly. '.repeat(600);

function textOf(words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('text').insert(0, words);
  return doc;
}

describe('unpacking', () => {
  it('R63: gives the update that was packed', async () => {
    const doc = textOf('Café, سلام, 👩‍👩‍👧');
    doc.getText('text').delete(0, 3);
    const packed = deflateRawSync(Y.encodeStateAsUpdateV2(doc));
    expect(readsPacked()).toBe(true);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, await unpackState(packed));
    expect(copy.getText('text').toString()).toBe('é, سلام, 👩‍👩‍👧');
    expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))).toBe(true);
  });

  it('R63: refuses what is no deflate, what is cut off, and what is no update', async () => {
    const packed = deflateRawSync(Y.encodeStateAsUpdateV2(textOf(LONG)));
    await expect(unpackState(new Uint8Array([255, 255, 255]))).rejects.toThrow();
    await expect(unpackState(packed.subarray(0, packed.length - 5))).rejects.toThrow();
    await expect(unpackState(deflateRawSync(new Uint8Array([9, 9, 9])))).rejects.toThrow();
  });

  it('R63: stops at a bound, however far it would inflate', async () => {
    const bomb = deflateRawSync(new Uint8Array(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    await expect(unpackState(bomb, 1_000_000)).rejects.toThrow('too large');
  });
});

/** A house with a long text, in which one guest has been, so that the next is sent the packed form. */
async function longHouse(deflate?: Deflate) {
  const counters: Counters = createCounters();
  let packed = (): void => undefined;
  const isPacked = new Promise<void>((resolve) => {
    packed = resolve;
  });
  const make: Deflate = deflate ?? (async (bytes) => deflateRawSync(bytes));
  const house = await openHouse(
    {},
    {
      counters,
      deflate: async (bytes) => {
        const made = await make(bytes);
        packed();
        return made;
      },
    },
  );
  const kenya = open(house, 'Kenya');
  await saved(kenya);
  write(kenya, LONG);
  await saved(kenya);
  const first = open(house, 'Norway');
  await saved(first);
  await isPacked;
  return { house, kenya, first, counters };
}

describe('a newcomer on a real line', () => {
  it('R63: is brought up to date by the packed form, with few bytes, and hears what is written then', async () => {
    const { house, kenya, first, counters } = await longHouse();
    const bytes = { sent: 0, received: 0 };
    const chile = open(house, 'Chile', undefined, { webSocket: counting('Chile', bytes) });
    await saved(chile);
    expect(linesOf(chile)).toEqual([LONG]);
    expect(counters.joinsWithPackedState).toBe(1);
    expect(bytes.received).toBeLessThan(LONG.length / 4);
    write(kenya, 'One more.');
    await untilLines(chile, [`${LONG}One more.`]);
    write(chile, 'And one.');
    await untilLines(kenya, [`${LONG}One more.And one.`]);
    await Promise.all([kenya, first, chile].map((one) => one.close()));
    await house.close();
  });

  it('R63: keeps on the device what it was sent packed, and is shown it without a line', async () => {
    const { house, kenya, first } = await longHouse();
    const { IDBFactory } = await import('fake-indexeddb');
    const device = new IDBFactory();
    const chile = open(house, 'Chile', device);
    await saved(chile);
    await chile.close();
    await Promise.all([kenya, first].map((one) => one.close()));
    await house.cut();
    const again = open(house, 'Chile', device);
    await until(again.live, (live) => live !== null);
    expect(linesOf(again)).toEqual([LONG]);
    await again.close();
    await house.restore();
    await house.close();
  });

  it('R63: asks for the plain form when the packed one cannot be read', async () => {
    const { house, kenya, first, counters } = await longHouse(async () => new Uint8Array([255, 1, 2]));
    const chile = open(house, 'Chile');
    await saved(chile);
    expect(linesOf(chile)).toEqual([LONG]);
    expect(counters.joinsWithPackedState).toBe(1);
    write(chile, 'One more.');
    await untilLines(kenya, [`${LONG}One more.`]);
    await Promise.all([kenya, first, chile].map((one) => one.close()));
    await house.close();
  });
});
