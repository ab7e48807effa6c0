import type { Constituency, Region, Role } from '../../../shared/model/participant.ts';
import type { SampleWriter } from './edit.ts';

/** A sample participant. The names say that they are samples: nobody real is meant. */
export interface SamplePerson {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly delegation: {
    readonly name: string;
    readonly constituency: Constituency | null;
    readonly region: Region | null;
  };
}

const person = (
  key: string,
  name: string,
  role: Role,
  delegation: string,
  constituency: Constituency | null = null,
  region: Region | null = null,
): SamplePerson => ({ key, name, role, delegation: { name: delegation, constituency, region } });

const writers: readonly (SamplePerson & { readonly key: SampleWriter })[] = [
  { ...person('facilitator', 'Sample facilitator', 'facilitator', 'Co-facilitators'), key: 'facilitator' },
  {
    ...person(
      'drafter-1',
      'Sample drafter One',
      'drafter',
      'Delegation of Country A',
      'government',
      'african',
    ),
    key: 'drafter-1',
  },
  {
    ...person('drafter-2', 'Sample drafter Two', 'drafter', 'Civil society network B', 'civil-society'),
    key: 'drafter-2',
  },
  {
    ...person('drafter-3', 'Sample drafter Three', 'drafter', 'Technical community C', 'technical-community'),
    key: 'drafter-3',
  },
];

/** Everybody the demonstration offers to enter as. */
export const samplePeople: readonly SamplePerson[] = [
  ...writers,
  person('delegate', 'Sample delegate', 'delegate', 'Delegation of Country D', 'government', 'grulac'),
  person('delegate-2', 'Sample delegate Two', 'delegate', 'Delegation of Country E', 'government', 'weog'),
  person('stakeholder', 'Sample stakeholder', 'stakeholder', 'Business association F', 'private-sector'),
  person('observer', 'Sample observer', 'observer', 'University G', 'academia'),
];
