import { describe, expect, it } from 'vitest';
import { inviteRequestOf } from '../../../../client/features/members/invite-fields.ts';
import { inviteRequest } from '../../../../shared/api/member.ts';

const FIELDS = {
  name: ' Ana ',
  role: 'delegate',
  delegation: ' Kenya ',
  constituency: 'government',
  region: 'african',
} as const;

describe('inviting', () => {
  it('U11: what the form says is what the server wants', () => {
    const request = inviteRequestOf(FIELDS);
    expect(request).toEqual({
      name: 'Ana',
      role: 'delegate',
      delegation: { name: 'Kenya', constituency: 'government', region: 'african' },
    });
    expect(inviteRequest.safeParse(request).success).toBe(true);
  });

  it.each([
    [
      { ...FIELDS, constituency: 'civil-society' },
      { constituency: 'civil-society', region: null },
    ],
    [
      { ...FIELDS, constituency: 'none' },
      { constituency: null, region: null },
    ],
    [
      { ...FIELDS, region: '' },
      { constituency: 'government', region: null },
    ],
  ] as const)('U11: only a government has a regional group', (fields, delegation) => {
    expect(inviteRequestOf(fields).delegation).toEqual({ name: 'Kenya', ...delegation });
  });
});
