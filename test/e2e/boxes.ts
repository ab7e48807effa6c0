import type { Locator } from 'playwright-core';

/** Where something stands in the window, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Where something stands once it rests: two frames in turn drew it in one place. To be asked immediately before the
 * place is used; what was measured before something else moved is not where it is.
 */
export const restingBox = (locator: Locator): Promise<Box> =>
  locator.evaluate(async (element) => {
    for (let before = ''; ; ) {
      await new Promise(requestAnimationFrame);
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const now = JSON.stringify({ left, top, right, bottom });
      if (now === before) return JSON.parse(now) as Box;
      before = now;
    }
  });

/** Scrolls something to the middle of the window. */
export const toTheMiddle = (locator: Locator): Promise<void> =>
  locator.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));

/** Whether something stands between head and foot of the window. */
export const inSight = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** Whether something stands between the sides of the window. */
export const inWidth = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left >= 0 && right <= innerWidth;
  });
