import * as Y from 'yjs';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { ClientId } from '../ports/text-log.ts';
import type { Answers } from './answers.ts';
import { integrate, type LiveText } from './live-text.ts';

/** Updates and bytes that wait at most, so that nobody who asks has to wait for long, and memory stays small. */
const DEFERRED = 32;
const DEFERRED_BYTES = 8 * 1024;

const NOTHING: Y.Transaction['deleteSet'] = Y.createDeleteSet();

type Loaded = Pick<LiveText, 'doc' | 'answers' | 'owners' | 'seq' | 'snapshot' | 'tailBytes'>;

/** A text from what was loaded. */
export const createLiveText = (loaded: Loaded, report: (error: unknown) => void): LiveText =>
  new DeferringText(loaded, report);

/**
 * A class for its getters alone: those of a literal belong to one object, so V8 gives each a shape of its own, and with a
 * thousand rooms every look at a text is a search (5 % of the processor time).
 */
class DeferringText implements LiveText {
  readonly shown: Map<ClientId, number>;
  readonly frontier: Map<ClientId, number>;
  readonly owners: Map<ClientId, ParticipantId>;
  readonly unbound: Set<ClientId> = new Set();
  seq: number;
  snapshot: LiveText['snapshot'];
  tailBytes: number;
  private readonly whole: Pick<Loaded, 'doc' | 'answers'>;
  private readonly report: (error: unknown) => void;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;

  constructor({ doc, answers, owners, seq, snapshot, tailBytes }: Loaded, report: (error: unknown) => void) {
    this.whole = { doc, answers };
    this.shown = Y.decodeStateVector(Y.encodeStateVector(doc));
    this.frontier = new Map(this.shown);
    this.owners = owners;
    this.seq = seq;
    this.snapshot = snapshot;
    this.tailBytes = tailBytes;
    this.report = report;
  }

  get doc(): Y.Doc {
    this.integrateWaiting();
    return this.whole.doc;
  }

  get integrated(): Y.Doc {
    return this.whole.doc;
  }

  get isBehind(): boolean {
    return this.waiting.length > 0;
  }

  get answers(): Answers {
    this.integrateWaiting();
    return this.whole.answers;
  }

  version(): number {
    return this.whole.answers.version() + this.waiting.length;
  }

  defer(update: Uint8Array): void {
    // A copy: the frame it is a view of need not be kept for it.
    this.waiting.push(update.slice());
    this.waitingBytes += update.length;
    if (this.waiting.length >= DEFERRED || this.waitingBytes >= DEFERRED_BYTES) this.integrateWaiting();
  }

  private integrateWaiting(): void {
    if (this.waiting.length === 0) return;
    const { doc, answers } = this.whole;
    const updates = this.waiting;
    this.waiting = [];
    this.waitingBytes = 0;
    let deleted = NOTHING;
    doc.transact((transaction) => {
      for (const update of updates) integrate(doc, update, this.report);
      deleted = transaction.deleteSet;
    });
    // Each was a version of its own. Deletions told with the last of them are told to everybody who lacks any.
    for (const [k, { length }] of updates.entries())
      answers.moved(k === updates.length - 1 ? deleted : NOTHING, length);
  }
}
