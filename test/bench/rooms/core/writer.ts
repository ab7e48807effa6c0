import * as Y from 'yjs';
import type { Paragraph } from '../../../../shared/model/paragraph.ts';
import { TEXT_NAME } from '../../../../shared/text/marker.ts';
import { insertParagraphs } from '../../../../shared/text/write.ts';
import type { Random } from '../../../sim/random.ts';
import type { PresenceState } from './dialect.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Address, type Line, openLine } from './line.ts';
import { type Audience, bookClocks } from './reader.ts';
import { word } from './words.ts';

/** A client with a real Yjs document that types. Its clocks: one character typed is one clock and one update. */
export interface Writer {
  readonly number: number;
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly line: Line;
  readonly ledger: Ledger;
  readonly synced: boolean;
  /** Clock behind the last it has written. */
  readonly clock: number;
  /** Types one character: words at differing places, inside paragraphs. */
  type(): void;
  /** Writes paragraphs behind what is there, in one update that is not timed. */
  fill(paragraphs: readonly Paragraph[]): void;
  /** Shows a presence state under its clientID. `more` stands beside the cursor. */
  show(more: Readonly<Record<string, unknown>>): void;
  /** Takes into the document what was kept for later. */
  catchUp(): void;
}

export interface WriterOptions {
  readonly number: number;
  readonly clientID: number;
  readonly random: Random;
  /** Updates of others are applied as they come, or kept until `catchUp`. */
  readonly live: boolean;
  readonly presence?: (states: readonly PresenceState[], at: number) => void;
  readonly ended?: (why: string) => void;
}

export async function openWriter(
  address: Address,
  audience: Audience,
  options: WriterOptions,
): Promise<Writer> {
  const { number, random } = options;
  const doc = new Y.Doc();
  doc.clientID = options.clientID;
  const text = doc.getText(TEXT_NAME);
  const ledger = createLedger(audience.writers);
  const kept: Uint8Array[] = [];
  let live = true;
  let timed = false;
  let synced = false;
  let own: Line | null = null;
  let presenceClock = 0;
  /** Where it types: an index while nobody else's updates are applied, which is quicker, or a position that moves. */
  let caret: Y.RelativePosition | number | null = null;
  let letters: string[] = [];

  const clockNow = (): number => Y.getState(doc.store, doc.clientID);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') return;
    const message = audience.dialect.update(update);
    if (timed) audience.sentTimes.note(number, clockNow() - 1, performance.now());
    own?.send(message);
  });

  /** Behind what was typed last, or somewhere else when a word has ended; never before the first marker. */
  const place = (): number => {
    if (letters.length === 0) {
      letters = [...word(random), ' '];
      if (random.chance(0.3)) caret = null;
    }
    const at = typeof caret === 'number' ? caret : placeOf(caret, doc);
    return Math.max(1, Math.min(text.length, at ?? 1 + random.below(Math.max(1, text.length))));
  };

  const line = await openLine(address, {
    open(opened) {
      own = opened;
      if (audience.greets) opened.sendAll(audience.dialect.hello(Y.encodeStateVector(doc)));
      else live = options.live;
    },
    message(bytes, start, end) {
      const message = audience.hear(bytes, start, end);
      if (message.kind === 'asks')
        own?.send(audience.dialect.whole(Y.encodeStateAsUpdate(doc, message.stateVector)));
      else if (message.kind === 'presence') options.presence?.(message.states, performance.now());
      else if (message.kind === 'update') {
        bookClocks(audience, ledger, message, performance.now());
        if (live) Y.applyUpdate(doc, message.update, 'server');
        else kept.push(message.update);
        if (message.whole && !synced) {
          synced = true;
          live = options.live;
        }
      }
    },
    ...(options.ended === undefined ? {} : { ended: options.ended }),
  });

  return {
    number,
    doc,
    text,
    line,
    ledger,
    get synced() {
      return synced;
    },
    get clock() {
      return clockNow();
    },
    type() {
      const index = place();
      timed = true;
      text.insert(index, letters.shift() as string);
      timed = false;
      caret = live ? Y.createRelativePositionFromTypeIndex(text, index + 1, -1) : index + 1;
    },
    fill(paragraphs) {
      doc.transact(() => insertParagraphs(text, text.length, paragraphs));
    },
    show(more) {
      presenceClock += 1;
      const at = Y.createRelativePositionFromTypeIndex(text, 1 + random.below(Math.max(1, text.length)), -1);
      const cursor = { anchor: Y.relativePositionToJSON(at), head: Y.relativePositionToJSON(at) };
      const state = JSON.stringify({ user: { name: `Drafter ${number}` }, cursor, ...more });
      own?.send(audience.dialect.presence([{ client: doc.clientID, clock: presenceClock, state }]));
    },
    catchUp() {
      live = true;
      doc.transact(() => {
        for (const update of kept) Y.applyUpdate(doc, update, 'server');
      }, 'server');
      kept.length = 0;
    },
  };
}

const placeOf = (caret: Y.RelativePosition | null, doc: Y.Doc): number | null =>
  caret === null ? null : (Y.createAbsolutePositionFromRelativePosition(caret, doc)?.index ?? null);
