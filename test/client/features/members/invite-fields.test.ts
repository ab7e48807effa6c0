import { describe, expect, it } from 'vitest';
import {
  EMPTY_INVITE,
  type InviteFields,
  withDelegation,
} from '../../../../client/features/members/invite-fields.ts';
import { knownState, offeredStates } from '../../../../client/features/members/states.ts';
import { UN_LANGUAGES } from '../../../../shared/data/state.ts';

/** The form after a name was typed letter by letter. */
const typed = (name: string, fields: InviteFields = EMPTY_INVITE): InviteFields =>
  [...name].reduce(
    (before, letter) => withDelegation(before, before.delegation + letter, knownState),
    fields,
  );

describe('filling in an invitation by the name of a State', () => {
  it.each([
    ['Kenya', 'government', 'african'],
    ['UK', 'government', 'weog'],
    ['Nigeria', 'government', 'african'],
    ['Guinea-Bissau', 'government', 'african'],
    ['Papua New Guinea', 'government', 'asia-pacific'],
    ['Holy See', 'government', ''],
    ['European Union', 'international-organisation', ''],
    ['Georgia', 'government', 'eastern-european'],
    ['Georgia Institute', 'government', ''],
    ['Observatory S', 'government', ''],
  ] as const)('G4: %s is %s, regional group %j', (name, constituency, region) => {
    expect(typed(name)).toEqual({ ...EMPTY_INVITE, delegation: name, constituency, region });
  });

  it('G4: what was changed by hand stays when the name is written on', () => {
    const changed: InviteFields = { ...typed('Georgia'), constituency: 'academia' };
    expect(typed(' Institute', changed)).toMatchObject({
      delegation: 'Georgia Institute',
      constituency: 'academia',
    });
    expect(typed(' ', { ...typed('Kenya'), region: '' }).region).toBe('');
  });

  it.each(UN_LANGUAGES)(
    'G4: in %s all are offered but those that take part already, each recognised again',
    (language) => {
      const offered = offeredStates(language, ['United Kingdom', '中国', 'Delegation A']);
      expect(offered).toHaveLength(196 - 2);
      expect(offered.filter((name) => knownState(name) === null)).toEqual([]);
    },
  );

  it('G2, G4: they are offered in the order of the language', () => {
    expect(offeredStates('fr', []).slice(0, 3)).toEqual(['Afghanistan', 'Afrique du Sud', 'Albanie']);
  });
});
