import { describe, expect, it } from 'vitest';
import { suggestDelegation } from '../../../shared/domain/speaker.ts';

const delegation = (id: string, name: string, constituency: string | null = 'government') =>
  ({ id, name, constituency }) as never;

const HERE = [
  delegation('nl', 'Netherlands (Kingdom of the)'),
  delegation('us', 'United States of America'),
  delegation('lib', 'Network of Libraries', 'civil-society'),
  delegation('cof', 'Co-facilitators', null),
  delegation('a1', 'Delegation A'),
  delegation('a2', 'delegation a', 'academia'),
];

describe('the delegation a printed name is taken for', () => {
  it.each([
    ['The Netherlands', 'nl'],
    ['USA', 'us'],
    ['network of libraries', 'lib'],
    ['The Network of Libraries', 'lib'],
    ['Co-facilitators', null],
    ['Delegation A', null],
    ['Norway', null],
    ['', null],
  ])('Q21: %s', (printed, id) => {
    expect(suggestDelegation(printed, HERE)).toBe(id);
  });
});
