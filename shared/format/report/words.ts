import type { Decision } from '../../model/disposition.ts';
import type { Constituency, Region } from '../../model/participant.ts';

/** English words of reports, which leave the interface and are read beside the English text. */
export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  'not-accepted': 'Not accepted',
  noted: 'Noted',
  deferred: 'Deferred',
  'out-of-scope': 'Out of scope',
  duplicate: 'Duplicate',
};

export const CONSTITUENCY_WORDS: Readonly<Record<Constituency | 'none', string>> = {
  government: 'Government',
  'civil-society': 'Civil society',
  'private-sector': 'Private sector',
  'technical-community': 'Technical community',
  academia: 'Academia',
  'international-organisation': 'International organisation',
  none: 'Facilitators',
};

export const REGION_WORDS: Readonly<Record<Region | 'none', string>> = {
  african: 'African States',
  'asia-pacific': 'Asia-Pacific States',
  'eastern-european': 'Eastern European States',
  grulac: 'Latin American and Caribbean States',
  weog: 'Western European and other States',
  none: 'No regional group',
};

export const KIND_WORDS: Readonly<Record<string, string>> = {
  comment: 'Comment',
  question: 'Question',
  support: 'Support',
  objection: 'Objection',
  proposal: 'Proposal',
};

export const GENERAL = 'General comments';
export const UNDECIDED = 'Without decision';
