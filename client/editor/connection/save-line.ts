import type { IsoTime } from '../../../shared/model/ids.ts';
import { countChanges } from './change-count.ts';
import type { DeviceWriter } from './device-writer.ts';
import type { Exchange } from './exchange.ts';
import { type SaveFacts, type SaveState, saveState } from './save-state.ts';
import type { Surfaces } from './surfaces.ts';
import type { UnsentLedger } from './unsent-ledger.ts';

/** A device that has not taken a change after this many milliseconds is said not to have it. */
const PASSING = 1_000;

/** What the save line knows by itself; the rest is read off the other parts whenever it is drawn. */
export type LineFacts = Pick<SaveFacts, 'link' | 'since' | 'slow' | 'savedAt' | 'refused' | 'halt'>;

/** Keeps what the save line says, and whether one may write, true to the parts they depend on. */
export interface SaveLine {
  facts(): LineFacts;
  /** Learns facts and draws the line anew. */
  note(change: Partial<LineFacts>): void;
  /** Draws the line anew; call whenever one of the parts may answer otherwise. */
  refresh(): void;
}

export interface SaveLineOptions {
  readonly out: Surfaces;
  readonly ledger: UnsentLedger;
  readonly device: DeviceWriter;
  readonly exchange: Exchange;
  /** Whether what the device holds survives the page. */
  readonly survives: boolean;
  /** Whether unsent words are being taken out of the text. */
  readonly keeping: () => boolean;
  readonly now: IsoTime;
}

export function saveLine(options: SaveLineOptions): SaveLine {
  const { out, ledger, device, exchange } = options;
  let line: LineFacts = {
    link: 'never',
    since: options.now,
    slow: false,
    savedAt: null,
    refused: null,
    halt: null,
  };

  /** Offline, a change is counted when the device has it: the line would flicker with every key otherwise. */
  const isPassing = (next: SaveState): boolean => {
    const since = device.busySince();
    const shown = out.state.get();
    return (
      options.survives &&
      next.kind === 'offline' &&
      shown.kind === 'offline' &&
      shown.slow === next.slow &&
      since !== null &&
      Date.now() - since < PASSING
    );
  };
  const refresh = (): void => {
    const may = out.permissions.get();
    const readOnly =
      exchange.judged() && may !== null && !may.canWrite && may.reason !== null
        ? { reason: may.reason, phase: may.phase, closesAt: may.closesAt }
        : null;
    const next = saveState({
      ...line,
      readOnly,
      synced: exchange.synced(),
      changes: countChanges(ledger.changes().map((change) => change.at)),
      onDevice: device.safe(),
    });
    if (!isPassing(next) && JSON.stringify(next) !== JSON.stringify(out.state.get())) out.state.set(next);
    out.editable.set(
      out.live.get() !== null && may?.canWrite === true && line.halt === null && !options.keeping(),
    );
  };
  return {
    facts: () => line,
    note: (change) => {
      line = { ...line, ...change };
      refresh();
    },
    refresh,
  };
}
