import type { SampleSpeaker } from './said.ts';

/** One change of a package, by keys of paragraphs. */
export type SampleChange =
  | { readonly act: 'replace'; readonly key: string; readonly old: string; readonly new: string }
  | { readonly act: 'insert-after'; readonly key: string; readonly says: string }
  | { readonly act: 'delete'; readonly key: string }
  | { readonly act: 'move'; readonly key: string; readonly after: string };

export interface SampleProposal {
  readonly key: string;
  readonly by: SampleSpeaker;
  readonly changes: readonly SampleChange[];
  readonly rationale: string;
  readonly onBehalfOf?: 'one' | 'two';
  /** The proposal it amends: `old` then stands in that one's wording. */
  readonly amends?: string;
  readonly sponsors?: readonly { readonly by: SampleSpeaker; readonly answer?: 'accepted' | 'declined' }[];
  readonly compromise?: {
    readonly changes: readonly SampleChange[];
    readonly reason: string;
    readonly answer?: { readonly accepted: boolean; readonly reason: string };
  };
  /** Taken up into the working text, with this reason. */
  readonly accepted?: string;
}

/** Proposals on the working text: a package, an insertion, a deletion, two that compete, and so on. */
export const sampleProposals: readonly SampleProposal[] = [
  {
    key: 'review-cycle',
    by: 'delegate',
    onBehalfOf: 'one',
    changes: [
      {
        act: 'replace',
        key: 'follow-report',
        old: 'in 2028, 2031 and 2034',
        new: 'every three years, beginning in 2028',
      },
      {
        act: 'replace',
        key: 'follow-review',
        old: 'in 2035',
        new: 'in 2035, and a review at its midpoint in 2030',
      },
    ],
    rationale: 'The two paragraphs belong together: without a midpoint the reports have no reader.',
  },
  {
    key: 'small-islands',
    by: 'stakeholder',
    changes: [
      {
        act: 'insert-after',
        key: 'enabling-small',
        says: 'We encourage simple rules for very small firms that sell across borders, so that one registration is enough.',
      },
    ],
    rationale: 'Members report that registration in each country costs more than the first year of sales.',
  },
  {
    key: 'no-measures',
    by: 'delegate-2',
    changes: [{ act: 'delete', key: 'enabling-unilateral' }],
    rationale: 'The matter is dealt with in other bodies. The paragraph has been in brackets since Rev.1.',
  },
  {
    key: 'one-per-cent',
    by: 'drafter-2',
    changes: [
      {
        act: 'replace',
        key: 'divides-afford',
        old: 'less than [two] [one] per cent',
        new: 'less than one per cent',
      },
    ],
    rationale: 'One per cent is what people in the poorest fifth can pay without giving up something else.',
  },
  {
    key: 'two-per-cent',
    by: 'delegate-2',
    changes: [
      {
        act: 'replace',
        key: 'divides-afford',
        old: 'to everyone for less than [two] [one] per cent of average monthly income',
        new: 'to everyone, by 2030, for less than two per cent of average monthly income',
      },
    ],
    rationale: 'Two per cent is the target in use. A date matters more to us than a lower figure.',
  },
  {
    key: 'notice-of-shutdowns',
    by: 'drafter-2',
    changes: [
      {
        act: 'replace',
        key: 'rights-shutdowns',
        old: '[and to publish the reasons where they do]',
        new: 'and, where they do, to give notice in advance and to publish the reasons',
      },
    ],
    rationale: 'Hospitals and banks need time to prepare.',
    sponsors: [
      { by: 'stakeholder', answer: 'accepted' },
      { by: 'drafter-3', answer: 'accepted' },
      { by: 'delegate' },
    ],
  },
  {
    key: 'as-soon-as-possible',
    by: 'delegate-2',
    amends: 'notice-of-shutdowns',
    changes: [
      {
        act: 'replace',
        key: 'rights-shutdowns',
        old: 'to give notice in advance',
        new: 'to give notice as soon as possible',
      },
    ],
    rationale: 'Covers emergencies without giving up notice.',
  },
  {
    key: 'ai-programme',
    by: 'delegate',
    changes: [
      {
        act: 'replace',
        key: 'ai-capacity',
        old: 'with voluntary contributions of',
        new: 'with predictable contributions of',
      },
    ],
    rationale: 'Voluntary contributions have not come in earlier programmes.',
    compromise: {
      changes: [
        {
          act: 'replace',
          key: 'ai-capacity',
          old: 'with voluntary contributions of',
          new: 'with voluntary contributions, announced in advance, of',
        },
      ],
      reason:
        'Several delegations cannot accept assessed contributions. Announcing them in advance makes them predictable.',
      answer: { accepted: true, reason: 'We can live with this.' },
    },
  },
  {
    key: 'encryption-place',
    by: 'drafter-3',
    changes: [{ act: 'move', key: 'security-encryption', after: 'rights-privacy' }],
    rationale: 'Encryption is spoken of here as a matter of rights, so it belongs behind privacy.',
  },
  {
    key: 'scripts',
    by: 'stakeholder',
    changes: [
      {
        act: 'replace',
        key: 'culture-languages',
        old: 'internationalized domain names and e-mail addresses',
        new: 'domain names and e-mail addresses in all scripts',
      },
    ],
    rationale: 'Says the same in words that readers know.',
    accepted: 'Plainer, and agreed by all who spoke.',
  },
];
