import { describe, expect, it } from 'vitest';
import {
  type Checked,
  checkedOf,
  joinWithBefore,
  namesIn,
  splitSpeaker,
} from '../../../../client/features/statements/import/checked.ts';
import type { ReadNotes } from '../../../../client/features/statements/import/notes-worker.ts';
import { readMeetingNotes } from '../../../../shared/notes/read-meeting-notes.ts';
import { readPressSummary } from '../../../../shared/notes/read-press-summary.ts';

const context = () => {
  let key = 0;
  const here = { id: 'd1', name: 'Norland', constituency: 'government' } as never;
  return { delegations: [here], language: 'fr', newKey: () => String(++key) };
};
const meeting = (source: string): readonly Checked[] => {
  const read: ReadNotes = { kind: 'meeting', notes: readMeetingNotes(source) };
  return checkedOf(read, context());
};

const NOTES = `Plenary - 12 May 2026

*Norland (aligns with Group of the Coast)*: “We agree.” (starts at 1:05 <https://example.org/v>)

*Suland and Westland* said that more is needed.
`;

describe('recognised statements while they are checked', () => {
  it('U202: carry all that was read, with the delegation that fits by name as a suggestion', () => {
    const [first, second] = meeting(NOTES);
    expect(first).toMatchObject({
      state: 'open',
      suggested: true,
      fields: {
        speaker: 'Norland',
        delegationId: 'd1',
        alignsWith: 'Group of the Coast',
        date: '2026-05-12',
        meeting: 'Plenary',
        passages: [{ manner: 'verbatim', text: 'We agree.', language: 'fr', time: '1:05' }],
      },
    });
    expect(second).toMatchObject({ suggested: false, fields: { delegationId: null } });
    expect(NOTES.slice(first?.span?.start, first?.span?.end)).toContain('We agree.');
  });

  it('U202: a sentence of a press summary is a report of each delegation it names', () => {
    const source = 'Concerns were raised on the last paragraph (Norland, Suland).';
    const read: ReadNotes = { kind: 'press', notes: readPressSummary(source) };
    const checked = checkedOf(read, context());
    expect(checked.map(({ fields }) => fields.speaker)).toEqual(['Norland', 'Suland']);
    for (const { fields } of checked)
      expect(fields.passages.map(({ manner }) => manner)).toEqual(['reported']);
  });

  it('U203: a speaker is split into statements with the same passages, which are to be checked anew', () => {
    const all = meeting(NOTES).map((one): Checked => ({ ...one, state: 'confirmed' }));
    const second = all[1] as Checked;
    expect(namesIn(second.fields.speaker)).toEqual(['Suland', 'Westland']);
    const split = splitSpeaker(all, second.key, ['Suland', 'Norland'], context());
    expect(split.map(({ fields }) => fields.speaker)).toEqual(['Norland', 'Suland', 'Norland']);
    expect(split.map(({ state }) => state)).toEqual(['confirmed', 'open', 'open']);
    expect(split[2]?.fields).toMatchObject({ delegationId: 'd1', passages: second.fields.passages });
  });

  it('U203: a statement joined with the one before it brings its passages there and loses none', () => {
    const all = meeting(NOTES);
    const joined = joinWithBefore(all, all[1]?.key ?? '');
    expect(joined).toHaveLength(1);
    expect(joined[0]?.fields.passages).toEqual(all.flatMap(({ fields }) => fields.passages));
    expect(joined[0]?.span).toEqual({ start: all[0]?.span?.start, end: all[1]?.span?.end });
    expect(joinWithBefore(all, all[0]?.key ?? '')).toBe(all);
  });
});
