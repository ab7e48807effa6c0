import { describe, expect, it } from 'vitest';
import { notUnderstood } from '../../../shared/notes/parts.ts';
import { passagesOf } from '../../../shared/notes/passages.ts';
import { readMeetingNotes } from '../../../shared/notes/read-meeting-notes.ts';
import { expectTiles } from './tiles.ts';

const LINK = 'https://recordings.example/meeting-1';

function read(source: string) {
  const notes = readMeetingNotes(source);
  expectTiles(source, notes.parts);
  return { ...notes, missed: notUnderstood(source, notes.parts).map(({ text }) => text) };
}
const one = (source: string) => {
  const { statements } = read(source);
  expect(statements).toHaveLength(1);
  return statements[0] as (typeof statements)[number];
};
const quotes = (source: string): string[] =>
  one(source)
    .passages.filter(({ manner }) => manner === 'verbatim')
    .map(({ text }) => text);

describe('speakers', () => {
  it.each<
    [string, string, Partial<Record<'onBehalfOf' | 'alsoOnBehalfOf' | 'alignsWith' | 'except', string[]>>]
  >([
    ['*Country A*: “Words.”', 'Country A', {}],
    ['*The Country A co-facilitator* said that “words”.', 'The Country A co-facilitator', {}],
    ['*Country A* (aligns with Group B): “Words.”', 'Country A', { alignsWith: ['Group B'] }],
    ['*Country A (*aligned with Group B*): *“Words.”', 'Country A', { alignsWith: ['Group B'] }],
    ['*Country A *(aligns with Group B)*: *“Words.”', 'Country A', { alignsWith: ['Group B'] }],
    ['*Country A (*also on behalf of* Country C*): “Words.”', 'Country A', { alsoOnBehalfOf: ['Country C'] }],
    ['*Country A speaking on behalf of Group B* said: “Words.”', 'Country A', { onBehalfOf: ['Group B'] }],
    ['**Country A**, on behalf of the Group B: “Words.”', 'Country A', { onBehalfOf: ['Group B'] }],
    ['*Country A* aligned itself with Group B.', 'Country A', { alignsWith: ['Group B'] }],
    ['*Country A* aligned with Group B. “Words.”', 'Country A', { alignsWith: ['Group B'] }],
    [
      '*Country A* (aligns with Group B, Group C and Group D): “W.”',
      'Country A',
      { alignsWith: ['Group B', 'Group C', 'Group D'] },
    ],
    [
      '*Country A* (aligns with Group of 77 and China): “W.”',
      'Country A',
      { alignsWith: ['Group of 77 and China'] },
    ],
    [
      '*Country A* (aligns with Group B, except on paragraphs 3 and 12 bis): “Words.”',
      'Country A',
      { alignsWith: ['Group B'], except: ['3', '12 bis'] },
    ],
    [
      '*Country A* (also on behalf of Country C; aligns with Group B): “W.”',
      'Country A',
      { alsoOnBehalfOf: ['Country C'], alignsWith: ['Group B'] },
    ],
    ['*European Countries and candidates*: “Words.”', 'European Countries and candidates', {}],
    ['Country A: “Words.”', 'Country A', {}],
    ['- Country A (aligns with Group B): “Words.”', 'Country A', { alignsWith: ['Group B'] }],
    ['*Country A*\n“Words.”', 'Country A', {}],
  ])('Q3: %s', (source, speaker, spokenFor) => {
    const statement = one(source);
    expect(statement.speaker.printed).toBe(speaker);
    expect(statement.spokenFor).toEqual({
      onBehalfOf: [],
      alsoOnBehalfOf: [],
      alignsWith: [],
      except: [],
      ...spokenFor,
    });
    expect(source.slice(statement.speaker.start, statement.speaker.end)).toContain(speaker.slice(0, 9));
  });

  it('Q3: an emphasised expression inside a quotation is no speaker', () => {
    expect(quotes('*Country A*: “Work on *inter alia* access and *Forum* said so.”')).toEqual([
      'Work on inter alia access and Forum said so.',
    ]);
  });

  it('Q4: a paragraph that does not point back is put into nobody’s mouth, nor are the bullets below it', () => {
    const { statements, missed } = read(
      '*Country A*: “Words.”\nThe coffee break was long.\n- and the coffee cold\nCountry A also asked for time.\n',
    );
    expect(statements).toHaveLength(1);
    expect(statements[0]?.passages.map(({ text }) => text)).toEqual([
      'Words.',
      'Country A also asked for time.',
    ]);
    expect(missed.join()).toContain('coffee break');
    expect(missed.join()).toContain('coffee cold');
  });

  it('Q4: bullets, pronouns and capitals of the name go on with the speaker', () => {
    const { passages } = one(
      '*Group Beta and friends*: “Words.”\nThe GB proposal included:\n- a first thing\n· “a second” (starts at 2:00 <https://r.example/1>)\nIt also thanked.',
    );
    expect(passages.map(({ manner, text, at }) => [manner, text, at])).toEqual([
      ['verbatim', 'Words.', 120],
      ['reported', 'The GB proposal included', 120],
      ['reported', 'a first thing', 120],
      ['verbatim', 'a second', 120],
      ['reported', 'It also thanked.', null],
    ]);
  });
});

