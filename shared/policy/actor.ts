import type { Constituency, Role } from '../model/participant.ts';

/**
 * Who asks, as far as permission is concerned. `role` is null for somebody who is no participant of the
 * document. The owner of a server is made a facilitator participant before acting, so no owner flag stands here.
 */
export interface Actor {
  readonly role: Role | null;
  readonly constituency: Constituency | null;
}

/** Somebody signed in or not, who is no participant of this document. */
export const OUTSIDER: Actor = { role: null, constituency: null };
