import { Counter, type Metric, type Registry } from 'prom-client';
import type { Counters, SeatKind, Tally } from '../ports/counters.ts';
import { named } from './names.ts';

type Labelled = readonly [labels: Readonly<Record<string, string>>, value: number];

/** Shows the plain counters as they stand when somebody asks. */
export function countedMetrics(registry: Registry, c: Counters): void {
  const registers = [registry];
  const count = (name: string, help: string, read: () => number): void =>
    void new Counter({
      name: named(name),
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  const countBy = (
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => readonly Labelled[],
  ): void =>
    void new Counter({
      name: named(name),
      help,
      labelNames: [...labelNames],
      registers,
      collect() {
        this.reset();
        for (const [labels, value] of read()) this.inc(labels, value);
      },
    });

  count('frames_received_total', 'Frames that came in on /sync.', () => c.framesIn);
  count('received_bytes_total', 'Bytes of frames that came in on /sync.', () => c.bytesIn);
  count('frames_sent_total', 'Frames handed to sockets of /sync, one a receiver.', () => c.framesOut);
  count('sent_bytes_total', 'Bytes of frames handed to sockets of /sync.', () => c.bytesOut);
  count('updates_admitted_total', 'Updates sent on their way into the log.', () => c.updatesAdmitted);
  count('updates_known_total', 'Updates that brought nothing new.', () => c.updatesKnown);
  count('updates_committed_total', 'Updates that became durable.', () => c.updatesCommitted);
  count(
    'updates_dropped_total',
    'Updates that could not be stored and stayed with their writers.',
    () => c.updatesDropped,
  );
  countBy('commit_windows_total', 'Group commits, by how they ended.', ['outcome'], () => [
    [{ outcome: 'committed' }, c.windowsCommitted],
    [{ outcome: 'dropped' }, c.windowsDropped],
  ]);
  tallied(registry, 'commit_window_rows', 'Rows of the log in one group commit.', c.windowEntries);
  tallied(
    registry,
    'commit_duration_seconds',
    'Time from handing a group commit to the log until it was durable.',
    c.appendSeconds,
  );
  count(
    'receivers_skipped_total',
    'Receivers passed over because their network was full.',
    () => c.receiversSkipped,
  );
  count(
    'receivers_caught_up_total',
    'Skipped receivers that were brought up to date.',
    () => c.receiversCaughtUp,
  );
  countBy(
    'joins_total',
    'Clients that asked for the text, by whether they had some of it.',
    ['answer'],
    () => [
      [{ answer: 'full' }, c.joinsWithFullState],
      [{ answer: 'packed' }, c.joinsWithPackedState],
      [{ answer: 'difference' }, c.returnsWithDifference],
    ],
  );
  count('presence_frames_sent_total', 'Presence frames handed to sockets.', () => c.presenceFrames);
  count('acknowledgements_sent_total', 'Acknowledgements handed to sockets.', () => c.acknowledgements);
  countBy('connections_opened_total', 'Connections that took a seat.', ['seat'], () => bySeat(c.opened));
  countBy('connections_closed_total', 'Seated connections that are gone.', ['seat'], () => bySeat(c.closed));
  countBy(
    'closings_total',
    'Connections closed by the server, by close code and reason.',
    ['code', 'reason'],
    () => [...c.closings].map(([key, value]) => [closingLabels(key), value]),
  );
  count('snapshots_written_total', 'Snapshots of working texts written.', () => c.snapshotsWritten);
  count('snapshot_seconds_total', 'Time spent on snapshots.', () => c.snapshotSeconds);
  countBy(
    'checkpoints_total',
    'Times the write-ahead log was brought into the database.',
    ['outcome'],
    () => [
      [{ outcome: 'done' }, c.checkpoints],
      [{ outcome: 'failed' }, c.checkpointsFailed],
    ],
  );
  count('text_loads_total', 'Working texts loaded from snapshot and log.', () => c.loads);
  count('text_load_seconds_total', 'Time spent on loading working texts.', () => c.loadSeconds);
  count('client_ids_claimed_total', 'ClientIDs bound to whoever announced them.', () => c.claims);
}

export const bySeat = (amounts: Readonly<Record<SeatKind, number>>): Labelled[] =>
  Object.entries(amounts).map(([seat, value]) => [{ seat }, value]);

const closingLabels = (key: string): Readonly<Record<string, string>> => {
  const space = key.indexOf(' ');
  return { code: key.slice(0, space), reason: key.slice(space + 1) };
};

/**
 * A histogram whose values were counted elsewhere: prom-client's own can only be fed value by value. Of a metric the
 * registry asks no more than its name and `get`.
 */
function tallied(registry: Registry, name: string, help: string, tally: Tally): void {
  const full = named(name);
  const get = async () => {
    let below = 0;
    const buckets = tally.counts.map((n, k) => {
      below += n;
      return { metricName: `${full}_bucket`, labels: { le: tally.bounds[k] ?? '+Inf' }, value: below };
    });
    const values = [
      ...buckets,
      { metricName: `${full}_sum`, labels: {}, value: tally.sum },
      { metricName: `${full}_count`, labels: {}, value: below },
    ];
    return { name: full, help, type: 'histogram', aggregator: 'sum', values };
  };
  registry.registerMetric({ name: full, get } as unknown as Metric);
}
