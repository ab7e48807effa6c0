import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../server/metrics/prometheus.ts';
import { createCounters } from '../../server/ports/counters.ts';

const ROOT = join(import.meta.dirname, '../..');
const GUIDE = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');

describe('the guide for operators', () => {
  it('W4: names every setting', () => {
    const config = readFileSync(join(ROOT, 'server/config.ts'), 'utf8');
    const settings = [...config.matchAll(/given\('([A-Z_]+)'\)/g)].map((match) => match[1] as string);
    expect(settings.length).toBeGreaterThan(8);
    expect(settings.filter((name) => !GUIDE.includes(`\`${name}\``))).toEqual([]);
  });

  it('W4: names every metric of ours, and no other', async () => {
    const metrics = createMetrics({
      counters: createCounters(),
      pressure: () => ({ rooms: 0, behind: 0, bufferedBytes: 0 }),
      storage: () => ({ database: 0, wal: 0 }),
      ...{ databaseSchema: 1, textSchema: 1, version: '0' },
    });
    const names = [...(await metrics.text()).matchAll(/^# TYPE sounding_board_(\S+)/gm)].map(
      (match) => match[1] as string,
    );
    const table = GUIDE.slice(GUIDE.indexOf('| name (after'), GUIDE.indexOf('Beside them stand'));
    const told = [...table.matchAll(/`([a-z_]+)(?:\{[a-z,]+\})?`(?=[^|]*\|)/g)].map(
      (match) => match[1] as string,
    );
    expect(names.filter((name) => !told.includes(name))).toEqual([]);
    const firstColumn = table
      .split('\n')
      .slice(2)
      .map((row) => row.split('|')[1] ?? '')
      .join(' ');
    const listed = [...firstColumn.matchAll(/`([a-z_]+)(?:\{[a-z,]+\})?`/g)].map(
      (match) => match[1] as string,
    );
    expect(listed.filter((name) => !names.includes(name))).toEqual([]);
  });
});
