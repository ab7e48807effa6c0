import type { OutcomeDocument } from '../model/document.ts';
import type { Actor } from './actor.ts';
import { ACTIONS, type Action, ENDED_BY_ADOPTION, ENDED_BY_CLOSING, RULES, type Rule } from './table.ts';

/** Why not. Each has a sentence in the message catalogue under `reasons.<code>`. */
export const REFUSALS = [
  'not-a-participant',
  'role',
  'phase',
  'working-text-restricted',
  'adopted',
  'record-closed',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly reason: Refusal };

const ALLOWED: Permission = { allowed: true };
const refuse = (reason: Refusal): Permission => ({ allowed: false, reason });

/** What of a document permission depends on. */
export type PermissionContext = Pick<OutcomeDocument, 'phase' | 'workingText' | 'register' | 'adoption'>;

/** What anybody may do where versions and register are public. */
const PUBLIC_READING: readonly Action[] = ['document.view', 'version.view', 'register.view', 'audit.view'];

/**
 * The one permission function: role × phase × action, and the two audience settings.
 * The server asks it before every act and sends its answers to clients; clients never decide by themselves.
 */
export function can(actor: Actor, action: Action, document: PermissionContext): Permission {
  if (action === 'text.view') return canViewWorkingText(actor, document);
  if (actor.role === null) {
    const publicReading = document.register === 'public' && PUBLIC_READING.includes(action);
    // A public working text needs its document page, even where the register is for participants.
    const publicDocument = action === 'document.view' && document.workingText === 'public';
    return publicReading || publicDocument ? ALLOWED : refuse('not-a-participant');
  }
  const rule: Rule = RULES[action];
  if (!rule.roles.includes(actor.role)) return refuse('role');
  const ended = endedByAdoption(action, document);
  if (ended !== null) return refuse(ended);
  if (!rule.phases.includes(document.phase)) return refuse('phase');
  return ALLOWED;
}

/** What adoption or the closed record ends, whatever the phase says (rules V75, V76). */
function endedByAdoption(action: Action, { adoption }: PermissionContext): Refusal | null {
  if (adoption === undefined) return null;
  if (ENDED_BY_ADOPTION.includes(action)) return 'adopted';
  return adoption.recordClosedAt !== null && ENDED_BY_CLOSING.includes(action) ? 'record-closed' : null;
}

function canViewWorkingText(actor: Actor, document: PermissionContext): Permission {
  if (document.workingText === 'public') return ALLOWED;
  if (actor.role === null) return refuse('not-a-participant');
  if (document.workingText === 'participants') return ALLOWED;
  return RULES['text.write'].roles.some((role) => role === actor.role)
    ? ALLOWED
    : refuse('working-text-restricted');
}

/** Every answer at once, as the server sends them to a client. */
export type Abilities = Readonly<Record<Action, Permission>>;

export const abilities = (actor: Actor, document: PermissionContext): Abilities =>
  Object.fromEntries(ACTIONS.map((action) => [action, can(actor, action, document)])) as Record<
    Action,
    Permission
  >;
