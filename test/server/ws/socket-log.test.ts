import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createCounters } from '../../../server/ports/counters.ts';
import type { Facts } from '../../../server/ports/journal.ts';
import type { FollowedSocket } from '../../../server/ws/followed-socket.ts';
import { createSocketLog, type SocketFacts } from '../../../server/ws/socket-log.ts';

const FACTS: SocketFacts = {
  ...{ door: 'sync', documentId: 'document' as never, participantId: 'person' as never },
  ...{ seat: 'writer', requestId: 'request' },
};

function createTrial() {
  const lines: (Facts & { readonly level: string; readonly what: string })[] = [];
  const write =
    (level: string) =>
    (what: string, facts: Facts = {}) =>
      void lines.push({ level, what, ...facts });
  const counters = createCounters();
  let ids = 0;
  const trial = { lines, counters, time: 0 };
  const journal = { debug: write('debug'), info: write('info'), error: () => undefined };
  const log = createSocketLog(
    journal,
    counters,
    () => `connection-${ids++}`,
    () => trial.time,
  );
  const open = (facts = FACTS) => {
    const socket = Object.assign(new EventEmitter(), { begun: null, whenBegun: () => undefined });
    log.follow(socket as unknown as FollowedSocket, facts);
    return socket as unknown as FollowedSocket;
  };
  const close = (socket: FollowedSocket, code: number, reason: string) => {
    socket.begun = { code, reason };
    socket.whenBegun(socket.begun);
    socket.emit('close', code, Buffer.from(reason));
  };
  return Object.assign(trial, { log, open, close });
}

describe('the log of sockets', () => {
  it('W13: opening and end carry one id, with how long it lasted', () => {
    const trial = createTrial();
    const socket = trial.open();
    trial.time = 2_500;
    socket.emit('close', 1_001, Buffer.from('words of somebody'));
    expect(trial.lines).toEqual([
      { level: 'debug', what: 'socket opened', connection: 'connection-0', ...FACTS },
      {
        ...{ level: 'debug', what: 'socket closed by the client', connection: 'connection-0', ...FACTS },
        ...{ code: 1_001, seconds: 2.5 },
      },
    ]);
  });

  it('W13: a refusal stands at info with code and reason, and is counted', () => {
    const trial = createTrial();
    trial.close(trial.open({ ...FACTS, seat: null }), 4403, 'may-not-read');
    expect(trial.lines).toMatchObject([
      { level: 'info', what: 'socket refused', code: 4403, reason: 'may-not-read' },
    ]);
    expect(trial.counters.closings.get('4403 may-not-read')).toBe(1);
  });

  it('W13: a stop or a change of access is no refusal', () => {
    const trial = createTrial();
    for (const code of [1001, 4205]) trial.close(trial.open(), code, 'reason');
    expect(trial.lines.map(({ level }) => level)).toEqual(['debug', 'debug', 'debug', 'debug']);
  });

  it('W13: a flood of refusals is not one of the log: the next line says how many were passed over', () => {
    const trial = createTrial();
    for (let k = 0; k < 1_000; k += 1) trial.log.turnedAway(403, 'request', 'foreign-origin');
    expect(trial.lines).toHaveLength(20);
    trial.time = 1_000;
    trial.log.turnedAway(403, 'request', 'foreign-origin');
    expect(trial.lines.at(-1)).toMatchObject({ what: 'upgrade refused', status: 403, passedOver: 980 });
    expect(trial.counters.closings.get('403 foreign-origin')).toBe(1_001);
  });
});
