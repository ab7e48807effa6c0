import { afterAll, afterEach } from 'vitest';
import { everybodyPresent } from './browser.ts';
import { recentComplaints } from './product.ts';
import { whatStoodThere } from './what-stood-there.ts';

// Runs around every story (vitest.config.ts). After a failure it tells what everybody had before them, and takes those
// away whom the failed story left behind.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const pages = await Promise.all(everybodyPresent().map(whatStoodThere));
  console.error(
    [`What stood there when this failed: ${task.name}`, ...pages, ...recentComplaints()].join('\n'),
  );
  await Promise.all(everybodyPresent().flatMap((one) => (one.story === undefined ? [] : [leave(one.page)])));
});

afterAll(async () => {
  await Promise.all(everybodyPresent().map(({ page }) => leave(page)));
});

const leave = (page: ReturnType<typeof everybodyPresent>[number]['page']): Promise<void> =>
  page
    .context()
    .close()
    .catch(() => undefined);
