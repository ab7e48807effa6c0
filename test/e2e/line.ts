import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/**
 * A network line between browsers and the product that a test can cut. Chromium's own offline switch leaves
 * open sockets open, so the line is cut where it can be seen: every connection is destroyed, none is accepted.
 */
export interface Line {
  readonly origin: string;
  /** Nothing passes; what was open breaks. */
  cut(): void;
  /** Pages and the API pass, the socket does not; what was open of it breaks. */
  cutSockets(): void;
  mend(): void;
  close(): Promise<void>;
}

type Passing = 'all' | 'pages' | 'nothing';

const UPGRADE = /\r\nupgrade: *websocket/i;

export async function createLine(port: number): Promise<Line> {
  let passing: Passing = 'all';
  const open = new Map<Socket, { readonly far: Socket; isSocket: boolean }>();
  const server = createServer((near) => {
    near.on('error', () => near.destroy());
    if (passing === 'nothing') {
      near.destroy();
      return;
    }
    const far = dial(port, '127.0.0.1');
    const pair = { far, isSocket: false };
    open.set(near, pair);
    far.on('error', () => near.destroy());
    far.on('close', () => near.destroy());
    near.on('close', () => {
      open.delete(near);
      far.destroy();
    });
    far.pipe(near);
    // An upgrade comes on a connection of its own, so its first bytes tell.
    near.once('data', (first: Buffer) => {
      pair.isSocket = UPGRADE.test(first.toString('latin1'));
      if (pair.isSocket && passing === 'pages') {
        near.destroy();
        return;
      }
      far.write(first);
      near.pipe(far);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (which: (pair: { isSocket: boolean }) => boolean): void => {
    for (const [near, pair] of open) if (which(pair)) near.destroy();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      passing = 'nothing';
      drop(() => true);
    },
    cutSockets: () => {
      passing = 'pages';
      drop((pair) => pair.isSocket);
    },
    mend: () => {
      passing = 'all';
    },
    close: async () => {
      drop(() => true);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
