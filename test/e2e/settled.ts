import type { Page, Request } from 'playwright-core';

/** What a page has asked for over HTTP. Sockets and streams stay open and do not count. */
export interface Requests {
  /** Addresses without an answer. */
  open(): readonly string[];
  /** How many there were since the page was opened. */
  count(): number;
}

export function watchRequests(page: Page): Requests {
  const open = new Set<Request>();
  let count = 0;
  page.on('request', (request) => {
    count += 1;
    open.add(request);
  });
  const ended = (request: Request): void => void open.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return { open: () => [...open].map((request) => request.url()), count: () => count };
}

/**
 * Resolves when a page has all it asked for: nothing stands in the place of what comes, and the page was idle twice
 * without having asked for more in between.
 */
export async function settled(page: Page, requests: Requests): Promise<void> {
  for (;;) {
    const before = requests.count();
    await page.locator('.skeleton-line').first().waitFor({ state: 'detached' });
    await page.evaluate(
      () => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(() => idle(null)))),
    );
    if (requests.open().length === 0 && requests.count() === before) return;
  }
}
