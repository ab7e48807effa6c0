import { expect, it } from 'vitest';
import { archive } from '../../../server/queries/archive.ts';
import { ADMIN, createHarness, newDocument } from '../harness.ts';

it('W22: between two pages of an archive everybody else has a turn', async () => {
  const harness = await createHarness();
  const id = await newDocument(harness);
  const visitor = await harness.context.gatekeeper.admit({ cookie: null, bearer: ADMIN }, id as never);
  if (typeof visitor === 'string') throw new Error(visitor);
  const made = await archive(harness.context, visitor);
  if (!made.ok) throw new Error(made.error.detail);
  let turns = 0;
  let counting = true;
  const count = (): void => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  for await (const _ of made.value);
  counting = false;
  expect(turns).toBeGreaterThan(0);
  await harness.close();
});
