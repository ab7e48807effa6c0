import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';

/** What the stories of a file share. There from the first story on. */
export interface OnProduct {
  product: Product;
  browser: Browser;
}

/** How long a product may take that has to be built first, in milliseconds. */
const BUILD_AND_START = 180_000;

/** A product and a browser for the stories of the file that calls it. */
export function onProduct(): OnProduct {
  const shared = {} as OnProduct;
  beforeAll(async () => {
    [shared.product, shared.browser] = await Promise.all([startProduct(), launchBrowser()]);
  }, BUILD_AND_START);
  afterAll(async () => {
    await shared.product?.stop();
  });
  return shared;
}