describe('quotations', () => {
  it.each<[string, string, string[]]>([
    ['several', '“One.” […] “Two.”', ['One.', 'Two.']],
    [
      'inside quotations',
      '“As it says, “the forum” is open.” […] “Two.”',
      ['As it says, “the forum” is open.', 'Two.'],
    ],
    ['straight', '"One." and "two"', ['One.', 'two']],
    ['German', '„Eins.“ […] „Zwei.“', ['Eins.', 'Zwei.']],
    ['French', '« Un, deux. »', ['Un, deux.']],
    ['closed the wrong way round', '“ One remains.“ (starts at 1:00)', ['One remains.']],
    ['of old mail', '``One.\'\' and "two"', ['One.', 'two']],
    ['single', '‘The states’ views differ.’ […] ‘Two.’', ['The states’ views differ.', 'Two.']],
    ['not opened', '“One.” […] Two goes on.” […] “Three.”', ['One.', 'Two goes on.', 'Three.']],
    [
      'not opened, with cuts',
      '“One.” […] Two […] goes on.” […] “Three.”',
      ['One.', 'Two […] goes on.', 'Three.'],
    ],
    ['not closed', '“One.” […] “Two goes on. (starts at 1:00)', ['One.', 'Two goes on.']],
    ['closed behind the time code', '“One (starts at 1:00).“ […] “Two.”', ['One', 'Two.']],
    ['interlaced', '“call it “Forum”, “with a budget”.', ['call it “Forum”', 'with a budget']],
  ])('Q5: %s', (_, words, expected) => {
    expect(quotes(`*Country A*: ${words}`)).toEqual(expected);
  });

  it.each([
    ['“One.” […] Two.”', 'quote-not-opened'],
    ['“One.', 'quote-not-closed'],
    ['“One (starts at 1:00).“', 'closing-mark-behind-time-code'],
    ['“call it “Forum”, “with a budget”.', 'quotes-interlaced'],
    ['‘One.’', 'single-quotation-marks'],
  ])('Q8: %s is doubtful: %s', (words, code) => {
    const statement = one(`*Country A*: ${words}`);
    expect(statement.doubts.map((doubt) => doubt.code)).toContain(code);
    expect(statement.confidence).not.toBe('sure');
  });

  it('Q5: words are those of the source, without the address inside them', () => {
    const source = '*Country A*: “See resolution 1 <https://docs.example/1> which stands.”';
    const [passage] = one(source).passages;
    expect(passage?.text).toBe('See resolution 1 which stands.');
    expect(passage?.references).toEqual(['https://docs.example/1']);
    expect(source.slice(passage?.start, passage?.end)).toBe(source.slice(13));
  });

  it('Q6: the note-taker’s words stand apart from quotations', () => {
    const { passages } = one('*Country A* stressed that the text will “serve two purposes” for all.');
    expect(passages.map(({ manner, text }) => [manner, text])).toEqual([
      ['reported', 'stressed that the text will'],
      ['verbatim', 'serve two purposes'],
      ['reported', 'for all.'],
    ]);
  });

  it('Q5: paragraphs between an open quotation and its end are quoted, and doubtful', () => {
    const { passages, doubts } = one('*Country A*: “First.\n\nSecond.\n\nThird.”');
    expect(passages.map(({ manner }) => manner)).toEqual(['verbatim', 'verbatim', 'verbatim']);
    expect(doubts.map(({ code }) => code)).toContain('quote-over-paragraphs');
  });
});

