import { afterAll, beforeAll } from 'vitest';
import { createLine, type Line } from './line.ts';
import { type OnProduct, onProduct } from './on-product.ts';

/** A product, a browser, and a line between them that can be cut, for the stories of the file that calls it. */
export function onWeakLine(): OnProduct & { line: Line } {
  const shared = onProduct() as OnProduct & { line: Line };
  beforeAll(async () => {
    shared.line = await createLine(shared.product.port);
  });
  afterAll(async () => {
    await shared.line?.close();
  });
  return shared;
}
