import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBLEM_STATUS, type Problem, problem } from '../../shared/model/problem.ts';
import type { Credentials } from '../ports/gatekeeper.ts';
import { TROUBLE_WORDS, troubleOf } from '../ports/store-failure.ts';
import { systemTimers, type Timers } from '../room/timers.ts';
import { type Addresses, createAddresses } from './addresses.ts';
import { credentialsOf, isOwnOrigin } from './credentials.ts';
import type { DoorLimits } from './door-limits.ts';
import { type Asked, readHandshake } from './handshake.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { createTurnstile } from './turnstile.ts';

/** Somebody whose turn it is: what they ask for, what they show, and where they come from. */
export interface Visit extends Asked {
  readonly request: IncomingMessage;
  readonly line: Duplex;
  readonly head: Buffer;
  readonly credentials: Credentials;
  /** By which they are counted; null where nobody is. */
  readonly address: string | null;
}

export interface DoorDeps {
  readonly limits: DoorLimits;
  /** PUBLIC_URL, whose pages are welcome; those of the host that was asked always are. */
  readonly publicOrigin: string | null;
  readonly addressOf: (request: IncomingMessage) => string | null;
  /** How many sockets are open. */
  readonly open: () => number;
  readonly report: (what: string, error: unknown) => void;
  /** Counts a refusal by its HTTP status and reason. */
  readonly refused: (request: IncomingMessage, status: number, reason: string) => void;
  readonly timers?: Timers;
}

export interface Door {
  readonly addresses: Addresses;
  /** Refuses an upgrade that was let in but comes to nothing: too many strangers. */
  turnAwayStranger(visit: Visit): boolean;
  /** Takes no more upgrades; those who wait are told to come again. */
  close(): void;
}

const FOREIGN = problem('foreign-origin', 'this was sent from a page of another site');
const FULL = problem('unavailable', 'there is no room at the moment: try again');
const STOPPING = problem('unavailable', 'the server is stopping: try again');
const TOO_MANY = problem(
  'too-many-requests',
  'too many connections were opened from this address: try again later',
);

const BROKEN = problem('internal', 'something broke here; it is logged');

const isAnonymous = ({ cookie, bearer }: Credentials): boolean => cookie === null && bearer === null;

/** One for all: a function made for each line would be kept for as long as it is open. */
function letGo(this: Duplex): void {
  this.destroy();
}

/** Takes upgrades, refuses what costs least to refuse first (R34, R35), and lets the others `enter` one by one (R38). */
export function openDoor(server: Server, deps: DoorDeps, enter: (visit: Visit) => Promise<void>): Door {
  const { limits, timers = systemTimers } = deps;
  const addresses = createAddresses(limits);
  const turnstile = createTurnstile(limits, timers);
  let entering = 0;

  const refuse = (
    { request, line }: Pick<Visit, 'request' | 'line'>,
    why: Problem,
    reason: string,
    headers?: Record<string, number>,
  ): void => {
    deps.refused(request, PROBLEM_STATUS[why.code], reason);
    refuseUpgrade(line, why, headers);
  };
  const later = { 'retry-after': limits.retryAfter };
  const broke = (visit: Pick<Visit, 'request' | 'line'>, error: unknown): void => {
    deps.report('an upgrade failed', error);
    const trouble = troubleOf(error);
    if (trouble === null) refuse(visit, BROKEN, 'internal');
    else refuse(visit, problem(trouble, TROUBLE_WORDS[trouble]), trouble, later);
  };

  /** Lets somebody wait for their turn, or refuses them: what costs least is asked first. */
  const knock = (request: IncomingMessage, line: Duplex, head: Buffer): void => {
    const asked = readHandshake(request);
    const who = { request, line };
    const credentials = credentialsOf(request.headers);
    const address = deps.addressOf(request);
    const isOwn = credentials.bearer !== null || isOwnOrigin(request.headers, deps.publicOrigin);
    if (!asked.ok) refuse(who, asked.error, 'handshake', { 'sec-websocket-version': 13 });
    else if (!isOwn) refuse(who, FOREIGN, 'foreign-origin');
    else if (!mayKnock(address, credentials)) refuse(who, TOO_MANY, 'address', later);
    else {
      const visit: Visit = { ...asked.value, request, line, head, credentials, address };
      const turnAway = (): void => refuse(who, STOPPING, 'stopping', later);
      if (!turnstile.queue(() => takeTurn(visit), turnAway)) refuse(who, FULL, 'crowded', later);
    }
  };

  const mayKnock = (address: string | null, credentials: Credentials): boolean => {
    const now = timers.now();
    if (!addresses.mayKnock(address, now)) return false;
    return !isAnonymous(credentials) || addresses.mayKnockAsStranger(address, now);
  };

  const takeTurn = async (visit: Visit): Promise<void> => {
    if (visit.line.destroyed) return;
    entering += 1;
    try {
      await enter(visit);
    } catch (error) {
      broke(visit, error);
    } finally {
      entering -= 1;
    }
  };

  const onUpgrade = (request: IncomingMessage, line: Duplex, head: Buffer): void => {
    line.on('error', letGo);
    try {
      // R35: before any work.
      if (deps.open() + entering + turnstile.waiting < limits.sockets) knock(request, line, head);
      else refuse({ request, line }, FULL, 'full', later);
    } catch (error) {
      broke({ request, line }, error);
    }
  };
  server.on('upgrade', onUpgrade);

  return {
    addresses,
    turnAwayStranger(visit) {
      const { address, credentials } = visit;
      if (isAnonymous(credentials) || addresses.mayKnockAsStranger(address, timers.now())) return false;
      refuse(visit, TOO_MANY, 'address', later);
      return true;
    },
    close: () => turnstile.close(),
  };
}
