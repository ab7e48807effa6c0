/** What the server tells an operator's monitoring. */
export interface Metrics {
  /** Media type of `text`. */
  readonly contentType: string;
  /** Everything that is measured, in Prometheus' text format. */
  text(): Promise<string>;
  /** Counts one answered request. `route` is the template (`/api/documents/:id`), never the address that was asked. */
  countRequest(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
}

/** How full the rooms are just now. */
export interface RoomPressure {
  /** Rooms in memory. */
  readonly rooms: number;
  /** Receivers that were skipped and are not yet up to date. */
  readonly behind: number;
  /** Bytes that the network has not taken from those receivers. */
  readonly bufferedBytes: number;
}
