import { describe, expect, it } from 'vitest';
import { withWordings, wordingsOf } from '../../../../client/features/proposals/draft/proposal-draft.ts';
import {
  isWorthKeeping,
  lackOf,
  sentChanges,
} from '../../../../client/features/proposals/draft/ready-to-send.ts';
import { change, draft, paragraph } from './sketch.ts';

const P12 = paragraph('p12', 'We commit to act.', '12');
const P13 = paragraph('p13', 'We decide.', '13');

const rewritten = (text: string) => {
  const begun = change('replace', P12);
  return withWordings(
    begun,
    wordingsOf(begun).map((wording) => ({ ...wording, text })),
  );
};

describe('U92: what a change lacks is said before it is sent', () => {
  it.each([
    { name: 'a copy that nobody edited', begun: change('replace', P12), lack: 'unchanged' },
    { name: 'new wording', begun: rewritten('We commit to act now.'), lack: null },
    { name: 'words that were all taken away', begun: rewritten(' '), lack: 'empty' },
    { name: 'an empty insertion', begun: change('insert-after', P12), lack: 'empty' },
    { name: 'a move without a place', begun: change('move', P12), lack: 'no-place' },
    { name: 'a move to the beginning', begun: { ...change('move', P12), after: null }, lack: null },
    { name: 'a move behind itself', begun: { ...change('move', P12), after: P12.id }, lack: 'no-place' },
    { name: 'a deletion', begun: change('delete', P12), lack: null },
    { name: 'keep as is', begun: change('keep', P12), lack: null },
  ])('$name', ({ begun, lack }) => {
    expect(lackOf(begun, [begun])).toBe(lack);
  });

  it('one paragraph cannot be both rewritten and deleted, but something may stand behind it as well', () => {
    const { changes } = draft(rewritten('We act.'), change('delete', P12), change('insert-after', P12));
    expect(changes.map((each) => lackOf(each, changes))).toEqual(['twice', 'twice', 'empty']);
  });
});

describe('U92: what is sent', () => {
  it('names act, paragraph and base, and leaves empty paragraphs out', () => {
    const inserted = change('insert-after', P13);
    const [first] = inserted.insertion;
    if (first === undefined) throw new Error('an insertion begins with one paragraph');
    const two = {
      ...inserted,
      insertion: [
        { ...first, text: 'And we will meet again.' },
        { ...first, key: 'x' },
      ],
    };
    expect(sentChanges(draft(change('delete', P12), two))).toEqual([
      {
        act: 'delete',
        paragraph: 'p12',
        base: { label: '12', kind: 'operative', level: 0, runs: [{ text: 'We commit to act.' }] },
        wording: [],
        after: null,
      },
      {
        act: 'insert-after',
        paragraph: 'p13',
        base: { label: '13', kind: 'operative', level: 0, runs: [{ text: 'We decide.' }] },
        wording: [{ kind: 'operative', level: 0, runs: [{ text: 'And we will meet again.' }] }],
        after: null,
      },
    ]);
  });

  it('words typed for one act stay while another is tried', () => {
    const typed = rewritten('We act.');
    const tried = { ...typed, act: 'delete' as const };
    expect(wordingsOf(tried)).toEqual([]);
    expect(wordingsOf({ ...tried, act: 'replace' }).map(({ text }) => text)).toEqual(['We act.']);
  });

  it('a draft is kept from the first word on, and not before', () => {
    expect(isWorthKeeping(draft(change('replace', P12)))).toBe(false);
    expect(isWorthKeeping(draft(rewritten('We act.')))).toBe(true);
    expect(isWorthKeeping({ ...draft(change('replace', P12)), rationale: 'Since' })).toBe(true);
  });
});
