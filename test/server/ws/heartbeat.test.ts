import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { startHeartbeat } from '../../../server/ws/heartbeat.ts';
import { createTestTimers } from '../room/test-timers.ts';

it('W5: without a socket no heartbeat wakes the server; it begins with the first and ends with the last', async () => {
  const timers = createTestTimers();
  const heartbeat = startHeartbeat({ every: 30_000, messageBeats: 2, timers });
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  expect(timers.waiting()).toBe(0);

  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [socket] = (await once(server, 'connection')) as [WebSocket];
  heartbeat.watch(socket);
  expect(timers.waiting()).toBe(1);
  const pinged = once(client, 'ping');
  await timers.advance(30_000);
  await pinged;
  expect(timers.waiting()).toBe(1);

  const gone = once(socket, 'close');
  client.terminate();
  await gone;
  await timers.advance(1_000);
  expect(timers.waiting()).toBe(0);
  server.close();
});
