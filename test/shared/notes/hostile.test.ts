import { describe, expect, it } from 'vitest';
import { newMeter } from '../../../shared/notes/meter.ts';
import { readMeetingNotes } from '../../../shared/notes/read-meeting-notes.ts';
import { readPressSummary } from '../../../shared/notes/read-press-summary.ts';
import { readQuestionnaire } from '../../../shared/notes/read-questionnaire.ts';
import { expectTiles } from './tiles.ts';

const READERS = { readMeetingNotes, readPressSummary, readQuestionnaire };
const NASTY: Readonly<Record<string, string>> = {
  'one line': 'words and more ',
  'opening marks': '“',
  'closing marks': 'a” ',
  'straight marks': '" ',
  'single marks': '‘a ’',
  'open brackets': '(starts at 1:0',
  'open links': '<https://a ',
  cuts: '[…] a ',
  'speakers on one line': '*Country A*: ',
  'speakers on many lines': '*Country A*: “Words.\n',
  asterisks: '*a',
  references: '&amp;&lt;&#8220;',
  'mail quoting': '> > a\n',
  'line ends': '\r\n',
  commas: 'Country A, ',
  names: 'Country and ',
  'brackets with names': '(Country A) ',
  questions: '1. What?\n',
  'rising lines': '\n\n7. a\n',
  spaces: ' ',
  underscores: 'a_b ',
  'nothing readable': '\ud800\u0000\ufffd',
};

const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe.each(Object.entries(READERS))('%s on hostile text', (name, reader) => {
  it.each(Object.entries(NASTY))(
    `Q14: ${name}: twice the text is at most about twice the work: %s`,
    (_, piece) => {
      const [small, large] = [40_000, 80_000].map((length) => {
        const meter = newMeter();
        const source = `*Country A*: ${filled(piece, length)}`;
        expectTiles(source, reader(source, meter).parts);
        return meter.steps;
      }) as [number, number];
      expect(small).toBeGreaterThan(0);
      expect(large / small).toBeLessThan(2.2);
    },
  );

  it('Q14: five megabytes of one line', () => {
    const meter = newMeter();
    const source = filled('the text “as it stands (1:0 <https: ', 5_000_000);
    const { parts } = reader(source, meter);
    expect(parts.at(-1)?.end).toBe(source.length);
    expect(meter.steps / source.length).toBeLessThan(8);
  });

  it.each(['', ' ', '\n', '\ufeff', '*', '> ', '&amp;', '“', '1.', '()', '*A*:', '\r', '*a\n*b*'])(
    'Q1: %j',
    (source) => {
      expectTiles(source, reader(source).parts);
    },
  );
});
