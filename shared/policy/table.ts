import type { Phase } from '../model/document.ts';
import { PHASES } from '../model/document.ts';
import { ROLES, type Role } from '../model/participant.ts';

/** One row: which roles may do it, and in which phases. What audience settings govern is in `can.ts`. */
export interface Rule {
  readonly roles: readonly Role[];
  readonly phases: readonly Phase[];
}

const ANY_PHASE = PHASES;
const OPEN: readonly Phase[] = [
  'preparation',
  'drafting',
  'consultation',
  'negotiation',
  'silence',
  'adoption',
];
const WRITING: readonly Phase[] = ['preparation', 'drafting', 'negotiation'];
const INPUT: readonly Phase[] = ['drafting', 'consultation', 'negotiation', 'silence'];
const FACILITATORS: readonly Role[] = ['facilitator'];
const TEAM: readonly Role[] = ['facilitator', 'drafter'];
const ALL_BUT_OBSERVERS: readonly Role[] = ['facilitator', 'drafter', 'delegate', 'stakeholder'];

/** The whole permission table: action → roles × phases (docs/spec.md, section Permission). */
export const RULES = {
  'document.view': { roles: ROLES, phases: ANY_PHASE },
  'document.configure': { roles: FACILITATORS, phases: ANY_PHASE },
  'phase.change': { roles: FACILITATORS, phases: ANY_PHASE },
  'members.view': { roles: ROLES, phases: ANY_PHASE },
  'members.change': { roles: FACILITATORS, phases: ANY_PHASE },
  'text.view': { roles: ROLES, phases: ANY_PHASE },
  'text.write': { roles: TEAM, phases: WRITING },
  'text.import': { roles: FACILITATORS, phases: WRITING },
  'version.view': { roles: ROLES, phases: ANY_PHASE },
  // Not under silence: what delegations are silent on must stay the latest text until it has an outcome.
  'version.publish': { roles: FACILITATORS, phases: OPEN.filter((phase) => phase !== 'silence') },
  'register.view': { roles: ROLES, phases: ANY_PHASE },
  'comment.write': { roles: ALL_BUT_OBSERVERS, phases: INPUT },
  'proposal.write': { roles: ALL_BUT_OBSERVERS, phases: INPUT },
  'disposition.decide': { roles: FACILITATORS, phases: OPEN },
  'disposition.answer': { roles: ALL_BUT_OBSERVERS, phases: ANY_PHASE },
  'status.set': { roles: FACILITATORS, phases: OPEN },
  'group.change': { roles: FACILITATORS, phases: OPEN },
  'alignment.declare': { roles: ['delegate', 'stakeholder'], phases: OPEN },
  'position.record': { roles: ['delegate', 'stakeholder'], phases: OPEN },
  'declaration.file': { roles: ['delegate', 'stakeholder'], phases: ['negotiation', 'silence', 'adoption'] },
  'silence.open': { roles: FACILITATORS, phases: OPEN },
  'silence.object': { roles: ['delegate'], phases: ['silence'] },
  'adoption.record': { roles: FACILITATORS, phases: OPEN },
  'roadmap.change': { roles: FACILITATORS, phases: ANY_PHASE },
  'statement.write': { roles: ALL_BUT_OBSERVERS, phases: OPEN },
  'audit.view': { roles: ROLES, phases: ANY_PHASE },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;
export const ACTIONS = Object.keys(RULES) as readonly Action[];

/** Acts that end with adoption: on the text, its versions and everything that worked on them (rule V75). */
export const ENDED_BY_ADOPTION: readonly Action[] = [
  'text.write',
  'text.import',
  'version.publish',
  'comment.write',
  'proposal.write',
  'disposition.decide',
  'status.set',
  'position.record',
  'silence.open',
  'silence.object',
];

/** Acts that end when the record is closed (rule V76). */
export const ENDED_BY_CLOSING: readonly Action[] = [
  'declaration.file',
  'adoption.record',
  'alignment.declare',
];
