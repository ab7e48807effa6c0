import { Counter, Histogram, type Registry } from 'prom-client';
import type { Metrics } from '../ports/metrics.ts';
import { named } from './names.ts';

/** Seconds: most answers take a few milliseconds, the largest registers about a second. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10];

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts requests by method, route template and class of status: all of them from short lists. */
export function requestMetrics(registry: Registry): Metrics['countRequest'] {
  const registers = [registry];
  const requests = new Counter({
    name: named('http_requests_total'),
    help: 'HTTP requests answered, by method, route template and class of status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const durations = new Histogram({
    name: named('http_request_duration_seconds'),
    help: 'Time from the head of an HTTP request until its answer was handed to the network.',
    labelNames: ['method', 'route'] as const,
    buckets: BUCKETS,
    registers,
  });
  return ({ method: asked, route, status: code, seconds }) => {
    const method = METHODS.has(asked) ? asked : 'other';
    const status = `${Math.floor(code / 100)}xx`;
    requests.inc({ method, route, status });
    durations.observe({ method, route }, seconds);
  };
}
