import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { createLine, type Line } from './line.ts';
import { type Product, startProduct } from './product.ts';

/** What the stories of a file share. There from the first story on. */
export interface WeakLine {
  product: Product;
  browser: Browser;
  /** Leads to the product, and can be cut. */
  line: Line;
}

/** A product, a browser, and a line between them that can be cut, for the stories of the file that calls it. */
export function onWeakLine(): WeakLine {
  const shared = {} as WeakLine;
  beforeAll(async () => {
    [shared.product, shared.browser] = await Promise.all([startProduct(), launchBrowser()]);
    shared.line = await createLine(shared.product.port);
  });
  afterAll(async () => {
    await shared.line?.close();
    await shared.product?.stop();
  });
  return shared;
}
