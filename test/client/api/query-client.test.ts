import { describe, expect, it } from 'vitest';
import { createQueryClient } from '../../../client/api/query-client.ts';
import { type Failure, RequestFailed } from '../../../client/api/request.ts';

describe('asking again', () => {
  const retry = createQueryClient().getDefaultOptions().queries?.retry as (
    failed: number,
    error: Error,
  ) => boolean;
  const again = (failed: number, code: Failure['code']): boolean =>
    retry(failed, new RequestFailed({ code, detail: '', fields: [] }));

  it('R69: goes on for as long as no server answers, and ends soon where one says no', () => {
    for (const code of ['offline', 'unavailable'] as const) expect(again(1_000, code)).toBe(true);
    expect(again(2, 'too-many-requests')).toBe(true);
    expect(again(3, 'too-many-requests')).toBe(false);
    for (const code of ['not-found', 'internal', 'not-permitted'] as const)
      expect(again(0, code)).toBe(false);
    expect(retry(0, new Error('a bug'))).toBe(false);
  });
});
