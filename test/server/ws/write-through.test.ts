import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { lineOf, writeThrough } from '../../../server/ws/write-through.ts';

const opened: { destroy(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.destroy();
});

function writerOf(socket: Socket): (bytes: Buffer) => void {
  const line = lineOf(socket);
  return (bytes) => writeThrough(line, bytes);
}

/** The server's end of a connection, and the other end, which reads nothing until it is asked to. */
async function pair(): Promise<{ readonly near: Socket; readonly far: Socket }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const far = connect(port, '127.0.0.1');
  far.pause();
  const [near] = (await once(server, 'connection')) as [Socket];
  near.on('error', () => undefined);
  far.on('error', () => undefined);
  opened.push(near, far, { destroy: () => server.close() });
  return { near, far };
}

/** All that comes until the near end has ended. */
async function allOf(far: Socket): Promise<Buffer> {
  const pieces: Buffer[] = [];
  far.on('data', (piece: Buffer) => pieces.push(piece));
  far.resume();
  await once(far, 'end');
  return Buffer.concat(pieces);
}

/** Pieces of which each byte tells its place. */
const piecesOf = (count: number, size: number): Buffer[] =>
  Array.from({ length: count }, (_, k) => Buffer.alloc(size, k));

describe('R74: writing past the stream', () => {
  it('keeps no book where the system takes all at once', async () => {
    const { near, far } = await pair();
    const write = writerOf(near);
    for (const piece of piecesOf(3, 10)) write(piece);
    expect([near.writableLength, near.bytesWritten]).toEqual([0, 0]);
    near.end();
    expect(await allOf(far)).toEqual(Buffer.concat(piecesOf(3, 10)));
  });

  it('what a full network does not take waits in the stream, in order with what comes by either way', async () => {
    const { near, far } = await pair();
    const write = writerOf(near);
    const pieces = piecesOf(200, 100_000);
    for (const [k, piece] of pieces.entries()) {
      if (k % 3 === 0) near.write(piece);
      else write(piece);
    }
    expect(near.writableLength).toBeGreaterThan(0);
    near.end();
    expect((await allOf(far)).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('goes on past the stream once the stream is empty again', async () => {
    const { near, far } = await pair();
    const write = writerOf(near);
    const all = allOf(far);
    write(Buffer.alloc(20_000_000, 1));
    expect(near.writableLength).toBeGreaterThan(0);
    await once(near, 'drain');
    const booked = near.bytesWritten;
    write(Buffer.from('end'));
    expect(near.bytesWritten).toBe(booked);
    near.end();
    expect((await all).subarray(-3).toString()).toBe('end');
  });

  it('a socket that is gone gets nothing, nor does the next one with its number', async () => {
    const first = await pair();
    const write = writerOf(first.near);
    first.near.destroy();
    const second = await pair();
    expect(() => write(Buffer.from('for the first'))).not.toThrow();
    second.near.end('for the second');
    expect((await allOf(second.far)).toString()).toBe('for the second');
  });

  it('leaves errors to the stream', async () => {
    const { near, far } = await pair();
    const write = writerOf(near);
    const gone = new Promise((resolve) => near.on('close', resolve));
    far.resetAndDestroy();
    near.resume();
    await gone;
    expect(() => write(Buffer.from('late'))).not.toThrow();
  });

  it('uses the stream where there is no number', () => {
    const stream = new PassThrough();
    writerOf(stream as unknown as Socket)(Buffer.from('plain'));
    expect(stream.read()?.toString()).toBe('plain');
  });
});
