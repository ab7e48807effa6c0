import type * as Y from 'yjs';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { unreachable } from '../../../shared/model/result.ts';
import type { Mend } from './after-close.ts';
import { type DeviceWriter, deviceFailed } from './device-writer.ts';
import type { KeptShelf } from './kept-shelf.ts';
import type { KeptParagraph, KeptReason } from './kept-words.ts';
import { rebuildUnsent } from './rebuild.ts';
import { docOf, type ServerCopy } from './server-copy.ts';
import { keysOf, newChange, updatesOf } from './unsent-change.ts';
import type { UnsentLedger } from './unsent-ledger.ts';
import { wordsToKeep } from './unsent-words.ts';

/** What becomes of unsent words that cannot go out as they are; the text starts again each time. */
export interface TakingOut {
  /** Takes unsent words out of the text: durable beside it first, then the text starts again from the server's. */
  keep(reason: KeptReason): Promise<void>;
  /** The same unsent work under a new clientID. */
  rewrite(): void;
  mend(how: Mend): void;
  /** Whether words are being taken out now. */
  underWay(): boolean;
  /** Whether there are kept words that the device could not take. */
  unsafe(): boolean;
}

export interface TakingOutOptions {
  readonly ledger: UnsentLedger;
  readonly copy: ServerCopy;
  readonly device: DeviceWriter;
  readonly shelf: KeptShelf;
  /** What the local text says beyond the server's. */
  readonly describe: () => readonly KeptParagraph[];
  readonly now: () => IsoTime;
  /** Whether the text is on show. */
  readonly shown: () => boolean;
  readonly closed: () => boolean;
  readonly hangUp: () => void;
  /** Starts again from this text. */
  readonly begin: (doc: Y.Doc, show: boolean) => void;
}

export function takingOut(options: TakingOutOptions): TakingOut {
  const { ledger, copy, device, shelf } = options;
  let keeping = false;
  let unsafe = false;

  const keep = async (reason: KeptReason): Promise<void> => {
    if (keeping) return;
    keeping = true;
    // Judged anew meanwhile, the same words would go out and be kept as well.
    options.hangUp();
    for (let changes = ledger.changes(); changes.length > 0; changes = ledger.changes()) {
      const named = { id: crypto.randomUUID(), at: options.now() };
      const words = wordsToKeep(copy, changes, options.describe(), reason, named);
      const mine = await device.keep(keysOf(changes), words).catch((error) => {
        deviceFailed(error);
        unsafe = true;
        return true;
      });
      ledger.remove(keysOf(changes));
      if (mine && words !== null) shelf.add(words);
    }
    keeping = false;
    if (reason === 'server-restored') {
      copy.forget();
      await device.after((on) => on.forgetServer()).catch(deviceFailed);
    }
    if (!options.closed())
      options.begin(docOf(copy.updates()), options.shown() && reason !== 'server-restored');
  };
  const rewrite = (): void => {
    const keys = keysOf(ledger.changes());
    const { doc, update } = rebuildUnsent(copy.updates(), updatesOf(ledger.changes()));
    const changes = update === null ? [] : [newChange(update)];
    ledger.remove(keys);
    for (const change of changes) ledger.add(change);
    void device.after((on) => on.replaceUnsent(keys, changes)).catch(deviceFailed);
    options.begin(doc, options.shown());
  };
  const mend = (how: Mend): void => {
    if (options.closed()) return;
    switch (how) {
      case 'nothing':
        break;
      case 'rebuild':
        rewrite();
        break;
      case 'rebuild-unsent':
        if (ledger.changes().length > 0) rewrite();
        break;
      case 'keep-forged':
        void keep('forged');
        break;
      case 'keep-misplaced':
        void keep('misplaced');
        break;
      case 'keep-too-large':
        void keep('too-large');
        break;
      default:
        unreachable(how);
    }
  };
  return { keep, rewrite, mend, underWay: () => keeping, unsafe: () => unsafe };
}
