import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Metrics } from '../ports/metrics.ts';
import { countedMetrics } from './counted.ts';
import { type GaugeSources, gauges } from './gauges.ts';
import { requestMetrics } from './requests.ts';
import { NEVER, standstillMetrics } from './standstill.ts';

/**
 * Default metrics that walk over every open socket at each reading and tell nothing that ours do not. The number of open
 * files stays, though it reads a folder: it is what runs out first.
 */
const COSTLY = [
  'nodejs_active_handles',
  'nodejs_active_handles_total',
  'nodejs_active_resources',
  'nodejs_active_resources_total',
  'nodejs_active_requests',
  'nodejs_active_requests_total',
];

/** Default metrics for which the process is woken a hundred times a second; standstill.ts tells the same for less. */
const SLEEPLESS = [
  'nodejs_eventloop_lag_seconds',
  ...['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99'].map(
    (name) => `nodejs_eventloop_lag_${name}_seconds`,
  ),
];

/** W2: metrics by prom-client in a registry of their own. The process' own are watched from now until it ends. */
export function createMetrics(sources: GaugeSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: NEVER });
  for (const name of [...COSTLY, ...SLEEPLESS]) registry.removeSingleMetric(name);
  const standstill = standstillMetrics(registry);
  countedMetrics(registry, sources.counters);
  gauges(registry, sources);
  return {
    contentType: registry.contentType,
    async text() {
      const text = await registry.metrics();
      standstill.asked();
      return text;
    },
    countRequest: requestMetrics(registry),
  };
}
