import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  mistakesIn,
  newFields,
  newPassage,
  requestOf,
  type StatementFields,
} from '../../../../client/features/statements/form/statement-fields.ts';

const passage = { ...newPassage('1', 'en'), text: 'So it is.' };
const fields = (changes: Partial<StatementFields> = {}): StatementFields => ({
  ...newFields(passage),
  speaker: 'Norland',
  ...changes,
});
const why = (changes: Partial<StatementFields>): string[] =>
  mistakesIn(fields(changes)).map(({ field, why: reason }) => `${field}:${reason}`);

describe('fields of a statement', () => {
  it('U204: what is lacking is said beside the field, and nothing is sent before', () => {
    expect(why({})).toEqual([]);
    expect(why({ speaker: ' ' })).toEqual(['speaker:needed']);
    expect(why({ passages: [] })).toEqual(['passages:nothingSaid']);
    expect(why({ passages: [], alignsWith: 'Group of the Coast' })).toEqual([]);
    expect(why({ written: 'example.org' })).toEqual(['written:wrongAddress']);
    expect(why({ passages: [{ ...passage, time: '1:75' }] })).toEqual(['time:wrongTime']);
    expect(why({ passages: [{ ...passage, time: '1:15' }] })).toEqual(['url:timeWithoutAddress']);
  });

  it('U204: what is sent comes back as the same fields', () => {
    const sent = requestOf(
      fields({
        onBehalfOf: ' Group of the Coast \n\nGroup of the Hills',
        date: '2026-05-12',
        passages: [{ ...passage, url: 'https://example.org/v', time: '1:05:15' }, newPassage('2', 'en')],
      }),
    );
    expect(sent).toMatchObject({
      spokenFor: { onBehalfOf: ['Group of the Coast', 'Group of the Hills'] },
      passages: [{ recording: { url: 'https://example.org/v', at: 3915 } }],
    });
    const row = { ...sent, date: '2026-05-12T00:00:00.000Z' } as never;
    expect(requestOf(fieldsOf(row))).toEqual(sent);
  });
});
