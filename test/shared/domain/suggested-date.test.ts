import { describe, expect, it } from 'vitest';
import { suggestedDates } from '../../../shared/domain/suggested-date.ts';
import type { Milestone, MilestoneKind } from '../../../shared/model/milestone.ts';

const NOW = '2026-10-10T08:00:00.000Z' as never;
const milestone = (id: string, kind: MilestoneKind, name: string, part: object = {}): Milestone =>
  ({ id, kind, name, actual: null, version: null, ...part }) as never;
const version = (name: string, stage: string, day: number) =>
  ({ id: name, name, stage, publishedAt: `2026-10-0${day}T09:00:00.000Z` }) as never;
const versions = [
  version('Zero draft', 'zero', 1),
  version('Rev.1', 'revision', 3),
  version('Rev.2', 'revision', 5),
];
const silence = { opensAt: '2026-10-06T09:00:00.000Z' } as never;
const adoption = { date: '2026-10-09T12:00:00.000Z', version: 'Rev.2' } as never;
const what = (milestones: readonly Milestone[], happened: object = {}) =>
  Object.fromEntries(
    [...suggestedDates(milestones, { versions, silences: [], adoption: null, ...happened }, NOW)].map(
      ([id, { why, at, version: of }]) => [id, [why, at.slice(0, 10), of]],
    ),
  );

describe('suggested dates', () => {
  it('V135: versions go to the milestones of their stage in turn, each once', () => {
    expect(
      what([
        milestone('a', 'zero-draft', 'Zero draft'),
        milestone('b', 'revision', 'First revision'),
        milestone('c', 'revision', 'Second revision'),
        milestone('d', 'revision', 'Third revision'),
      ]),
    ).toEqual({
      a: ['published', '2026-10-01', 'Zero draft'],
      b: ['published', '2026-10-03', 'Rev.1'],
      c: ['published', '2026-10-05', 'Rev.2'],
    });
  });

  it('V135: another number is another version; what a milestone names is its own', () => {
    expect(what([milestone('b', 'revision', 'Rev.2')])).toEqual({ b: ['published', '2026-10-05', 'Rev.2'] });
    expect(what([milestone('b', 'revision', 'Rev.3')])).toEqual({});
    expect(
      what([
        milestone('a', 'other', 'Launch', { actual: NOW, version: 'Rev.1' }),
        milestone('b', 'revision', 'A revision'),
      ]),
    ).toEqual({ b: ['published', '2026-10-05', 'Rev.2'] });
    expect(what([milestone('a', 'other', 'Launch', { version: 'Rev.1' })])).toEqual({
      a: ['published', '2026-10-03', 'Rev.1'],
    });
  });

  it('V135: a silence and the adoption are suggested once they are there', () => {
    const stations = [
      milestone('s', 'silence', 'Silence'),
      milestone('t', 'silence', 'Again'),
      milestone('x', 'adoption', 'Adoption'),
    ];
    expect(what(stations)).toEqual({});
    expect(what(stations, { silences: [silence], adoption })).toEqual({
      s: ['silence', '2026-10-06', null],
      x: ['adopted', '2026-10-09', 'Rev.2'],
    });
  });
});
