/** How long a peer may take, in milliseconds (R36). */
export interface HttpTimes {
  /** From the connection, or the answer before, to the last header: a half-sent request or upgrade, or silence. */
  readonly headers: number;
  /** To the last byte of the body: 20 MiB at 0.6 Mbit/s, a file on the network of a hotel. */
  readonly request: number;
  /** Nothing moves either way: nobody reads the answer, or the peer is gone. No answer takes so long to make. */
  readonly idle: number;
  /** Between two looks for those who take longer. */
  readonly check: number;
}

const TIMES: HttpTimes = { headers: 15_000, request: 300_000, idle: 180_000, check: 5_000 };

/** As Fastify takes them. */
export function timesFor(given: Partial<HttpTimes> = {}) {
  const times = { ...TIMES, ...given };
  return {
    http: { headersTimeout: times.headers, connectionsCheckingInterval: times.check },
    requestTimeout: times.request,
    connectionTimeout: times.idle,
  };
}
