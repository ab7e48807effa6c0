import { describe, expect, it } from 'vitest';
import { presenceOf } from './looks.ts';
import { createStage } from './stage.ts';
import { awarenessMessage, connectClient } from './test-client.ts';

describe('presence', () => {
  it('R14: the server says who somebody is, whatever the client says', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    anna.send(awarenessMessage(anna.doc.clientID, 1, { user: { name: 'Secretary-General' }, cursor: null }));
    await stage.timers.advance(100);
    await stage.quiet();
    expect(presenceOf(ben)).toMatchObject([
      {
        client: anna.doc.clientID,
        state: {
          cursor: null,
          user: {
            participant: 'anna',
            name: 'Anna',
            delegation: 'Delegation of Anna',
            role: 'drafter',
            color: 0,
          },
        },
      },
    ]);
    expect(presenceOf(anna)).toEqual([]);
  });

  it('R14: readers are not shown, echoes and other people’s states are passed over', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    const olu = await stage.enter('Olu', 'observer');
    anna.send(awarenessMessage(anna.doc.clientID, 1, { cursor: 1 }));
    olu.send(awarenessMessage(olu.doc.clientID, 1, { cursor: 2 }));
    await stage.timers.advance(100);
    await stage.quiet();
    const before = presenceOf(olu).length;
    ben.send(awarenessMessage(anna.doc.clientID, 9, { cursor: 'forged' }));
    ben.send(awarenessMessage(anna.doc.clientID, 9, null));
    await stage.timers.advance(100);
    await stage.quiet();
    expect(before).toBe(1);
    expect(presenceOf(olu)).toHaveLength(1);
    expect(presenceOf(ben).map((entry) => entry.client)).toEqual([anna.doc.clientID]);
    expect(ben.socket.closedWith).toBeNull();
  });

  it('R14: somebody who leaves is gone, and is seen at once when coming back with an old clock', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    anna.send(awarenessMessage(anna.doc.clientID, 5, { cursor: 1 }));
    await stage.timers.advance(100);
    anna.drop();
    await stage.timers.advance(100);
    const back = connectClient(stage.rooms, anna.visitor, anna.doc);
    stage.clients.push(back);
    back.send(awarenessMessage(anna.doc.clientID, 5, { cursor: 1 }));
    await stage.timers.advance(100);
    await stage.quiet();
    const clocks = presenceOf(ben).map((entry) => entry.clock);
    expect(presenceOf(ben).map((entry) => entry.state === null)).toEqual([false, true, false]);
    expect([...clocks].sort((a, b) => a - b)).toEqual(clocks);
    expect(new Set(clocks).size).toBe(3);
  });
});
