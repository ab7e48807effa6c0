import { Gauge, type Registry } from 'prom-client';
import type { Counters } from '../ports/counters.ts';
import type { RoomPressure } from '../ports/metrics.ts';
import { bySeat } from './counted.ts';
import { named } from './names.ts';

/** What the gauges read when somebody asks. None of it may cost more with every connection. */
export interface GaugeSources {
  readonly counters: Counters;
  readonly pressure: () => RoomPressure;
  /** Bytes of the database's files. */
  readonly storage: () => { readonly database: number; readonly wal: number };
  /** Number of the newest migration that this program knows, which is that of the open database. */
  readonly databaseSchema: number;
  /** SCHEMA_VERSION of the live text, which clients must speak. */
  readonly textSchema: number;
  /** Version of this program. */
  readonly version: string;
}

export function gauges(registry: Registry, sources: GaugeSources): void {
  const { counters: c, pressure, storage } = sources;
  const registers = [registry];
  const show = (name: string, help: string, read: () => number): void =>
    void new Gauge({
      name: named(name),
      help,
      registers,
      collect() {
        this.set(read());
      },
    });

  new Gauge({
    name: named('connections'),
    help: 'Connections with a seat: who may write and who reads on /sync, who listens on /events.',
    labelNames: ['seat'],
    registers,
    collect() {
      for (const [labels, opened] of bySeat(c.opened))
        this.set(labels, opened - c.closed[labels.seat as keyof Counters['closed']]);
    },
  });
  show('rooms', 'Working texts in memory.', () => pressure().rooms);
  show(
    'receivers_behind',
    'Receivers that were skipped and are not yet up to date.',
    () => pressure().behind,
  );
  show(
    'receivers_behind_bytes',
    'Bytes that wait for the networks of skipped receivers.',
    () => pressure().bufferedBytes,
  );
  show(
    'updates_waiting',
    'Admitted updates that are neither durable nor dropped.',
    () => c.updatesAdmitted - c.updatesCommitted - c.updatesDropped,
  );
  new Gauge({
    name: named('database_bytes'),
    help: 'Size of the database and of its write-ahead log.',
    labelNames: ['file'],
    registers,
    collect() {
      for (const [file, bytes] of Object.entries(storage())) this.set({ file }, bytes);
    },
  });
  show('database_schema', 'Number of the newest migration in the database.', () => sources.databaseSchema);
  show('text_schema', 'Schema of the live text that clients must speak.', () => sources.textSchema);
  new Gauge({
    name: named('build_info'),
    help: 'Always 1; the label says which version runs.',
    labelNames: ['version'],
    registers,
  }).set({ version: sources.version }, 1);
}
