import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Metrics } from '../ports/metrics.ts';
import { countedMetrics } from './counted.ts';
import { type GaugeSources, gauges } from './gauges.ts';
import { requestMetrics } from './requests.ts';

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

/** W2: metrics by prom-client in a registry of their own. The process' own are watched from now until it ends. */
export function createMetrics(sources: GaugeSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of COSTLY) registry.removeSingleMetric(name);
  countedMetrics(registry, sources.counters);
  gauges(registry, sources);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countRequest: requestMetrics(registry),
  };
}
