import { describe, expect, it } from 'vitest';
import { compileRolling } from '../../../../shared/format/rolling/compile-rolling.ts';
import type { OpenChange } from '../../../../shared/format/rolling/open-change.ts';
import { printRollingParagraph } from '../../../../shared/format/rolling/print-text.ts';
import type { ParagraphStatus } from '../../../../shared/model/disposition.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { change, line, status, wording } from './sketch.ts';

const TEXT = [
  line('12', 'We decide to strengthen cooperation among all parties concerned.'),
  line('13', 'We invite the Secretary to report on progress.'),
];

const compile = (
  changes: readonly OpenChange[],
  statuses: readonly (readonly [string, ParagraphStatus])[] = [],
  paragraphs: readonly LabelledParagraph[] = TEXT,
) => compileRolling({ paragraphs, changes, statuses: new Map(statuses) });
const lines = (...given: Parameters<typeof compile>) =>
  compile(...given).paragraphs.map(printRollingParagraph);

const [DECIDE, INVITE] = [
  '12. We decide to strengthen cooperation among all parties concerned.',
  '13. We invite the Secretary to report on progress.',
];

describe('rolling text', () => {
  it('L3: without proposals it is the text', () => {
    expect(lines([])).toEqual([DECIDE, INVITE]);
    expect(compile([]).signs).toEqual([]);
  });

  it('L4: a small insertion stands inside, attributed', () => {
    expect(
      lines([change('A', '13', 'replace', ['We invite the Secretary to report annually on progress.'])])[1],
    ).toBe('13. We invite the Secretary to report [Delegation A: annually] on progress.');
  });

  it('L4: a small deletion brackets the words and says who would delete them', () => {
    expect(
      lines([change('A', '12', 'replace', ['We decide to strengthen cooperation among all parties.'])])[0],
    ).toBe('12. We decide to strengthen cooperation among all parties [concerned] [Delegation A: delete].');
  });

  it('L4: a small replacement brackets both', () => {
    expect(
      lines([
        change('A', '12', 'replace', ['We resolve to strengthen cooperation among all parties concerned.']),
      ])[0],
    ).toBe('12. We [decide][Delegation A: resolve] to strengthen cooperation among all parties concerned.');
  });

  it('L5: small proposals that do not collide stand inside together; the very same is attributed to both', () => {
    const both = lines([
      change('A', '13', 'replace', ['We invite the Secretary to report annually on progress.']),
      change('B', '13', 'replace', ['We urge the Secretary to report annually on progress.']),
    ]);
    expect(both[1]).toBe(
      '13. We [invite][Delegation B: urge] the Secretary to report [Delegation A, Delegation B: annually] on progress.',
    );
  });

  it('L5: small proposals that collide are alternatives, all of them, and the paragraph stands in brackets', () => {
    expect(
      lines([
        change('A', '12', 'replace', ['We resolve to strengthen cooperation among all parties concerned.']),
        change('B', '12', 'replace', ['We agree to strengthen cooperation among all parties concerned.']),
        change('C', '12', 'replace', [
          'We decide to strengthen cooperation among all parties directly concerned.',
        ]),
      ]),
    ).toEqual([
      '12. [We decide to strengthen cooperation among all parties [Delegation C: directly] concerned.]',
      '12 alt.1 [Delegation A: We resolve to strengthen cooperation among all parties concerned.]',
      '12 alt.2 [Delegation B: We agree to strengthen cooperation among all parties concerned.]',
      INVITE,
    ]);
  });

  it('L5: two insertions at one place collide: nobody has said which comes first', () => {
    const both = lines([
      change('A', '13', 'replace', ['We invite the Secretary to report annually on progress.']),
      change('B', '13', 'replace', ['We invite the Secretary to report fully on progress.']),
    ]);
    expect(both).toHaveLength(4);
  });

  it('L6: other wording of the whole is an alternative', () => {
    expect(lines([change('A', '12', 'replace', ['Nothing shall be done.'])])).toEqual([
      '12. [We decide to strengthen cooperation among all parties concerned.]',
      '12 alt [Delegation A: Nothing shall be done.]',
      INVITE,
    ]);
  });

  it('L6: a split, another kind and changed formats are alternatives, whole', () => {
    const split = lines([
      change('A', '12', 'replace', ['We decide to strengthen cooperation.', 'All parties are concerned.']),
    ]);
    expect(split.slice(1, 3)).toEqual([
      '12 alt [Delegation A: We decide to strengthen cooperation.',
      'All parties are concerned.]',
    ]);
    const heading = change('A', '13', 'replace', [], {
      wording: [wording('We invite the Secretary to report on progress.', 'plain')],
    });
    expect(lines([heading])[2]).toBe('13 alt [Delegation A: We invite the Secretary to report on progress.]');
    const bold = {
      kind: 'operative',
      level: 0,
      runs: [{ text: 'We invite', bold: true }, { text: ' the Secretary to report on progress.' }],
    } as const;
    expect(lines([change('A', '13', 'replace', [], { wording: [bold] })])).toHaveLength(3);
  });

  it('L7: new paragraphs are bis and ter, counted over all proposals and upon what stands there', () => {
    const bis = { ...line('12 bis', 'We note.'), id: 'pbis' as ParagraphId };
    expect(
      lines(
        [
          change('A', '12', 'insert-after', ['We welcome.']),
          change('B', '12', 'insert-after', ['We regret.']),
        ],
        [],
        [TEXT[0] as LabelledParagraph, bis, TEXT[1] as LabelledParagraph],
      ),
    ).toEqual([
      DECIDE,
      '12 ter. [Delegation A: We welcome.]',
      '12 quater. [Delegation B: We regret.]',
      '12 bis. We note.',
      INVITE,
    ]);
    expect(lines([change('A', '', 'insert-after', ['We open.'])])[0]).toMatch(
      /^12 ante\.? \[Delegation A: We open\.\]$/,
    );
  });

  it('L8: deletion, retention and moves of a whole paragraph are notes behind it', () => {
    expect(
      lines([
        change('A', '12', 'delete'),
        change('B', '12', 'keep'),
        change('C', '13', 'move', [], { after: null }),
        change('D', '12', 'move', [], { after: 'p13' as ParagraphId }),
      ]),
    ).toEqual([
      '[Delegation C: 13 here]',
      '12. [We decide to strengthen cooperation among all parties concerned.] [Delegation A: delete] [Delegation B: retain] [Delegation D: move to after 13]',
      '13. We invite the Secretary to report on progress. [Delegation C: move to the beginning]',
      '[Delegation D: 12 here]',
    ]);
  });

  it('L9: a status stands in words with its date; brackets vanish when agreed', () => {
    const words = TEXT[1]?.text as string;
    const proposal = change('A', '13', 'replace', [
      'We invite the Secretary to report annually on progress.',
    ]);
    const said = (status_: ParagraphStatus['status'], when = words) =>
      lines([proposal], [status('13', when, status_)])[1];
    expect(said('suggested-for-closure')).toBe(
      '13. We invite the Secretary to report [Delegation A: annually] on progress. (suggested for closure, 2026-01-01)',
    );
    expect(said('agreed-ad-referendum')).toBe(
      `${INVITE} [Delegation A: proposal without decision] (agreed ad ref., 2026-01-01)`,
    );
    expect(said('agreed')).toBe(`${INVITE} [Delegation A: proposal without decision] (agreed, 2026-01-01)`);
  });

  it('L9: agreed words that changed since are open again, and say so', () => {
    const proposal = change('A', '13', 'replace', [
      'We invite the Secretary to report annually on progress.',
    ]);
    expect(lines([proposal], [status('13', 'Other words.', 'agreed')])[1]).toBe(
      '13. We invite the Secretary to report [Delegation A: annually] on progress. (agreed, 2026-01-01; changed since)',
    );
  });

  it('L10: wording that could not be carried over stands whole and says so', () => {
    const stale = change('A', '13', 'replace', ['We invite the Secretary to report annually on progress.'], {
      needsALook: true,
    });
    expect(lines([stale])[2]).toBe(
      '13 alt [Delegation A: (proposed on earlier wording) We invite the Secretary to report annually on progress.]',
    );
    expect(lines([change('A', '13', 'delete', [], { needsALook: true })])[1]).toContain(
      '[Delegation A: delete (proposed on earlier wording)]',
    );
  });

  it('L10: proposals on paragraphs that are gone stand at the end, none is dropped', () => {
    const rolling = compile([
      change('A', '99', 'replace', ['We hope.']),
      change('B', '99', 'delete'),
      change('C', '99', 'insert-after', ['We trust.']),
    ]);
    expect(rolling.paragraphs.map(printRollingParagraph)).toEqual([DECIDE, INVITE]);
    expect(rolling.unplaced.map(printRollingParagraph)).toEqual([
      '99. [Delegation A: (proposed on earlier wording) We hope.]',
      '99. [Earlier words.] [Delegation B: delete (proposed on earlier wording)]',
      '99. [Delegation C: (proposed on earlier wording) We trust.]',
    ]);
  });

  it('L11: the legend names the signs that occur, and counts are told', () => {
    const rolling = compile(
      [change('A', '12', 'delete'), change('B', '13', 'insert-after', ['We hope.'])],
      [status('13', TEXT[1]?.text as string, 'agreed')],
    );
    expect(rolling.signs).toEqual(['brackets', 'attribution', 'delete', 'insertion', 'agreed']);
    expect(rolling.counts).toEqual({
      paragraphs: 2,
      proposals: 2,
      bracketed: 1,
      status: { open: 1, 'suggested-for-closure': 0, 'agreed-ad-referendum': 0, agreed: 1 },
    });
  });

  it('L12: an amendment to an amendment stands beside what it amends and says so', () => {
    const amended = change('A', '12', 'replace', ['Nothing shall be done.']);
    const amending = change('B', '12', 'replace', ['Nothing shall be done now.'], { amends: amended.by });
    expect(lines([amended, amending]).slice(1, 3)).toEqual([
      '12 alt.1 [Delegation A: Nothing shall be done.]',
      '12 alt.2 [Delegation B, amending Delegation A: Nothing shall be done now.]',
    ]);
  });
});
