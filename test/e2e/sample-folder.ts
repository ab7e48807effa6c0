import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_FOLDER, startProduct } from './product.ts';

/** Has the product make its sample once, before all stories, each of which begins on a copy. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'sounding-board-sample-'));
  await (await startProduct({ DATA_DIR: folder })).stop();
  process.env[SAMPLE_FOLDER] = folder;
  return () => {
    delete process.env[SAMPLE_FOLDER];
    rmSync(folder, { recursive: true, force: true });
  };
}