describe('time codes and links', () => {
  it.each<[string, number | null, string | null]>([
    [`(starts at 1:05:15 <${LINK}>)`, 3915, LINK],
    [`(Starts at 19:01 <${LINK}>).`, 1141, LINK],
    [`(starts at 1:32:18) <${LINK}>`, 5538, LINK],
    [`[75:10 ${LINK}]`, 4510, LINK],
    [`(starts at 1h05m15s <${LINK}>)`, 3915, LINK],
    ['(starts at 46:56)', 2816, null],
    [`(starts at 1:75:00 <${LINK}>)`, null, null],
  ])('Q7: %s', (code, at, url) => {
    const [passage] = one(`*Country A*: “Words.” ${code}`).passages;
    expect([passage?.at, passage?.recording]).toEqual([at, url]);
  });

  it('Q7: a time code is of all passages since the one before, and says so; without a link it is of the only recording', () => {
    const { passages, doubts } = one(
      `*Country A*: “One.” […] “Two.” (starts at 1:00 <${LINK}>) “Three.” (starts at 2:00)`,
    );
    expect(passages.map(({ at, recording }) => [at, recording])).toEqual([
      [60, LINK],
      [60, LINK],
      [120, LINK],
    ]);
    expect(doubts.map(({ code }) => code).sort()).toEqual([
      'recording-of-neighbour',
      'time-code-for-several',
    ]);
    expect(passagesOf(passages, 'en')[2]).toEqual({
      manner: 'verbatim',
      words: { language: 'en', text: 'Three.' },
      recording: { url: LINK, at: 120 },
    });
  });

  it('Q7: links to the written statement, also on a line of their own or cut short', () => {
    const { written, doubts } = one(
      '*Country A*: “Words.”\n(full written statement <https://a.example/statement-of-...> ).',
    );
    expect(written.map(({ url }) => url)).toEqual(['https://a.example/statement-of-...']);
    expect(doubts.map(({ code }) => code)).toEqual(['link-cut-short']);
  });
});

describe('as mail and files deliver it', () => {
  const plain = `Second meeting of States - 5 June 2025\n\n*NOTES*\n*Country A* (aligns with Group B): “We believe that the text as it stands now should be kept whole.” (starts at 1:00 <${LINK}>)\n*Country C*: “Agreed.”`;
  const wrapped = `Second meeting of States - 5 June 2025\n\n*NOTES*\n*Country A* (aligns with Group B): “We believe that the text as it\nstands now should be kept whole.” (starts at 1:00 <https://\nrecordings.example/meeting-1>)\n*Country C*: “Agreed.”`;
  it.each([
    ['as written', plain],
    ['Windows line ends', plain.replaceAll('\n', '\r\n')],
    ['mail quoting', plain.replace(/^/gm, '> ')],
    ['twice quoted', plain.replace(/^/gm, '>> ')],
    [
      'references',
      plain
        .replaceAll('“', '&ldquo;')
        .replaceAll('”', '&#8221;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;'),
    ],
    ['byte order mark', `\ufeff${plain}`],
    ['wrapped', wrapped],
    ['wrapped and quoted', wrapped.replace(/^/gm, '> ')],
  ])('Q2: %s', (_, source) => {
    const { statements, missed } = read(source);
    expect(
      statements.map(({ speaker, meeting, date, passages }) => [
        speaker.printed,
        meeting,
        date,
        passages.map(({ text, recording, at }) => [text, recording, at]),
      ]),
    ).toEqual([
      [
        'Country A',
        'Second meeting of States',
        '2025-06-05',
        [['We believe that the text as it stands now should be kept whole.', LINK, 60]],
      ],
      ['Country C', 'Second meeting of States', '2025-06-05', [['Agreed.', null, null]]],
    ]);
    expect(missed).toEqual([]);
  });

  it('Q2: sessions and their dates go with the statements below them', () => {
    const { statements } = read(
      '# Talks, 3 May 2025\n\n## Morning\n*Country A*: “One.”\n\n## Afternoon, 2025-05-04\n*Country A*: “Two.”',
    );
    expect(statements.map(({ meeting, session, date }) => [meeting, session, date])).toEqual([
      ['Talks', 'Morning', '2025-05-03'],
      ['Talks', 'Afternoon', '2025-05-04'],
    ]);
  });
});
