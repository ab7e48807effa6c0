import { describe, expect, it } from 'vitest';
import { abilitiesShape, configureRequest, createDocumentRequest } from '../../../shared/api/document.ts';
import { NAME_LENGTH, TITLE_LENGTH } from '../../../shared/api/limits.ts';
import { inviteRequest } from '../../../shared/api/member.ts';
import { importQuery } from '../../../shared/api/version.ts';
import { OUTSIDER } from '../../../shared/policy/actor.ts';
import { abilities } from '../../../shared/policy/can.ts';

const invitation = {
  name: 'Sample person',
  role: 'delegate',
  delegation: { name: 'Sample delegation', constituency: 'government', region: 'african' },
};

describe('request schemas', () => {
  it('H2: a title is one line, neither empty nor too long', () => {
    for (const title of ['', '   ', 'a\nb', 'x'.repeat(TITLE_LENGTH + 1)])
      expect(createDocumentRequest.safeParse({ title }).success).toBe(false);
    expect(createDocumentRequest.parse({ title: 'مشروع الوثيقة الختامية' })).toEqual({
      title: 'مشروع الوثيقة الختامية',
      workingText: 'team',
      register: 'participants',
    });
  });

  it('H2: unknown fields are refused', () => {
    expect(createDocumentRequest.safeParse({ title: 'A', owner: 'me' }).success).toBe(false);
    expect(inviteRequest.safeParse({ ...invitation, joinedAt: '2020-01-01' }).success).toBe(false);
  });

  it('H2: changing nothing is refused', () => {
    expect(configureRequest.safeParse({}).success).toBe(false);
    expect(configureRequest.safeParse({ register: 'public' }).success).toBe(true);
  });

  it('H2: an invitation names a known role, constituency and region', () => {
    expect(inviteRequest.safeParse(invitation).success).toBe(true);
    expect(inviteRequest.safeParse({ ...invitation, role: 'owner' }).success).toBe(false);
    expect(inviteRequest.safeParse({ ...invitation, name: 'x'.repeat(NAME_LENGTH + 1) }).success).toBe(false);
  });

  it('H2: an import says what it becomes', () => {
    expect(importQuery.safeParse({ as: 'working' }).success).toBe(true);
    expect(importQuery.safeParse({ as: 'version', stage: 'zero', name: 'Zero draft' }).success).toBe(true);
    expect(importQuery.safeParse({ as: 'version' }).success).toBe(false);
    expect(importQuery.safeParse({}).success).toBe(false);
  });
});

describe('answer schemas', () => {
  it('P2: the abilities sent to a client cover every action of the table', () => {
    const all = abilities(OUTSIDER, { phase: 'drafting', workingText: 'team', register: 'public' });
    expect(abilitiesShape.parse(all)).toEqual(all);
    const { 'text.write': _, ...missing } = all;
    expect(abilitiesShape.safeParse(missing).success).toBe(false);
  });
});
