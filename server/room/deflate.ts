import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { Deflate } from './packed-state.ts';

const inThreadPool = promisify(deflateRaw);

/** Node's own, in its thread pool: the room goes on meanwhile. `report` is told when it failed. */
export const systemDeflate =
  (report: (error: unknown) => void): Deflate =>
  async (bytes) => {
    try {
      return await inThreadPool(bytes);
    } catch (error) {
      report(error);
      return null;
    }
  };
