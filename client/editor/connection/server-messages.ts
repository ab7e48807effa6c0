import * as Y from 'yjs';
import type { PermissionsMessage, RefusedReason } from '../../../shared/api/socket.ts';
import type { IsoTime, ParticipantId } from '../../../shared/model/ids.ts';
import { SCHEMA_VERSION } from '../../../shared/text/marker.ts';
import { afterClose, NO_REFUSALS } from './after-close.ts';
import { type DeviceWriter, deviceFailed } from './device-writer.ts';
import type { Exchange } from './exchange.ts';
import type { SaveLine } from './save-line.ts';
import { isBeyond, type ServerCopy } from './server-copy.ts';
import type { Surfaces } from './surfaces.ts';
import type { TakingOut } from './taking-out.ts';
import type { UnsentLedger } from './unsent-ledger.ts';
import type { Wire, WireListener } from './wire.ts';
import type { WorkingCopy } from './working-copy.ts';

/** How often in a row a server may seem to have gone back to an older state before it is believed. */
const BELIEVE_AFTER = 3;

/** What is done about everything the server says. */
export interface ServerMessages {
  readonly listener: WireListener;
  /** Words that may not be written are taken out and kept, as soon as the server's own text is known. */
  settle(): void;
  /** Something that the server sent stands in the text now. */
  received(): void;
  /** Earlier refusals count no more. */
  forgive(): void;
}

export interface ServerMessagesOptions {
  /** Who this copy belongs to; null: a reader. */
  readonly participantId: ParticipantId | null;
  readonly out: Surfaces;
  readonly ledger: UnsentLedger;
  readonly copy: ServerCopy;
  readonly device: DeviceWriter;
  readonly exchange: Exchange;
  readonly line: SaveLine;
  readonly unsent: TakingOut;
  readonly working: () => WorkingCopy;
  readonly wire: () => Wire | null;
  readonly now: () => IsoTime;
}

export function serverMessages(options: ServerMessagesOptions): ServerMessages {
  const { participantId, out, ledger, copy, device, exchange, line, unsent, wire } = options;
  let refusals = NO_REFUSALS;
  let behind = 0;
  let detail = '';
  let why: RefusedReason | null = null;

  const settle = (): void => {
    if (exchange.synced() && out.permissions.get()?.canWrite === false && ledger.changes().length > 0)
      void unsent.keep('read-only');
  };

  /** A writer is never shown an unseeded text: an editor would seed it a second time. The server does it at once. */
  const show = (working: WorkingCopy): void => {
    const seeded = working.text.length > 0 || out.permissions.get()?.canWrite === false;
    if (out.live.get() !== working && exchange.synced() && seeded) out.live.set(working);
  };

  /** False when this connection is not for this copy: another program, or another person. */
  const accept = (message: PermissionsMessage): boolean => {
    const halt =
      message.schema !== SCHEMA_VERSION
        ? 'reload-needed'
        : participantId !== null && message.participant?.id !== participantId
          ? 'other-participant'
          : null;
    if (halt === null) return true;
    line.note({ halt });
    queueMicrotask(() => wire()?.pause());
    return false;
  };

  /** What one may do is known, and remembered on the device. */
  const permit = (permissions: PermissionsMessage): void => {
    out.permissions.set(permissions);
    void device.after((on) => on.rememberPermissions(permissions)).catch(deviceFailed);
  };

  /** Whether the server lacks what it had said or acknowledged before. */
  const wentBack = (stateVector: Uint8Array): boolean =>
    isBeyond(copy.updates(), Y.decodeStateVector(stateVector));

  const listener: WireListener = {
    opened: () => {
      why = null;
      exchange.opened();
      line.note({ link: 'open' });
    },
    permissions: (message) => {
      exchange.heard();
      if (!accept(message)) return;
      permit(message);
      exchange.judge(message.canWrite);
      if (!message.canWrite) refusals = NO_REFUSALS;
      line.refresh();
    },
    serverHolds: (stateVector) => {
      exchange.heard();
      behind = wentBack(stateVector) ? behind + 1 : 0;
      if (behind === 0) exchange.serverAsked();
      else if (behind < BELIEVE_AFTER) queueMicrotask(() => wire()?.retry());
      else void unsent.keep('server-restored');
      line.refresh();
    },
    update: (update, answer) => {
      exchange.heard();
      const working = options.working();
      copy.add(update);
      device.server(update);
      working.receive(update);
      if (!answer) return;
      working.catchUp();
      exchange.answerArrived();
      settle();
      show(options.working());
      line.refresh();
    },
    acknowledged: (barrier) => {
      exchange.heard();
      exchange.acknowledged(barrier);
      line.refresh();
    },
    event: (event) => {
      exchange.heard();
      const may = out.permissions.get();
      // Nobody is sent away where the end of a phase alone moves: what one may do holds, until then.
      if (event.kind === 'phase-changed' && event.only === 'closesAt' && may !== null) {
        permit({ ...may, closesAt: event.closesAt });
        line.refresh();
      }
      for (const tell of [...out.listeners]) tell(event);
    },
    attendance: (message) => {
      exchange.heard();
      out.attendance.set(message);
    },
    refused: (message) => {
      detail = message.detail;
      why = message.reason;
    },
    closed: (code) => {
      const after = afterClose(code, refusals, why);
      refusals = after.refusals;
      exchange.lost();
      const before = line.facts();
      const refused =
        after.refused === null ? before.refused : { reason: after.refused, detail, final: !after.retry };
      const since = before.link === 'open' ? options.now() : before.since;
      line.note({ link: 'down', since, slow: after.slow, halt: after.halt ?? before.halt, refused });
      if (after.mend !== 'nothing') queueMicrotask(() => unsent.mend(after.mend));
      return after.retry ? 'again' : 'stay-away';
    },
  };
  return {
    listener,
    settle,
    received: () => {
      const working = options.working();
      // Yjs met its own clientID in others' words and took another: presence has to follow.
      if (working.doc.clientID !== working.awareness.clientID) queueMicrotask(unsent.rewrite);
      show(working);
      line.refresh();
    },
    forgive: () => {
      refusals = NO_REFUSALS;
    },
  };
}
