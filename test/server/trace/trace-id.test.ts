import { expect, it } from 'vitest';
import { newTraceId } from '../../../server/trace/trace-id.ts';

it('W12, W13: each id is another, and 32 hex digits', () => {
  const ids = Array.from({ length: 1_000 }, newTraceId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
});
